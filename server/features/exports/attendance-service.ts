import type { PlanQuery } from '#shared/contract/plan.ts'
import { hasSomewhere, NotAllowedError, type Actor } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import { TooManyRequestsError } from '../../errors.ts'
import { attendanceHeads, attendanceLine } from './attendance-present.ts'
import { attendedRows } from './attendance-repository.ts'
import { csvOf, spreadsheetOf, type Table } from './tables.ts'

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

  const table = (actor: Actor, query: PlanQuery): Table => ({
    heads: attendanceHeads(query.lang),
    lines: lines(actor, query),
  })

  return {
    /** @throws {NotAllowedError} for whoever plans nothing: the desk takes no list away */
    mayTake(actor: Actor): void {
      if (!hasSomewhere(actor, 'plan')) throw new NotAllowedError('plan')
    },

    csv: (actor: Actor, query: PlanQuery): AsyncGenerator<string> => csvOf(table(actor, query)),

    /** @throws {ImpossibleValueError} when there is too much for one */
    xlsx: (actor: Actor, query: PlanQuery): Promise<Buffer> =>
      spreadsheetOf(table(actor, query), { sheet: 'Obecność', what: 'people', widths, to: query.to }),
  }
}

const widths = [12, 8, 36, 28, 24, 28, 28, 16, 12, 8, 8]
