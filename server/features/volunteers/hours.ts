import { placeOnTimeline } from '#shared/time/place.ts'
import { warsaw, type WallTime } from '#shared/time/when.ts'

/**
 * How long somebody worked on some shifts: elapsed time, so that 23:00-04:00 in the night of a clock change is 4 or 6 hours (T52). Two shifts
 * that overlap were one person's time, which counts once.
 *
 * @returns hours
 */
export function hoursOn(shifts: readonly { readonly start: WallTime; readonly end: WallTime }[]): number {
  const spans = shifts
    .map(({ start, end }) => ({ from: placeOnTimeline(start, warsaw).ms, to: placeOnTimeline(end, warsaw).ms }))
    .toSorted((one, other) => one.from - other.from)
  let [worked, until] = [0, -Infinity]
  for (const { from, to } of spans) {
    worked += Math.max(to - Math.max(from, until), 0)
    until = Math.max(until, to)
  }
  return worked / 3_600_000
}
