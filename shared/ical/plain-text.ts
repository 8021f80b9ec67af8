const joiner = 0x200d
/** First and last of what joins the character before it: combining marks, joiner, variation selectors, skin tones, tags. */
const marks: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [joiner, joiner],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0x1f3fb, 0x1f3ff],
  [0xe0020, 0xe007f],
]
/** Two of them make a flag. */
const isFlagLetter = (code: number): boolean => code >= 0x1f1e6 && code <= 0x1f1ff

/**
 * Text as the product keeps and publishes it: every kind of line break is `\n`, other control characters but the tab are gone
 * and half a surrogate pair is U+FFFD. Text that is already so comes back the same.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
}

/** Plain text for what has one line only: titles, names, places. Line breaks become spaces. */
export const oneLine = (text: string): string => plainText(text).replaceAll('\n', ' ')

/**
 * The last place at or before `index` where a text may be cut without splitting a character (as a reader sees it), or `index`
 * itself, moved off the middle of a surrogate pair, when one character fills everything after `begin`.
 * The ranges are written out instead of asking ICU, whose answer differs between versions of Node: a feed's bytes must not.
 */
export function cutBetweenCharacters(text: string, begin: number, index: number): number {
  const whole = isLowSurrogate(text.charCodeAt(index)) ? index - 1 : index
  let cut = whole
  while (cut > begin && joins(text, cut)) cut -= isLowSurrogate(text.charCodeAt(cut - 1)) ? 2 : 1
  return cut > begin ? cut : whole
}

/** At most `limit` UTF-16 units; what is cut off is replaced by `ending`. */
export function shorten(text: string, limit: number, ending: string): string {
  if (text.length <= limit) return text
  return text.slice(0, cutBetweenCharacters(text, 0, limit - ending.length)) + ending
}

function joins(text: string, index: number): boolean {
  const next = text.codePointAt(index) ?? 0
  if (next < 0x300) return text.charCodeAt(index - 1) === joiner
  const previous = isLowSurrogate(text.charCodeAt(index - 1)) ? text.codePointAt(index - 2) : text.charCodeAt(index - 1)
  if (previous === joiner) return true
  return marks.some(([first, last]) => next >= first && next <= last) || (isFlagLetter(next) && isFlagLetter(previous ?? 0))
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
