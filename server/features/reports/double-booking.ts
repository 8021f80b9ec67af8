/** Something that takes a time, [start, end), of some people: a host, a group. */
export type Taking = { readonly id: string; readonly startMs: number; readonly endMs: number; readonly of: readonly string[] }

/** Two sessions that take the same people at once, the one that begins first in front. */
export type Pair = { readonly first: string; readonly second: string }

/**
 * Pairs of sessions that take the same people at the same time, in order of start; a pair that meets twice is told once.
 *
 * @example doubleBookings([joga17To19ofZofia, chor18To20ofZofia]) // [{ first: joga, second: chor }]
 */
export function doubleBookings(takings: readonly Taking[]): readonly Pair[] {
  const inOrder = takings.toSorted((one, other) => one.startMs - other.startMs || (one.id < other.id ? -1 : 1))
  const running = new Map<string, Taking[]>()
  const pairs = new Map<string, Pair>()
  for (const next of inOrder)
    for (const who of next.of) {
      const still = (running.get(who) ?? []).filter(({ endMs }) => endMs > next.startMs)
      for (const { id } of still) pairs.set(`${id} ${next.id}`, { first: id, second: next.id })
      running.set(who, [...still, next])
    }
  return [...pairs.values()]
}
