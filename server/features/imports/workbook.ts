import { inflateRawSync } from 'node:zlib'
import readXlsxFile from 'read-excel-file/node'
import { ImportError } from './import-error.ts'
import { importLimits } from './limits.ts'
import { refuseTooMany, type Line } from './table.ts'

export type Sheet = { readonly name: string; readonly lines: readonly Line[] }

/**
 * Reads the sheets of an XLSX file: values as texts, of formulas their results. Days become `2026-11-24`, times `17:00`,
 * both together `2026-11-24 17:00`. Before anything is unpacked, the list at the end of the file says how large it would be.
 *
 * @throws {ImportError}
 */
export async function readWorkbook(bytes: Buffer): Promise<readonly Sheet[]> {
  refuseBomb(bytes)
  const sheets = await open(bytes)
  return sheets.map(({ sheet, data }) => ({ name: sheet, lines: linesOf(data) })).filter(({ lines }) => lines.length > 0)
}

async function open(bytes: Buffer) {
  try {
    return await readXlsxFile(bytes)
  } catch (cause) {
    throw new ImportError('not-a-spreadsheet', '', 'a spreadsheet that opens', { cause })
  }
}

function linesOf(data: readonly (readonly unknown[])[]): readonly Line[] {
  const lines = data
    .map((row, n) => ({ line: n + 1, cells: row.slice(0, importLimits.columns).map(textOf) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  refuseTooMany(lines.length)
  return lines
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return momentText(value)
  if (typeof value === 'number') return String(Math.round(value * 1e9) / 1e9)
  return String(value).trim().slice(0, importLimits.cellLength)
}

/** Excel counts days, so a time of day comes a hair off: rounded to the second. A time without a day is on its day zero. */
function momentText(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString()
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 16)]
  if (day < '1900-01-01') return time
  return time === '00:00' ? day : `${day} ${time}`
}

/** What the central directory of a ZIP file says: sizes unpacked, without unpacking (APPNOTE 4.3.12, 4.3.16). */
function refuseBomb(bytes: Buffer): void {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length) throw new ImportError('not-a-spreadsheet', '', 'a spreadsheet that is whole')
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  let total = 0
  const names: string[] = []
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      throw new ImportError('not-a-spreadsheet', '', 'a spreadsheet that is whole')
    total += bytes.readUInt32LE(at + 24)
    const [name, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    refuseLie(bytes, at)
    names.push(bytes.toString('latin1', at + 46, at + 46 + name))
    at += 46 + name + extra + comment
  }
  if (count > importLimits.parts || total > importLimits.unpackedBytes)
    throw new ImportError('zip-bomb', `${total} bytes unpacked`, `at most ${importLimits.unpackedBytes} bytes`)
  if (names.includes('content.xml')) throw new ImportError('old-spreadsheet', 'ODS', 'XLSX or CSV')
  if (!names.some((name) => name.startsWith('xl/'))) throw new ImportError('not-a-spreadsheet', 'ZIP', 'XLSX')
}

/** The list may lie: each packed part is unpacked to at most the length that it says. */
function refuseLie(bytes: Buffer, at: number): void {
  const [method, packed, unpacked, begin] = [
    bytes.readUInt16LE(at + 10),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 24),
    bytes.readUInt32LE(at + 42),
  ]
  if (unpacked > importLimits.unpackedBytes) return // the sum refuses it
  if (begin + 30 > bytes.length) throw new ImportError('not-a-spreadsheet', '', 'a spreadsheet that is whole')
  const from = begin + 30 + bytes.readUInt16LE(begin + 26) + bytes.readUInt16LE(begin + 28)
  if (method === 0) return
  try {
    inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(1, unpacked) })
  } catch (cause) {
    throw new ImportError('zip-bomb', 'a part that is larger than it says, or broken', 'a spreadsheet that is whole', { cause })
  }
}
