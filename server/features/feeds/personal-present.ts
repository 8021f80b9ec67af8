import type { Answer } from '#shared/contract/answer.ts'
import type { Language } from '#shared/contract/kinds.ts'
import type { personalFeed } from '#shared/contract/personal-feed.ts'
import { pages } from '#shared/contract/paths.ts'
import type { Text } from '#shared/contract/public.ts'
import type { FeedEvent, FeedHead } from '#shared/ical/event.ts'
import { placeSpan } from '#shared/time/place.ts'
import { startOf, warsaw } from '#shared/time/when.ts'
import { feed as feedEn } from '#shared/words/en/feed.ts'
import { feed as feedPl } from '#shared/words/pl/feed.ts'
import { feed as feedUk } from '#shared/words/uk/feed.ts'
import { dayOf, textIn } from '../../db/columns.ts'
import { ownUid, slotOf, viewOfSlot } from '../sign-ups/slots.ts'
import type { Entry, ListedFeedRow } from './personal-repository.ts'
import { holdsOf, type Proof } from './personal-rules.ts'
import { toEvent, type Face, type Place, type Style } from './present.ts'

const words = { pl: feedPl, en: feedEn, uk: feedUk }

/** A session as residents see it, or somebody's own time at it; one that is only waited for says so and is tentative. */
export function toPersonalEvent(face: Face, { waiting, ...entry }: Entry, style: Style, place: Place): FeedEvent {
  const event = atOwnTime(
    toEvent(face, style, place),
    entry,
    face.shown.discreet ? null : textIn(entry.shiftName, style.language),
  )
  if (!waiting || face.shown.cancelled !== null) return event
  const say = words[style.language]
  return {
    ...event,
    title: say.waitingTitle.replace('{{title}}', () => event.title),
    description: [say.waiting, event.description].filter(Boolean).join('\n\n'),
    status: 'TENTATIVE',
  }
}

/** An appointment, or a shift with what is done in it. As in the mail about it: an id of its own, and a number that rises when it moves. */
function atOwnTime(event: FeedEvent, { signUpId, slotMoves, ...row }: Omit<Entry, 'waiting'>, shift: Text | null): FeedEvent {
  const slot = slotOf(row)
  if (!slot || signUpId === null || event.when.kind !== 'timed') return event
  const span = viewOfSlot(startOf(event.when), slot)
  return {
    ...event,
    title: shift ? `${event.title} – ${shift.text}` : event.title,
    uid: ownUid(event.uid, signUpId),
    when: placeSpan({ kind: 'timed', ...span }, warsaw),
    sequence: event.sequence + slotMoves,
  }
}

/** Nobody's name, and not its own address: whoever is shown the calendar's details sees neither. */
export function toPersonalHead(
  scope: ListedFeedRow['scope'],
  language: Language,
  modifiedMs: number,
  { publicUrl }: Place,
): FeedHead {
  const page = new URL(`${publicUrl}${language === 'pl' ? '' : `/${language}`}${pages.front}`).href
  const say = words[language]
  const what = scope === 'HOUSEHOLD' ? say.ofHousehold : say.ofPerson
  return {
    title: say.name.replace('{{what}}', () => what),
    description: say.personalText,
    source: page,
    url: page,
    modifiedMs,
    language,
  }
}

/** A personal calendar, without its address. */
export const presentPersonalFeed = (row: ListedFeedRow, shown: Proof): Answer<typeof personalFeed> => ({
  id: row.id,
  holds: holdsOf(row),
  waiting: row.waiting,
  createdAt: row.createdAt.toISOString(),
  byStaff: row.madeById !== null,
  lastUsedOn: row.lastUsedOn && dayOf(row.lastUsedOn),
  yours: shown !== 'LINK' || row.proof === 'LINK',
})
