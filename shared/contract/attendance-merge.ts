/** What devices at the door need of the contract, without the schemas. */

/** As many taps as one request carries; a device that was away for long sends several. */
export const mostChanges = 200
export const largestCount = 10_000

/** The header in which a device says what it calls itself: made by chance, kept by it, and the key to a door link that it opened. */
export const deviceHeader = 'attendance-device'
export const devicePattern = /^[\w-]{16,64}$/

/** When and by which tap something was said. */
export type Said = { readonly at: string; readonly id: string }

/**
 * Of two taps about the same the later one holds, and of two at the same moment the one with the greater id: whatever the order in which they
 * come, and however often, every device and the server end with the same (T61).
 *
 * @param one - times as `2026-11-26T17:00:00.000Z`, all of one length, so that they compare as texts
 */
export function isLater(one: Said, other: Said | null): boolean {
  if (other === null) return true
  return one.at === other.at ? one.id > other.id : one.at > other.at
}

/** What holds after some taps, by what each is about. */
export function latestOf<Tap extends Said>(taps: readonly Tap[], aboutOf: (tap: Tap) => string): ReadonlyMap<string, Tap> {
  const latest = new Map<string, Tap>()
  for (const tap of taps) {
    const about = aboutOf(tap)
    if (isLater(tap, latest.get(about) ?? null)) latest.set(about, tap)
  }
  return latest
}
