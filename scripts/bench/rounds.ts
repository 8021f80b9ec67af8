/** How often a figure is measured; the median counts. An odd number. */
const usualRounds = 3

/** The middle value, the upper one of two. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The value that so large a part of all is below. @param part - 0 to 1 */
export function quantile(values: readonly number[], part: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * part)] ?? NaN
}

/** Measures in rounds, one after another. */
export async function rounds<T>(measure: () => Promise<T>, roundCount = usualRounds): Promise<readonly T[]> {
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
