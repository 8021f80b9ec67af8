import { publicUrl, type BenchDatabase } from './database.ts'
import { startPart } from './parts.ts'
import { byTurns, median, rounds } from './rounds.ts'
import type { SeriesAnswer, SeriesOrder } from './series-edits.ts'

/** What it costs to edit all sessions of a series. */
export type SeriesEditing = {
  /** An edit of 52 sessions as a multiple of rule, feed and commit together, and one of 400 as a multiple of one of 52: a ratio for each round. */
  readonly small: readonly number[]
  readonly large: readonly number[]
  readonly smallMs: number
  readonly largeMs: number
  /** Of the reference: expanding the rule, writing a feed of 200 events, committing nothing. */
  readonly referenceMs: readonly number[]
  /** What one edit asks the database, at both sizes. */
  readonly statements: { readonly small: readonly string[]; readonly large: readonly string[] }
}

const sizes = [52, 400] as const
const editsInRound = 7
const warmUpEdits = 6

export async function measureSeriesEditing(database: BenchDatabase): Promise<SeriesEditing> {
  const part = startPart('series-edits')
  try {
    await part.tell({ config: database.config, publicUrl, sizes } satisfies SeriesOrder)
    const edit = (size: number) => part.tell<SeriesAnswer>({ edit: size } satisfies SeriesOrder)
    const reference = () => part.tell<SeriesAnswer>('reference' satisfies SeriesOrder)
    for (let turn = 0; turn < warmUpEdits; turn += 1)
      for (const work of [() => edit(sizes[0]), () => edit(sizes[1]), reference]) await work()
    const statementsOf = async (size: number) => {
      const mark = database.mark()
      await edit(size)
      return database.statementsSince(mark)
    }
    const statements = { small: await statementsOf(sizes[0]), large: await statementsOf(sizes[1]) }
    const times: Record<'small' | 'large' | 'reference', SeriesAnswer[]> = { small: [], large: [], reference: [] }
    const measured = await rounds(async () => {
      for (const list of Object.values(times)) list.length = 0
      await byTurns(
        editsInRound,
        async () => {
          times.small.push(await edit(sizes[0]))
          times.reference.push(await reference())
        },
        async () => void times.large.push(await edit(sizes[1])),
      )
      return { small: middle(times.small), large: middle(times.large), reference: middle(times.reference) }
    })
    const parts = [0, 1, 2].map((index) => median(times.reference.map((answer) => answer.parts[index] ?? NaN)))
    return {
      small: measured.map((round) => round.small / round.reference),
      large: measured.map((round) => round.large / round.small),
      smallMs: median(measured.map(({ small }) => small)),
      largeMs: median(measured.map(({ large }) => large)),
      referenceMs: parts,
      statements,
    }
  } finally {
    await part.stop()
  }
}

const middle = (answers: readonly SeriesAnswer[]): number => median(answers.map(({ ms }) => ms))
