import type { Answer } from '#shared/contract/answer.ts'
import { languages } from '#shared/contract/kinds.ts'
import type {
  editEntry,
  inWords,
  plannedActivity,
  plannedSeries,
  plannedSession,
  seriesListing,
} from '#shared/contract/planned.ts'
import { allFields } from '#shared/contract/planning.ts'
import { dayOf } from '../../db/columns.ts'
import { ruleInWords } from '../activities/rules.ts'
import { fieldsOf, type Text } from './field-columns.ts'
import type { ActivityRow, EditRow, ListedSeries, SeriesRow, SessionRow } from './reading-repository.ts'
import { undoHours } from './rules.ts'

export type PlannedActivity = Answer<typeof plannedActivity>
export type PlannedSession = Answer<typeof plannedSession>
export type EditEntry = Answer<typeof editEntry>

const fieldNames = Object.keys(allFields.shape)

/** A schedule in the words of every language. */
export function scheduleInWords(schedule: unknown): Answer<typeof inWords> {
  const [pl = '', en = '', uk = ''] = languages.map((language) => ruleInWords(schedule, language))
  return { pl, en, uk }
}

export function presentActivity(row: ActivityRow, plannable: boolean): PlannedActivity {
  const { id, version, status, schedule } = row
  return {
    id,
    version,
    published: status === 'PUBLISHED',
    ...(fieldsOf(row, fieldNames) as Omit<PlannedActivity, 'id' | 'version' | 'published' | 'schedule' | 'rule' | 'plannable'>),
    schedule: schedule as unknown as PlannedActivity['schedule'],
    rule: scheduleInWords(schedule),
    plannable,
  }
}

/**
 * @param activity - whose session it is
 * @param isVeiled - the reader sees no more of a discreet activity than its neutral title
 */
export function presentSession(
  row: SessionRow,
  activity: Pick<ActivityRow, 'title' | 'host' | 'discreetTitle'>,
  { isVeiled, plannable, now }: { readonly isVeiled: boolean; readonly plannable: boolean; readonly now: Date },
): PlannedSession {
  const { id, version, activityId, whenKind, wallStart, wallEnd, startsAt, endsAt, overrides, publishedAt, peopleCount } = row
  const always = {
    id,
    version,
    activityId,
    when: whenKind === 'TIMED' ? ('timed' as const) : ('all-day' as const),
    start: wallStart,
    end: wallEnd,
    startMs: startsAt.getTime(),
    endMs: endsAt.getTime(),
    began: startsAt <= now,
    published: publishedAt !== null,
    extra: overrides.includes('extra'),
    overrides: overrideNames.filter((name) => overrides.includes(name)),
    people: peopleCount,
    plannable,
  }
  return isVeiled ? { ...always, ...veiled(row, activity) } : { ...always, ...open(row, activity) }
}

const overrideNames = ['when', 'place', 'title', 'host', 'note'] as const

type Shown = Pick<PlannedSession, 'title' | 'own' | 'host' | 'venue' | 'room' | 'moved' | 'cancelled'>

function open(row: SessionRow, activity: Pick<ActivityRow, 'title' | 'host'>): Shown {
  const { title, host, hostId, note, venue, room, overrides } = row
  return {
    title: textOf(title) ?? textOf(activity.title) ?? nothing,
    own: { title: textOf(title), host, hostId, note: textOf(note) },
    host: overrides.includes('host') ? host : activity.host,
    venue,
    room,
    moved: movedOf(row, textOf(row.moveReason)),
    cancelled: cancelledOf(row),
  }
}

function veiled(row: SessionRow, { discreetTitle }: Pick<ActivityRow, 'discreetTitle'>): Shown {
  const { cancelledAt } = row
  return {
    title: textOf(discreetTitle) ?? nothing,
    own: { title: null, host: null, hostId: null, note: null },
    host: null,
    venue: null,
    room: null,
    moved: movedOf(row, null),
    cancelled: cancelledAt && { at: cancelledAt.toISOString(), reason: null, instead: null, insteadText: null },
  }
}

