import type { PlanQuery } from '#shared/contract/plan.ts'
import { reachOf, type Actor } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import { headsOf, lineOf } from './present.ts'
import { exportedSessions } from './repository.ts'
import { csvOf, spreadsheetOf, type Table } from './tables.ts'

/** What is in reach of who asks, as files that a spreadsheet program opens (T37). */
export function exportService(database: Pick<Database, 'prisma'>) {
  async function* lines(actor: Actor, query: PlanQuery): AsyncGenerator<readonly (readonly string[])[]> {
    const [see, sensitive] = [reachOf(actor, 'see'), reachOf(actor, 'see-sensitive')]
    for await (const rows of exportedSessions(database, query, see, sensitive)) yield rows.map((row) => lineOf(row, query.lang))
  }

  const table = (actor: Actor, query: PlanQuery): Table => ({ heads: headsOf(query.lang), lines: lines(actor, query) })

  return {
    csv: (actor: Actor, query: PlanQuery): AsyncGenerator<string> => csvOf(table(actor, query)),

    /** @throws {ImpossibleValueError} when there is too much for one */
    xlsx: (actor: Actor, query: PlanQuery): Promise<Buffer> =>
      spreadsheetOf(table(actor, query), { sheet: 'Plan', what: 'sessions', widths, to: query.to }),
  }
}

const widths = [12, 14, 8, 12, 8, 36, 20, 28, 24, 28, 28, 14, 24, 14, 28, 8]
