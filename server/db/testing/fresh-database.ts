import { randomBytes } from 'node:crypto'
import { Client, type ClientConfig } from 'pg'
import { afterAll, inject } from 'vitest'
import { openDatabase, type Database } from '../client.ts'
import { templateName } from './test-server.ts'

export type TestDatabase = Database & {
  /** For a process of its own: what `DATABASE_URL` would hold. */
  readonly url: string
}

/**
 * A database of its own for a test file, with all migrations applied and nothing in it; dropped after the file's last test.
 * Call it in `beforeAll`, or once at the top of a file.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const { password, ...server } = inject('testServer')
  const config: ClientConfig = password === null ? server : { ...server, password }
  const name = `test_${randomBytes(6).toString('hex')}`
  await run(config, `CREATE DATABASE ${name} TEMPLATE ${templateName}`)
  const database = openDatabase({ ...config, database: name })
  afterAll(async () => {
    await run(config, `DROP DATABASE ${name} WITH (FORCE)`) // also when a failed test still holds a connection
    void database.close()
  })
  return { ...database, url: urlOf({ ...config, database: name }) }
}

async function run(config: ClientConfig, sql: string): Promise<void> {
  const client = new Client({ ...config, database: 'postgres' })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function urlOf({ host = '', port, user, password, database }: ClientConfig): string {
  const login = typeof password === 'string' ? `${user}:${password}` : user
  return `postgresql://${login}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}
