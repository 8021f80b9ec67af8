import { wallNumber } from '#shared/time/calendar.ts'

/** A date that was planned: a session's recurrence id, or one that was taken out. Never an overridden start. */
export type Planned = {
  readonly recurrenceId: string
  readonly hasPeople: boolean
  /** Whether it may take this new date: what is to come can't go to a date that already began. */
  readonly mayTake: (recurrenceId: string, sameDay: boolean) => boolean
}

/**
 * Finds for planned dates the dates of a new rule that continue them (mechanics 2). The same local day first, whatever the hour.
 * For the rest the order is kept: most matches, then the smallest total shift, then those with people; nothing shifts by more
 * than half the smaller median gap of the old and the new dates.
 *
 * @param olds - in time order
 * @param news - in time order
 * @returns for each old date its index in `news`, or null
 */
export function pairDates(olds: readonly Planned[], news: readonly string[]): (number | null)[] {
  const pairs = pairSameDays(olds, news)
  const taken = new Set(pairs.filter((pair) => pair !== null))
  const limit = limitOf(
    olds.map(({ recurrenceId }) => recurrenceId),
    news,
  )
  let oldFrom = 0
  let newFrom = 0
  // Between two dates that stay on their day the others keep their order.
  for (const oldTo of [...pairs.flatMap((pair, n) => (pair === null ? [] : [n])), olds.length]) {
    const newTo = pairs[oldTo] ?? news.length
    const free = range(newFrom, newTo).filter((n) => !taken.has(n))
    for (const [old, pair] of pairNearest(range(oldFrom, oldTo), free, olds, news, limit)) pairs[old] = pair
    oldFrom = oldTo + 1
    newFrom = Math.max(newFrom, newTo + 1)
  }
  return pairs
}

/** Half the smaller median gap, in milliseconds of wall time; without any gap there is no limit. */
function limitOf(...lists: readonly (readonly string[])[]): number {
  return Math.min(...lists.map((list) => medianGap(list.map(numberOf)) / 2))
}

/** Of an odd number of gaps the last is left out: in "Monday and Wednesday" a half week more mustn't tip the median to 2 or 5 days. */
function medianGap(numbers: readonly number[]): number {
  const all = numbers.slice(1).map((number, n) => number - (numbers[n] ?? 0))
  if (all.length === 0) return Infinity
  const gaps = all.slice(0, Math.max(1, all.length - (all.length % 2))).toSorted((a, b) => a - b)
  const middle = (gaps.length - 1) / 2
  return ((gaps[Math.floor(middle)] ?? 0) + (gaps[Math.ceil(middle)] ?? 0)) / 2
}

/** What stays on its day: the very same date first, then in the order of the day. */
function pairSameDays(olds: readonly Planned[], news: readonly string[]): (number | null)[] {
  const taken = new Set<number>()
  const take = (old: Planned, candidates: readonly number[]): number | null => {
    const found = candidates.find((n) => !taken.has(n) && old.mayTake(news[n] ?? '', true)) ?? null
    if (found !== null) taken.add(found)
    return found
  }
  const byId = indexesBy(news, (id) => id)
  const byDay = indexesBy(news, dayOf)
  const exact = olds.map((old) => take(old, byId.get(old.recurrenceId) ?? []))
  return olds.map((old, n) => exact[n] ?? take(old, byDay.get(dayOf(old.recurrenceId)) ?? []))
}

function indexesBy(ids: readonly string[], key: (id: string) => string): ReadonlyMap<string, readonly number[]> {
  const indexes = new Map<string, number[]>()
  ids.forEach((id, n) => indexes.set(key(id), [...(indexes.get(key(id)) ?? []), n]))
  return indexes
}

function dayOf(recurrenceId: string): string {
  return recurrenceId.slice(0, 10)
}

/** Dynamic programming over two ordered lists. A score holds, from high to low: matches, minus the shift in minutes, people. */
function pairNearest(
  oldIndexes: readonly number[],
  newIndexes: readonly number[],
  olds: readonly Planned[],
  news: readonly string[],
  limit: number,
): (readonly [number, number])[] {
  const width = newIndexes.length + 1
  const best = new Float64Array((oldIndexes.length + 1) * width)
  const scoreOf = (o: number, n: number): number | null => {
    const old = olds[oldIndexes[o - 1] ?? -1]
    const id = news[newIndexes[n - 1] ?? -1]
    if (!old || !id || !old.mayTake(id, false)) return null
    const shift = Math.abs(numberOf(id) - numberOf(old.recurrenceId))
    return shift > limit ? null : matchScore - (shift / 60_000) * shiftScore + Number(old.hasPeople)
  }
  for (let o = 1; o <= oldIndexes.length; o += 1)
    for (let n = 1; n < width; n += 1) {
      const skip = Math.max(best[(o - 1) * width + n] ?? 0, best[o * width + n - 1] ?? 0)
      const score = scoreOf(o, n)
      best[o * width + n] = score === null ? skip : Math.max(skip, (best[(o - 1) * width + n - 1] ?? 0) + score)
    }
  const pairs: (readonly [number, number])[] = []
  for (let o = oldIndexes.length, n = width - 1; o > 0 && n > 0;) {
    const here = best[o * width + n]
    if (here === best[(o - 1) * width + n]) o -= 1
    else if (here === best[o * width + n - 1]) n -= 1
    else {
      pairs.push([oldIndexes[o - 1] ?? 0, newIndexes[n - 1] ?? 0])
      o -= 1
      n -= 1
    }
  }
  return pairs
}

/** 800 matches, 24 months of minutes each and 800 people stay apart, and inside the 53 bits of a number. */
const shiftScore = 1e3
const matchScore = 1e13

/** A day counts as its noon, so that a whole day becomes a timed one without shifting to another day. */
function numberOf(recurrenceId: string): number {
  return wallNumber(recurrenceId.length === 10 ? `${recurrenceId}T12:00:00` : recurrenceId)
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n)
}
