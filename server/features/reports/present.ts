import type { Answer } from '#shared/contract/answer.ts'
import type { Language } from '#shared/contract/kinds.ts'
import type { searchAnswer } from '#shared/contract/search.ts'
import type { toDoAnswer, ToDoKind } from '#shared/contract/to-do.ts'
import { textIn, titleIn } from '../../db/columns.ts'
import type { ComingRow, FoundRows, HeldRow } from './repository.ts'

export type ToDo = Answer<typeof toDoAnswer>
type Item = ToDo['items'][number]
type Example = Item['examples'][number]
export type Mentioned = NonNullable<Example['session']>

const mostExamples = 3

/** @param isKnown - whether the reader may know a discreet session as it is */
export const mention =
  (isKnown: (id: string) => boolean, language: Language) =>
  ({ id, wallStart, title, activity }: ComingRow): Mentioned => {
    const hidden = activity.isDiscreet && !isKnown(id)
    return {
      id,
      seriesId: hidden ? null : activity.series.id,
      start: wallStart,
      title: hidden ? titleIn(activity.discreetTitle, language) : (textIn(title, language) ?? titleIn(activity.title, language)),
    }
  }

/** A session that is none of the reader's business: there is something then. */
export const mentionOnlyTime = ({ wallStart }: HeldRow): Mentioned => ({
  id: null,
  seriesId: null,
  title: null,
  start: wallStart,
})

export function toItem<Thing>(kind: ToDoKind, things: readonly Thing[], exampleOf: (thing: Thing) => Partial<Example>): Item[] {
  if (things.length === 0) return []
  const examples = things
    .slice(0, mostExamples)
    .map((thing) => ({ session: null, other: null, venue: null, ...exampleOf(thing) }))
  return [{ kind, count: things.length, examples }]
}

export type Found = Answer<typeof searchAnswer>

export function presentFound(rows: FoundRows, sessions: Found['sessions'], language: Language): Found {
  return {
    series: rows.series.map(({ id, slug, title, program }) => ({
      id,
      slug,
      title: titleIn(title, language),
      program: program.name,
    })),
    sessions,
    clubs: rows.clubs,
    programs: rows.programs,
    venues: rows.venues,
    people: rows.people.map(({ id, name, email }) => ({ id, name, email })),
  }
}
