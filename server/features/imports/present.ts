import type { importPlan } from '#shared/contract/import.ts'
import { rowStates, type importWarnings } from '#shared/contract/import-rows.ts'
import type { Answer } from '#shared/contract/answer.ts'
import { optionsOf, type ChangedField, type Decision, type Entry, type ItemContent } from './diff.ts'
import type { Known, NameFound } from './resolve.ts'
import type { Refused } from './row.ts'
import { spanText } from './spans.ts'

export type Warning = { readonly kind: (typeof importWarnings)[number]; readonly title: string | null; readonly start: string }
export type Conflict = { readonly title: string | null; readonly start: string; readonly end: string }

/** An entry with what stands against it and what was decided. */
export type Judged = {
  readonly entry: Entry
  readonly conflict: Conflict | null
  readonly warnings: readonly Warning[]
  readonly decision: Decision
}

export type PlanView = Answer<typeof importPlan>
type RowView = PlanView['rows'][number]

/** Whether applying does anything with a row. */
export const isTaken = ({ decision }: Judged): boolean => ['take', 'without-room', 'cancel'].includes(decision)

export function presentPlan(
  judged: readonly Judged[],
  refused: readonly Refused[],
  known: Known,
  rest: Pick<PlanView, 'token' | 'heads' | 'columns'> & { readonly names: readonly NameFound[] },
): PlanView {
  const named = namesOf(known)
  const rows = [...judged.map((one) => presentRow(one, named)), ...refused.map(presentRefused)].toSorted(byLine)
  const count = (state: RowView['state']) => rows.filter((row) => row.state === state).length
  const taken = judged.filter(isTaken)
  const cancels = ({ entry }: Judged) => entry.state === 'gone' || (entry.changes.includes('status') && entry.wanted?.cancelled)
  return {
    ...rest,
    names: rest.names.map(({ suggestions, ...one }) => ({
      ...one,
      suggestions: suggestions.map(({ id, name }) => ({ id, name })),
    })),
    counts: Object.fromEntries(rowStates.map((state) => [state, count(state)])) as PlanView['counts'],
    will: {
      plan: taken.filter(({ entry }) => entry.item === null).length,
      change: taken.filter((one) => one.entry.item !== null && !cancels(one)).length,
      cancel: taken.filter(cancels).length,
      people: taken.reduce((sum, { entry }) => sum + (entry.item?.people ?? 0), 0),
      warnings: taken.filter(({ warnings }) => warnings.length > 0).length,
    },
    choices: {
      programs: known.programs.map(choice),
      clubs: known.clubs.map(choice),
      venues: known.venues.map(choice),
      rooms: known.rooms.map(({ id, name, venueId }) => ({ id, name: `${named.get(venueId) ?? ''}, ${name}` })),
    },
    rows,
  }
}

const choice = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name })

/** Rows that are gone stand in no line: they come last. */
const byLine = (a: RowView, b: RowView): number => (a.line ?? Infinity) - (b.line ?? Infinity) || (a.title < b.title ? -1 : 1)

const namesOf = ({ programs, clubs, venues, rooms }: Known): ReadonlyMap<string, string> =>
  new Map([...programs, ...clubs, ...venues, ...rooms].map(({ id, name }) => [id, name]))

function presentRow({ entry, conflict, warnings, decision }: Judged, named: ReadonlyMap<string, string>): RowView {
  const { wanted, item } = entry
  const content = wanted ?? item?.content
  const hasConflict = conflict !== null
  return {
    key: entry.key,
    line: wanted?.line ?? null,
    state: hasConflict ? 'refused' : entry.state,
    title: content?.title ?? '',
    when: content?.when ?? null,
    club: content?.clubId ? (named.get(content.clubId) ?? null) : null,
    place: content ? placeText(content, named) : null,
    cancelled: content?.cancelled ?? false,
    notes: [...(wanted?.notes ?? [])],
    fault: hasConflict ? 'room-taken' : (entry.fault ?? (entry.state === 'skipped' ? 'cancelled-there' : null)),
    value: '',
    changes: wanted && item ? entry.changes.map((field) => ({ field, ...fromTo(field, item.content, wanted, named) })) : [],
    conflict,
    warnings: [...warnings],
    sessionId: entry.sessionId,
    people: item?.people ?? 0,
    decision,
    options: [...optionsOf(entry, hasConflict)],
  }
}

function presentRefused({ line, title, fault, value }: Refused, n: number): RowView {
  return {
    key: `refused:${line}:${n}`,
    line,
    state: 'refused',
    title,
    when: null,
    club: null,
    place: null,
    cancelled: false,
    notes: [],
    fault,
    value,
    changes: [],
    conflict: null,
    warnings: [],
    sessionId: null,
    people: 0,
    decision: 'leave',
    options: ['leave'],
  }
}

function placeText(
  { venueId, roomId }: Pick<ItemContent, 'venueId' | 'roomId'>,
  named: ReadonlyMap<string, string>,
): string | null {
  const words = [venueId, roomId].flatMap((id) => (id ? [named.get(id) ?? ''] : [])).filter((name) => name !== '')
  return words.length === 0 ? null : words.join(', ')
}

/** Texts as they are compared: spans as `start/end`, kinds as codes, the state as a word. */
function fromTo(field: ChangedField, before: ItemContent, after: ItemContent, named: ReadonlyMap<string, string>) {
  const texts: Readonly<Record<ChangedField, (content: ItemContent) => string>> = {
    title: ({ title }) => title,
    when: ({ when }) => spanText(when),
    place: (content) => placeText(content, named) ?? '',
    host: ({ host }) => host ?? '',
    description: ({ description }) => description ?? '',
    kind: ({ kind }) => kind,
    status: ({ cancelled }) => (cancelled ? 'cancelled' : 'planned'),
  }
  return { from: texts[field](before).slice(0, 300), to: texts[field](after).slice(0, 300) }
}
