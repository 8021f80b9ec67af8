import { cutBetweenCharacters, plainText } from './plain-text.ts'

/** RFC 5545 §3.1: octets in a line, its line break apart. */
const octetsInLine = 75

/** A property whose value is written as it stands: dates, numbers, addresses. Ends with CRLF, folded. */
export const valueLine = (name: string, value: string): string => `${fold(`${name}:${value}`)}\r\n`

/** A property with a TEXT value (RFC 5545 §3.3.11). Ends with CRLF, folded. */
export const textLine = (name: string, text: string): string => valueLine(name, escapeText(text))

/** Escapes one TEXT value, after making it plain: a raw line break would begin a property of its own. */
export function escapeText(text: string): string {
  return plainText(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** Folds a line to at most 75 octets of UTF-8 per physical line, between characters (RFC 5545 §3.1). */
export function fold(line: string): string {
  if (line.length * 3 <= octetsInLine) return line
  let folded = ''
  let begin = 0
  let octets = 0
  for (let index = 0; index < line.length;) {
    const code = line.charCodeAt(index)
    const pair = code >= 0xd800 && code <= 0xdbff
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : pair ? 4 : 3
    if (octets + size > octetsInLine) {
      const cut = cutBetweenCharacters(line, begin, index)
      folded += `${line.slice(begin, cut)}\r\n `
      begin = index = cut
      octets = 1 // the space that marks a continuation
    } else {
      octets += size
      index += pair ? 2 : 1
    }
  }
  return folded + line.slice(begin)
}
