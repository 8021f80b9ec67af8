import type { Router } from 'express'
import type { Pool } from 'pg'
import { isDatabaseAway } from '../db/database-away.ts'
import { strictRouter } from './strict-router.ts'

/** `/healthz`: this process answers. `/readyz`: it also reaches its database; 503 while it doesn't. */
export function healthRoutes(pool: Pool): Router {
  const router = strictRouter()
  router.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  router.get('/readyz', async (_req, res) => {
    const ready = await reaches(pool)
    res
      .set('Cache-Control', 'no-store')
      .status(ready ? 200 : 503)
      .json({ status: ready ? 'ready' : 'no database' })
  })
  return router
}

async function reaches(pool: Pool): Promise<boolean> {
  try {
    await pool.query('SELECT 1')
    return true
  } catch (error) {
    if (isDatabaseAway(error)) return false
    throw error
  }
}
