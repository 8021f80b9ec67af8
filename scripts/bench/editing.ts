import { publicUrl, type BenchDatabase } from './database.ts'
import type { EditOrder, EditTimes } from './edits.ts'
import { startPart, type Part } from './parts.ts'
import { byTurns, median, rounds } from './rounds.ts'

/** What one edit costs with many sessions, as a multiple of what it costs with few: a ratio for each round. */
export type Editing = {
  readonly feeds: readonly number[]
  readonly writeAndFeeds: readonly number[]
  readonly all: readonly number[]
  readonly few: EditTimes
  readonly many: EditTimes
}

/** Groups that both databases have and that edits go to, in turn. */
const editedGroups = 5
const editsInRound = 10
const warmUpEdits = 5

/** Edits one session at a time in a small and in a large database, each time reading the feeds that hold it. */
export async function measureEditing(few: BenchDatabase, many: BenchDatabase): Promise<Editing> {
  const [small, large] = [startPart('edits'), startPart('edits')]
  try {
    await small.tell({ config: few.config, publicUrl, groups: editedGroups } satisfies EditOrder)
    await large.tell({ config: many.config, publicUrl, groups: editedGroups } satisfies EditOrder)
    const [inSmall, inLarge] = [editsIn(small), editsIn(large)]
    await byTurns(warmUpEdits, inSmall.edit, inLarge.edit)
    const measured = await rounds(async () => {
      inSmall.forget()
      inLarge.forget()
      await byTurns(editsInRound, inSmall.edit, inLarge.edit)
      return { few: middle(inSmall.times()), many: middle(inLarge.times()) }
    })
    return {
      feeds: measured.map((round) => round.many.feedsMs / round.few.feedsMs),
      writeAndFeeds: measured.map((round) => writeAndFeeds(round.many) / writeAndFeeds(round.few)),
      all: measured.map((round) => round.many.allMs / round.few.allMs),
      few: middle(measured.map((round) => round.few)),
      many: middle(measured.map((round) => round.many)),
    }
  } finally {
    await Promise.all([small.stop(), large.stop()])
  }
}

function editsIn(part: Part) {
  let number = 0
  let times: EditTimes[] = []
  return {
    async edit(): Promise<void> {
      const order: EditOrder = { group: 1 + (number % editedGroups), note: `Zmiana numer ${number}.` }
      number += 1
      times.push(await part.tell<EditTimes>(order))
    },
    times: (): readonly EditTimes[] => times,
    forget: (): void => {
      times = []
    },
  }
}

const writeAndFeeds = ({ writeMs, feedsMs }: EditTimes): number => writeMs + feedsMs

/** Of each part of the time its median, which one slow edit doesn't move. */
const middle = (times: readonly EditTimes[]): EditTimes => ({
  writeMs: median(times.map(({ writeMs }) => writeMs)),
  feedsMs: median(times.map(({ feedsMs }) => feedsMs)),
  allMs: median(times.map(({ allMs }) => allMs)),
})
