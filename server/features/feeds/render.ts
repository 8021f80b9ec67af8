import { feedPath, sessionFeedPath, sliceName } from '#shared/contract/paths.ts'
import { everything, queryOf, type Selection } from '#shared/contract/selection.ts'
import { writeEvent, writeFeed } from '#shared/ical/write-feed.ts'
import { localDayAt } from '#shared/time/place.ts'
import { warsaw } from '#shared/time/when.ts'
import { NotFoundError } from '../../errors.ts'
import type { Kept } from './cache.ts'
import { resolve, type Directory } from './directory.ts'
import { keepEventTexts, type EventText } from './event-texts.ts'
import { formsOf, type Forms } from './forms.ts'
import { pageOf, sessionPageOf, titleOf, toEvent, toHead, type Cut, type Face, type Place, type Style } from './present.ts'
import type { Slot } from './repository.ts'
import {
  byStart,
  countThatFit,
  feedLimits,
  nearestFirst,
  publishedPath,
  todayAt,
  windowOf,
  type Target,
  type Today,
  type Window,
} from './rules.ts'

/** A feed as it is sent. */
export type Rendered = {
  readonly forms: Forms
  readonly lastModifiedMs: number
  readonly fileName: string
  /** How many events it holds. */
  readonly events: number
}

/** Makes feeds out of what the database holds: the bytes are a function of its rows, the target and the local day (mechanics 9). */
export type Render = (target: Target) => Promise<Kept<Rendered>>

/** What the database is asked for a feed. */
export type Source = {
  readonly findSlots: (selection: Selection, window: Window, today: Today) => Promise<readonly Slot[]>
  readonly findFaces: (ids: readonly string[]) => Promise<readonly Face[]>
  readonly lastChange: (selection: Selection) => Promise<number>
}

export type RenderOptions = {
  readonly source: Source
  readonly place: Place
  readonly clock: () => Date
  readonly directory: () => Promise<Directory>
}

/** How much of what is written for single events is kept, in bytes. */
const textRoom = 32_000_000
/** What stands around the events of a feed takes no more than this. */
const headRoom = 8_000

export function createRenderer({ source, place, clock, directory }: RenderOptions): Render {
  const texts = keepEventTexts(textRoom)

  async function renderSelection(asked: Selection): Promise<Kept<Rendered>> {
    const today = todayAt(clock().getTime())
    const names = await directory()
    const selection = resolve(asked, names)
    const [found, changedMs] = await Promise.all([
      source.findSlots(selection, windowOf(selection.range, today), today),
      source.lastChange(selection),
    ])
    const events = await textsOf(nearestFirst(found, today).slice(0, feedLimits.events), selection)
    const sizes = events.map(({ event }) => event.bytes)
    const held = events.slice(0, countThatFit(sizes, { events: feedLimits.events, bytes: feedLimits.bytes - headRoom }))
    const modifiedMs = changedMs || today.startMs
    const about = {
      title: titleOf(selection, names.nameOf),
      language: selection.language,
      sourcePath: publishedPath(selection, place.publicUrl),
      pagePath: pageOf(selection),
      modifiedMs,
      sample: held.some(({ event }) => event.sample),
      cut: held.length < found.length ? cutAfter(held, today) : null,
    }
    const inOrder = held.toSorted(({ slot: one }, { slot: other }) => byStart(one, other))
    const text = writeFeed(
      toHead(about, place),
      inOrder.map(({ event }) => event.text),
    )
    const fileName = `podworko-${sliceName(selection.slice).replace('/', '-')}.ics`
    const kept = await toKept(text, today, { changedMs: modifiedMs, fileName, events: held.length })
    // A slug that was given up while this address was being read: right for who asked, but no longer the address to keep it under.
    return feedPath(selection) === feedPath(asked) ? kept : { ...kept, untilMs: kept.fromMs }
  }

  async function renderSession({ id, language, cancelled }: Extract<Target, { kind: 'session' }>): Promise<Kept<Rendered>> {
    const today = todayAt(clock().getTime())
    const [face] = await source.findFaces([id])
    if (!face || (cancelled === 'hide' && face.shown.cancelled)) throw new NotFoundError()
    const about = {
      title: face.shown.title[language] || face.shown.title.pl,
      language,
      sourcePath: sessionFeedPath(id) + queryOf({ ...everything, language, cancelled }),
      pagePath: sessionPageOf(id, language),
      modifiedMs: face.modifiedMs,
      sample: face.shown.sample,
      cut: null,
    }
    const { event } = write(face, { language, cancelled })
    const text = writeFeed(toHead(about, place), [event.text])
    return toKept(text, today, { changedMs: face.modifiedMs, fileName: `podworko-${id}.ics`, events: 1 })
  }

  /** The sessions with their texts; those not kept are made from faces. A session that went meanwhile is left out. */
  async function textsOf(slots: readonly Slot[], style: Style): Promise<{ slot: Slot; event: EventText }[]> {
    const missing = slots.filter((slot) => !texts.get(textKey(slot, style)))
    const faces = await source.findFaces(missing.map(({ id }) => id))
    const written = new Map(faces.map((face) => [face.id, write(face, style).event]))
    return slots.flatMap((slot) => {
      const event = written.get(slot.id) ?? texts.get(textKey(slot, style))
      return event ? [{ slot, event }] : []
    })
  }

  function write(face: Face, style: Style): { event: EventText } {
    const text = writeEvent(toEvent(face, style, place))
    const event = { text, bytes: Buffer.byteLength(text), sample: face.shown.sample }
    texts.set(textKey({ id: face.id, sequence: face.sequence, cancelled: face.shown.cancelled !== null }, style), event)
    return { event }
  }

  return (target) => (target.kind === 'session' ? renderSession(target) : renderSelection(target.selection))
}

/** Names a text by session, revision, language, and for cancelled ones by how they are marked. */
const textKey = ({ id, sequence, cancelled }: Pick<Slot, 'id' | 'sequence' | 'cancelled'>, style: Style): string =>
  `${id} ${sequence} ${style.language}${cancelled ? ` ${style.cancelled}` : ''}`

/** Until when a feed reaches that was cut in the future, or from when one that was cut in the past. */
function cutAfter(held: readonly { readonly slot: Slot }[], today: Today): Cut {
  const last = held.at(-1)?.slot
  if (!last) return null
  const day = localDayAt(last.startMs, warsaw)
  return last.endMs > today.startMs ? { until: day } : { from: day }
}

type Facts = { readonly changedMs: number; readonly fileName: string; readonly events: number }

async function toKept(text: string, today: Today, { changedMs, fileName, events }: Facts): Promise<Kept<Rendered>> {
  const forms = await formsOf(text)
  const bytes = forms.identity.body.length + forms.gzip.body.length + forms.br.body.length
  const lastModifiedMs = Math.max(changedMs, today.startMs)
  return { value: { forms, lastModifiedMs, fileName, events }, bytes, fromMs: today.startMs, untilMs: today.endMs }
}
