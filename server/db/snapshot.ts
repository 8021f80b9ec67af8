import type { Pool } from 'pg'
import { askTogether, togetherMs } from './together.ts'

/**
 * Asks for the name of what a query that starts now would see. The same name twice means that nothing was committed between: whatever
 * was read after the first is still what stands there. Any transaction that wrote anything changes it, so it errs on the safe side.
 */
export function snapshotNames(pool: Pool): () => Promise<string> {
  const ask = askTogether<'now', string>(async () => {
    const { rows } = await pool.query<{ name: string }>({ name: 'snapshot', text: 'SELECT pg_current_snapshot()::text AS name' })
    return new Map([['now', rows[0]?.name ?? '']])
  }, togetherMs)
  return async () => (await ask('now')) ?? ''
}
