export type Way = 'apple' | 'android' | 'google' | 'outlook' | 'programs'

const ways: readonly Way[] = ['google', 'outlook', 'apple', 'android', 'programs']

/**
 * All ways of taking a calendar, with how many of them are most likely right for a device first. A guess from the user agent:
 * it only orders, it never hides. (An iPad calls itself a Mac; for both the way is the same.)
 */
export function waysFor(userAgent: string): { readonly yours: readonly Way[]; readonly others: readonly Way[] } {
  const yours = likely(userAgent)
  return { yours, others: ways.filter((way) => !yours.includes(way)) }
}

function likely(userAgent: string): readonly Way[] {
  if (/android/i.test(userAgent)) return ['android']
  if (/iphone|ipad|ipod|macintosh/i.test(userAgent)) return ['apple']
  return ['google', 'outlook']
}
