import { writeEvent, writeFeed } from '#shared/ical/write-feed.ts'
import { zoneText } from '#shared/ical/zone.ts'
import { writeByHand } from './hand-writer.ts'
import { byTurns, rounds } from './rounds.ts'
import { sampleEvents, sampleHead } from './sample-events.ts'

export type Generation = {
  /** How much longer ours takes, for each round. */
  readonly ratios: readonly number[]
  readonly bytes: number
  /** For one feed, in the last round. */
  readonly oursMs: number
  readonly byHandMs: number
}

const feedsInRound = 15

/**
 * Writes 1,000 events with our writer and with one written by hand, by turns. A program of its own, bundled like the server: a
 * loader of TypeScript would change what functions cost.
 */
process.once('message', async () => process.send?.(await compareWriters()))
process.once('disconnect', () => process.exit())

async function compareWriters(): Promise<Generation> {
  const events = sampleEvents(1_000)
  const ours = (): string => writeFeed(sampleHead, events.map(writeEvent))
  const byHand = (): string => writeByHand(sampleHead, events, zoneText)
  if (ours() !== byHand()) throw new Error('the writer by hand gives other bytes than ours, so their times say nothing')

  let spent = { ours: 0, byHand: 0 }
  const oneRound = async (): Promise<number> => {
    spent = { ours: 0, byHand: 0 }
    await byTurns(
      feedsInRound,
      () => void (spent.ours += timed(ours)),
      () => void (spent.byHand += timed(byHand)),
    )
    return spent.ours / spent.byHand
  }
  await oneRound() // warms up both
  const ratios = await rounds(oneRound)
  const [oursMs, byHandMs] = [spent.ours / feedsInRound, spent.byHand / feedsInRound]
  return { ratios, bytes: Buffer.byteLength(ours()), oursMs, byHandMs }
}

function timed(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}
