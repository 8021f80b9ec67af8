import writeXlsxFile from 'write-excel-file/node'
import type { PlanQuery } from '#shared/contract/plan.ts'
import { reachOf, type Actor } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import { ImpossibleValueError } from '../../errors.ts'
import { csvLine, csvMark, xlsxText } from './cells.ts'
import { headsOf, lineOf } from './present.ts'
import { exportedSessions } from './repository.ts'

/** A spreadsheet is put together in memory; who wants more takes the CSV file. */
const mostInSpreadsheet = 10_000

/** What is in reach of who asks, as files that a spreadsheet program opens (T37). */
export function exportService(database: Pick<Database, 'prisma'>) {
  async function* lines(actor: Actor, query: PlanQuery): AsyncGenerator<readonly (readonly string[])[]> {
    const [see, sensitive] = [reachOf(actor, 'see'), reachOf(actor, 'see-sensitive')]
    for await (const rows of exportedSessions(database, query, see, sensitive)) yield rows.map((row) => lineOf(row, query.lang))
  }

  return {
    /** In pieces, as the database gives them. */
    async *csv(actor: Actor, query: PlanQuery): AsyncGenerator<string> {
      yield csvMark + csvLine(headsOf(query.lang))
      for await (const some of lines(actor, query)) yield some.map(csvLine).join('')
    },

    /** Text cells alone, so that nothing in them is reckoned. @throws {ImpossibleValueError} when there is too much for one */
    async xlsx(actor: Actor, query: PlanQuery): Promise<Buffer> {
      const all: (readonly string[])[] = []
      for await (const some of lines(actor, query)) {
        all.push(...some)
        if (all.length > mostInSpreadsheet)
          throw new ImpossibleValueError([
            { name: 'to', value: query.to, expected: `at most ${mostInSpreadsheet} sessions in a spreadsheet` },
          ])
      }
      const head = headsOf(query.lang).map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
      const rows = all.map((line) => line.map((text) => ({ value: xlsxText(text), type: String })))
      const sheet = { data: [head, ...rows], sheet: 'Plan', columns: widths, stickyRowsCount: 1 }
      return writeXlsxFile([sheet] as never).toBuffer()
    },
  }
}

const widths = [12, 14, 8, 12, 8, 36, 20, 28, 24, 28, 28, 14, 24, 14, 28, 8].map((width) => ({ width }))
