import { PrismaPg } from '@prisma/adapter-pg'
import { Pool, type ClientConfig } from 'pg'
import { PrismaClient } from './generated/client.ts'

/** One pool of connections, used through Prisma, and directly where SQL says it better. */
export type Database = {
  readonly prisma: PrismaClient
  readonly pool: Pool
  /** How to reach the same database with a connection of one's own (LISTEN, locks, COPY). */
  readonly config: ClientConfig
  readonly close: () => Promise<void>
}

/**
 * Opens nothing yet: connections are made as they are needed, at most `max` of them. All of them count in UTC: Prisma writes moments
 * without an offset, which a database that counts in Warsaw's time would take for others.
 *
 * @param name - what PostgreSQL's log and its list of connections call them
 */
export function openDatabase(config: ClientConfig, max = 10, name = 'podworko'): Database {
  const options = `${config.options ?? ''} -c TimeZone=UTC`.trim()
  const pool = new Pool({ ...config, options, max, connectionTimeoutMillis: 5000, application_name: name })
  pool.on('error', () => {}) // an idle connection was lost: the pool makes a new one when it is needed
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  const close = async () => {
    await prisma.$disconnect()
    await pool.end()
  }
  return { prisma, pool, config, close }
}
