/** A flood of sign-ups: people at the opening of a course, or somebody who takes seats under made-up names (T30). */

const hourMs = 3_600_000
const fewest = 60

/** Web sign-ups in an hour that a list takes without anybody being asked to look: more come from a crowd, or from a script. */
export const budgetOf = (capacity: number | null): number => Math.max(fewest, 2 * (capacity ?? 0))

/**
 * The last stretch of time in which more came within an hour than the budget.
 *
 * @param timesMs - when each came, earliest first
 * @example floodIn([0, 1, 2, 9e6], 2) // { fromMs: 0, toMs: 2 }
 */
export function floodIn(timesMs: readonly number[], budget: number): { readonly fromMs: number; readonly toMs: number } | null {
  let found: { fromMs: number; toMs: number } | null = null
  let first = 0
  for (const [last, toMs] of timesMs.entries()) {
    while ((timesMs[first] ?? toMs) <= toMs - hourMs) first += 1
    if (last - first < budget) continue
    const fromMs = timesMs[first] ?? toMs
    found = found && fromMs <= found.toMs ? { fromMs: found.fromMs, toMs } : { fromMs, toMs }
  }
  return found
}
