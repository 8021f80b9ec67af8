import writeXlsxFile from 'write-excel-file/node'
import { ImpossibleValueError } from '../../errors.ts'
import { csvLine, csvMark, xlsxText } from './cells.ts'

/** A spreadsheet is put together in memory; who wants more takes the CSV file. */
const mostInSpreadsheet = 10_000

/** A table as it comes: its lines in pieces, as the database gives them. */
export type Table = {
  readonly heads: readonly string[]
  readonly lines: AsyncIterable<readonly (readonly string[])[]>
}

/** In pieces, so that nobody has to hold it whole. */
export async function* csvOf({ heads, lines }: Table): AsyncGenerator<string> {
  yield csvMark + csvLine(heads)
  for await (const some of lines) yield some.map(csvLine).join('')
}

/**
 * Text cells alone, so that nothing in them is reckoned.
 *
 * @param about - what the sheet is called, what a line of it is, how wide its columns are, and the last day that was asked for
 * @throws {ImpossibleValueError} when there is too much for one
 */
export async function spreadsheetOf(
  { heads, lines }: Table,
  about: { readonly sheet: string; readonly what: string; readonly widths: readonly number[]; readonly to: string },
): Promise<Buffer> {
  const all: (readonly string[])[] = []
  for await (const some of lines) {
    all.push(...some)
    if (all.length > mostInSpreadsheet)
      throw new ImpossibleValueError([
        { name: 'to', value: about.to, expected: `at most ${mostInSpreadsheet} ${about.what} in a spreadsheet` },
      ])
  }
  const head = heads.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
  const rows = all.map((line) => line.map((text) => ({ value: xlsxText(text), type: String })))
  const columns = about.widths.map((width) => ({ width }))
  return writeXlsxFile([{ data: [head, ...rows], sheet: about.sheet, columns, stickyRowsCount: 1 }] as never).toBuffer()
}
