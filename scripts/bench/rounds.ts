/** How often a figure is measured; the median counts. An odd number. */
const roundCount = 3

/** The middle value, the upper one of two. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN
}

/** Measures in rounds, one after another. */
export async function rounds<T>(measure: () => Promise<T>): Promise<readonly T[]> {
  const measured: T[] = []
  for (let round = 0; round < roundCount; round += 1) measured.push(await measure())
  return measured
}

/** Runs both sides by turns, each first as often as the other, so that what else runs on the machine burdens both alike. */
export async function byTurns(
  times: number,
  ours: () => Promise<void> | void,
  theirs: () => Promise<void> | void,
): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) for (const side of turn % 2 === 0 ? [ours, theirs] : [theirs, ours]) await side()
}
