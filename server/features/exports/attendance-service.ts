import writeXlsxFile from 'write-excel-file/node'
import type { PlanQuery } from '#shared/contract/plan.ts'
import { hasSomewhere, NotAllowedError, type Actor } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import { ImpossibleValueError, TooManyRequestsError } from '../../errors.ts'
import { attendanceHeads, attendanceLine } from './attendance-present.ts'
import { attendedRows } from './attendance-repository.ts'
import { csvLine, csvMark, xlsxText } from './cells.ts'

/** A spreadsheet is put together in memory; who wants more takes the CSV file. */
const mostInSpreadsheet = 10_000
const againInSeconds = 30

/** Who came, as files (T37): for whoever plans. One file at a time for each account, as they are long (T69). */
export function attendanceExportService(database: Pick<Database, 'prisma'>) {
  const busy = new Set<string>()

  async function* lines(actor: Actor, query: PlanQuery): AsyncGenerator<readonly (readonly string[])[]> {
    if (busy.has(actor.accountId)) throw new TooManyRequestsError(againInSeconds)
    busy.add(actor.accountId)
    try {
      for await (const rows of attendedRows(database, actor, query)) yield rows.map((row) => attendanceLine(row, query.lang))
    } finally {
      busy.delete(actor.accountId)
    }
  }

  return {
    /** @throws {NotAllowedError} for whoever plans nothing: the desk takes no list away */
    mayTake(actor: Actor): void {
      if (!hasSomewhere(actor, 'plan')) throw new NotAllowedError('plan')
    },

    /** In pieces, as the database gives them. */
    async *csv(actor: Actor, query: PlanQuery): AsyncGenerator<string> {
      yield csvMark + csvLine(attendanceHeads(query.lang))
      for await (const some of lines(actor, query)) yield some.map(csvLine).join('')
    },

    /** @throws {ImpossibleValueError} when there is too much for one */
    async xlsx(actor: Actor, query: PlanQuery): Promise<Buffer> {
      const all: (readonly string[])[] = []
      for await (const some of lines(actor, query)) {
        all.push(...some)
        if (all.length > mostInSpreadsheet)
          throw new ImpossibleValueError([
            { name: 'to', value: query.to, expected: `at most ${mostInSpreadsheet} people in a spreadsheet` },
          ])
      }
      const head = attendanceHeads(query.lang).map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
      const rows = all.map((line) => line.map((text) => ({ value: xlsxText(text), type: String })))
      const sheet = { data: [head, ...rows], sheet: 'Obecność', columns: widths, stickyRowsCount: 1 }
      return writeXlsxFile([sheet] as never).toBuffer()
    },
  }
}

const widths = [12, 8, 36, 28, 24, 28, 28, 16, 12, 8, 8].map((width) => ({ width }))
