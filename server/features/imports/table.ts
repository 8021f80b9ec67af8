import { parse } from 'csv-parse/sync'
import { ImportError } from './import-error.ts'
import { importLimits } from './limits.ts'

/** A line of a table as it was found: its cells as texts, without spaces around them, and its number as people count lines, from 1. */
export type Line = { readonly line: number; readonly cells: readonly string[] }

const separators = ['\t', ';', ','] as const

/**
 * Reads a pasted table or a CSV file: tabs, semicolons or commas, whichever divides its lines alike; quotes around cells with
 * separators and line breaks in them. Lines without any text are left out.
 *
 * @throws {ImportError} when it is no table, or too long
 */
export function readDelimited(text: string): readonly Line[] {
  const delimiter = separatorOf(text)
  const found = parseWith(delimiter, text)
  const lines = found
    .map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  refuseTooMany(lines.length)
  return lines
}

/** @throws {ImportError} */
export function refuseTooMany(rows: number): void {
  if (rows > importLimits.lines) throw new ImportError('too-many-rows', String(rows), String(importLimits.rows))
}

type Found = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

function parseWith(delimiter: string, text: string): readonly Found[] {
  try {
    return parse(text, {
      delimiter,
      info: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: importLimits.lines + 1,
    }) as unknown as readonly Found[]
  } catch (cause) {
    if (delimiter === '\t' || !(cause instanceof Error)) throw new ImportError('not-a-table', '', 'a table', { cause })
    return parseLoosely(delimiter, text)
  }
}

/** Where quotes don't close, each line is for itself. */
function parseLoosely(delimiter: string, text: string): readonly Found[] {
  return text.split(/\r\n|\n|\r/).map((line, n) => ({ record: line.split(delimiter), info: { lines: n + 1 } }))
}

/** The separator that most lines have equally often; of equals, the rarer in plain writing. A line in Excel's own words may say it. */
function separatorOf(text: string): string {
  const sample = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .slice(0, 40)
  const said = /^sep=(.)$/.exec(sample[0] ?? '')?.[1]
  if (said && separators.some((one) => one === said)) return said
  const scored = separators.map((separator) => {
    const counts = sample.map((line) => outsideQuotes(line).split(separator).length - 1).filter((count) => count > 0)
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
    return { separator, score: counts.filter((count) => count === usual).length * Math.min(usual, 4) }
  })
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score > 0 ? best.separator : '\t'
}

const outsideQuotes = (line: string): string => line.replaceAll(/"[^"]*"/g, '')
