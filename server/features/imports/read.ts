import type { LocalDay } from '#shared/time/when.ts'
import { decodeText } from './charset.ts'
import { ImportError, UnknownFormatError } from './import-error.ts'
import { readDelimited, type Line } from './table.ts'
import { readWorkbook, type Sheet } from './workbook.ts'

/** What was sent, as far as it can be read before anybody says what its columns mean. */
export type Content =
  | { readonly kind: 'table'; readonly sheets: readonly Sheet[] }
  /** The bytes in base64: a calendar is read anew each time, as its dates reach from today. */
  | { readonly kind: 'calendar'; readonly bytes: string }

export type { Line, LocalDay }

/**
 * Tells what bytes are by looking at them, whatever their name says (T43), and reads them.
 *
 * @throws {ImportError} 422 when it is broken, empty or too long
 * @throws {UnknownFormatError} 415 when it is neither table nor calendar
 */
export async function readContent(bytes: Buffer): Promise<Content> {
  if (bytes.length === 0) throw new ImportError('empty', '', 'some rows')
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return { kind: 'table', sheets: notEmpty(await readWorkbook(bytes)) }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new ImportError('old-spreadsheet', 'XLS', 'XLSX or CSV')
  const foreign = signatures.find(([, ...signature]) => startsWith(bytes, signature as unknown as readonly number[]))
  if (foreign) throw new UnknownFormatError(foreign[0])
  const { text } = decodeText(bytes)
  if (/^\s*BEGIN:VCALENDAR/im.test(text.slice(0, 4000))) return { kind: 'calendar', bytes: bytes.toString('base64') }
  if (/^\s*(?:<!doctype|<html|<\?xml|<svg)/i.test(text)) throw new UnknownFormatError('a page')
  if (/^\s*[[{]/.test(text) && isJson(text)) throw new UnknownFormatError('JSON')
  if (hasControls(text)) throw new UnknownFormatError('no text')
  return { kind: 'table', sheets: notEmpty([{ name: '', lines: readDelimited(text) }]) }
}

function notEmpty(sheets: readonly Sheet[]): readonly Sheet[] {
  const full = sheets.filter(({ lines }) => lines.length > 0)
  if (full.length === 0) throw new ImportError('empty', '', 'some rows')
  return full
}

const signatures: readonly (readonly [string, ...number[]])[] = [
  ['a PDF', 0x25, 0x50, 0x44, 0x46],
  ['a picture', 0x89, 0x50, 0x4e, 0x47],
  ['a picture', 0xff, 0xd8, 0xff],
  ['a picture', 0x47, 0x49, 0x46, 0x38],
  ['a packed file', 0x1f, 0x8b],
  ['a packed file', 0x52, 0x61, 0x72, 0x21],
  ['a packed file', 0x37, 0x7a, 0xbc, 0xaf],
  ['a program', 0x4d, 0x5a],
  ['a program', 0x7f, 0x45, 0x4c, 0x46],
]

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, n) => bytes[n] === byte)

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** More than a stray control character or two in the beginning: bytes that are no writing. */
function hasControls(text: string): boolean {
  const sample = text.slice(0, 4000)
  // oxlint-disable-next-line no-control-regex
  return [...sample.matchAll(/[\u0000-\u0008\u000e-\u001f]/g)].length > sample.length / 100
}
