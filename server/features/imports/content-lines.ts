import { decodeAs, detectCharset } from './charset.ts'

/** A whole line of a calendar file, unfolded, with the number of the physical line where it begins. */
export type ContentLine = { readonly line: number; readonly text: string }

/**
 * Cuts a calendar file into its lines (RFC 5545 §3.1): CRLF, a bare LF or CR ends one; a line that begins with a space or tab
 * goes on with the one above. Unfolded before it is decoded, as some programs fold inside a character of UTF-8.
 */
export function readContentLines(bytes: Uint8Array): { readonly lines: readonly ContentLine[]; readonly damaged: boolean } {
  const { charset, damaged, skip } = detectCharset(unfoldBytes(bytes))
  if (charset.startsWith('utf-16')) {
    const text = decodeAs(charset, bytes.subarray(skip))
    return { lines: linesOf(text, (part) => part), damaged }
  }
  const raw = Buffer.from(bytes.subarray(skip)).toString('latin1')
  return { lines: linesOf(raw, (part) => decodeAs(charset, Buffer.from(part, 'latin1'))), damaged }
}

/** Only to see the charset: as bytes, without the folds. */
function unfoldBytes(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return bytes
  return Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replaceAll(/\r?\n[ \t]/g, ''),
    'latin1',
  )
}

function linesOf(text: string, decode: (part: string) => string): readonly ContentLine[] {
  const lines: { line: number; parts: string[] }[] = []
  text.split(/\r\n|\n|\r/).forEach((part, n) => {
    const above = lines.at(-1)
    if (/^[ \t]/.test(part) && above) above.parts.push(part.slice(1))
    else if (part.trim() !== '') lines.push({ line: n + 1, parts: [part] })
  })
  return lines.map(({ line, parts }) => ({ line, text: decode(parts.join('')) }))
}
