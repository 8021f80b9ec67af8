import type { Pool } from 'pg'

/**
 * Names what a query that starts now would see. The same name twice means that nothing was committed between: whatever was read after
 * the first is still what stands there. Any transaction that wrote anything changes it, so it errs on the safe side.
 */
export async function snapshotName(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ name: string }>({ name: 'snapshot', text: 'SELECT pg_current_snapshot()::text AS name' })
  return rows[0]?.name ?? ''
}
