import { mkdtempSync, rmSync } from 'node:fs'
import { chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import type { TestProject } from 'vitest/node'
import { joinEmbedded } from '../embedded.ts'
import { migrate, underStartLock } from '../migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly testServer: { readonly host: string; readonly port: number; readonly user: string; readonly password: string | null }
  }
}

/** The database that every test file's own is copied from: all migrations applied, nothing in it. */
export const templateName = 'template_migrated'

/** Runs before the first test and after the last: one PostgreSQL in a temporary folder, whose data may be lost. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'podworko-test-'))
  chmodSync(folder, 0o755)
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }
  const server = await joinEmbedded(folder, { settings })
  await makeTemplate(server.config)
  const { host = 'localhost', port = 5432, user = 'postgres', password } = server.config
  project.provide('testServer', { host, port, user, password: typeof password === 'string' ? password : null })
  return async () => {
    await server.leave()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(config: ClientConfig): Promise<void> {
  const client = new Client(config)
  await client.connect()
  await client.query(`CREATE DATABASE ${templateName}`)
  await client.end()
  await underStartLock({ ...config, database: templateName }, (locked) => migrate(locked, 'prisma/migrations'))
}