const nothing = { pl: '' }

const textOf = (stored: unknown): Answer<typeof plannedSession>['title'] | null =>
  stored as Text | null as PlannedSession['title'] | null

function movedOf({ movedAt, movedFrom }: SessionRow, reason: PlannedSession['title'] | null): PlannedSession['moved'] {
  return movedAt && movedFrom !== null ? { at: movedAt.toISOString(), from: movedFrom, reason } : null
}

function cancelledOf({ cancelledAt, cancelReason, instead, insteadText }: SessionRow): PlannedSession['cancelled'] {
  if (!cancelledAt) return null
  const isThere = instead && instead.removedAt === null
  return {
    at: cancelledAt.toISOString(),
    reason: textOf(cancelReason),
    instead: isThere ? { id: instead.id, start: instead.wallStart, end: instead.wallEnd } : null,
    insteadText: textOf(insteadText),
  }
}

export function presentSeriesHead(
  row: SeriesRow,
): Omit<Answer<typeof plannedSeries>, 'activities' | 'sessions' | 'plannable' | 'deletable'> {
  const { id, version, slug, isSample, archivedAt, program, club, edition, group } = row
  const title = textOf(row.title) ?? nothing
  return {
    id,
    version,
    slug,
    name: title.pl,
    title,
    archived: archivedAt !== null,
    sample: isSample,
    program: { id: program.id, slug: program.slug, name: program.name, lastDay: program.endsOn && dayOf(program.endsOn) },
    club,
    edition: edition && { id: edition.id, name: textOf(edition.name) ?? nothing },
    group: group && { id: group.id, name: textOf(group.name) ?? nothing },
    city: program.municipality,
  }
}

/** @param isVeiled - whether the reader sees no more of these activities than their neutral title */
export function presentListed(row: ListedSeries, isVeiled: boolean): Answer<typeof seriesListing>['series'][number] {
  const { id, slug, program, club, archivedAt, activities } = row
  const discreet = activities.find((activity) => activity.isDiscreet)
  const title = (isVeiled && discreet ? textOf(discreet.discreetTitle) : textOf(row.title)) ?? nothing
  const [next] = activities
    .flatMap(({ sessions }) => sessions)
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.id.localeCompare(b.id))
  return {
    id,
    slug: isVeiled && discreet ? id : slug, // an address tells as much as a title
    name: title.pl,
    title,
    program,
    club,
    archived: archivedAt !== null,
    published: activities.some(({ status }) => status === 'PUBLISHED'),
    next: next ? { id: next.id, start: next.wallStart, end: next.wallEnd } : null,
    toCome: activities.reduce((sum, { _count }) => sum + _count.sessions, 0),
  }
}

/** @param mayUndo - whether the reader plans there */
export function presentEdit(row: EditRow, mayUndo: boolean, now: Date): EditEntry {
  const {
    id,
    seriesId,
    kind,
    at,
    accountId,
    name,
    sessions,
    firstStart,
    firstEnd,
    fields,
    batchId,
    batchKind,
    batchName,
    isUndone,
  } = row
  const isUndoable = mayUndo && !isUndone && batchId === null
  return {
    id,
    seriesId,
    kind,
    at: at.toISOString(),
    by: accountId !== null && name !== null ? { id: accountId, name } : null,
    sessions,
    first: firstStart !== null && firstEnd !== null ? { start: firstStart, end: firstEnd } : null,
    fields: fields ?? [],
    batch: batchId === null ? null : { id: batchId, kind: batchKind ?? '', name: batchName ?? '' },
    undone: isUndone,
    undoableUntil: isUndoable ? undoableUntil(at, now) : null,
  }
}

export function undoableUntil(at: Date, now: Date): string | null {
  const until = new Date(at.getTime() + undoHours * 3_600_000)
  return until > now ? until.toISOString() : null
}
