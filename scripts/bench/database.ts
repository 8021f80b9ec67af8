import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { joinEmbedded } from '#server/db/embedded.ts'
import { prepareInstallation } from '#server/db/installation.ts'
import { migrate, underStartLock } from '#server/db/migrate.ts'
import { renderVersion } from '#server/features/feeds/present.ts'
import { fillSeason } from './season.ts'

/** Where all servers of the bench are published. */
export const publicUrl = 'https://podworko.example'

export type BenchServer = {
  /** Makes a database with all migrations and some groups of the season. */
  readonly makeDatabase: (name: string, groups: number) => Promise<BenchDatabase>
  readonly stop: () => Promise<void>
}

export type BenchDatabase = {
  readonly config: ClientConfig
  /** For a process of its own: what `DATABASE_URL` would hold. */
  readonly url: string
  /** The statements that clients of our server sent since a moment of the log that `mark` gave. */
  readonly statementsSince: (mark: number) => readonly string[]
  readonly mark: () => number
}

/** A name in front of each line of PostgreSQL's log, to tell our server's statements from those of the bench. */
const ownLines = /^podworko(?: sign-ups)?\|(\S+)\|(?:LOG: {2}(?:statement|execute [^:]*): )(.*)$/gm

/**
 * Starts a PostgreSQL of its own in a temporary folder. It doesn't wait for the disk: that wait is the same at any size and would
 * only bring every ratio of edits nearer to 1.
 */
export async function startBenchServer(): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'podworko-bench-'))
  chmodSync(folder, 0o755) // as root, PostgreSQL runs as another user
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', log_line_prefix: '%a|%d|' }
  const server = await joinEmbedded(folder, { settings })
  const log = join(folder, 'log')
  const makeDatabase = async (name: string, groups: number): Promise<BenchDatabase> => {
    const config = { ...server.config, database: name }
    await withClient(server.config, (client) => client.query(`CREATE DATABASE ${name}`))
    await underStartLock(config, async (client) => {
      await migrate(client, 'prisma/migrations')
      await prepareInstallation(client, renderVersion, publicUrl) // while it is empty: later it would raise every session once
    })
    await withClient(config, async (client) => {
      await fillSeason(client, groups)
      await client.query(`ALTER DATABASE ${name} SET log_statement = 'all'`) // for connections made from now on
    })
    return {
      config,
      url: urlOf(config),
      mark: () => readFileSync(log).length,
      statementsSince: (mark) =>
        [...readFileSync(log).subarray(mark).toString('utf8').matchAll(ownLines)]
          .filter(([, database]) => database === name)
          .map(([, , statement]) => statement ?? ''),
    }
  }
  const stop = async (): Promise<void> => {
    await server.leave()
    rmSync(folder, { recursive: true, force: true })
  }
  return { makeDatabase, stop }
}

async function withClient<T>(config: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function urlOf({ host = '', port, user, password, database }: ClientConfig): string {
  const login = typeof password === 'string' ? `${user}:${password}` : user
  return `postgresql://${login}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}
