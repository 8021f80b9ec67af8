import type { ClientConfig } from 'pg'
import { createFeeds } from '#server/app.ts'
import { systemClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import { openDatabase, type Database } from '#server/db/client.ts'
import { StartError } from '#server/db/start-error.ts'
import { AppError } from '#server/errors.ts'
import { prepareDatabase } from '#server/main.ts'
import { projectFolder, withDatabase } from './with-database.ts'

await withDatabase('npm run print-feed -- all (or cities/gliwice, "kinds/trip?lang=uk", sessions/ID …)', printFeed)

/** The very text that a subscriber of this installation gets now, whether or not a server is running. */
async function printFeed(config: ClientConfig, slice: string): Promise<string> {
  const database = openDatabase(config, 2)
  try {
    const { publicUrl, uidDomain } = (await lastStart(database)) ?? (await firstStart(database))
    const feeds = createFeeds({ config: { ...readConfig(process.env), publicUrl }, database, clock: systemClock }, uidDomain)
    const [name = '', query] = slice.split('?')
    const { forms } = await feeds.find(`/feeds/${name}.ics${query === undefined ? '' : `?${query}`}`)
    return forms.identity.body.toString()
  } catch (error) {
    if (error instanceof AppError) throw new StartError(`${error.message}${reasonsOf(error)}`, { cause: error })
    throw error
  } finally {
    await database.close()
  }
}

type Constants = { readonly publicUrl: string; readonly uidDomain: string }

/** What the server was started with last: the links in its feeds are built on that address. Null before the first start. */
async function lastStart({ pool }: Database): Promise<Constants | null> {
  const { rows: tables } = await pool.query(`SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = 'Installation'`)
  if (tables.length === 0) return null
  const { rows } = await pool.query<Constants>('SELECT "publicUrl", "uidDomain" FROM "Installation"')
  return rows[0] ?? null
}

async function firstStart(database: Database): Promise<Constants> {
  const config = readConfig(process.env)
  const { uidDomain } = await prepareDatabase(config, database, projectFolder, (message) => process.stderr.write(`${message}\n`))
  return { publicUrl: config.publicUrl, uidDomain }
}

function reasonsOf({ details }: AppError): string {
  const issues = (details['issues'] ?? []) as readonly {
    readonly name: string
    readonly value: string
    readonly expected: string
  }[]
  return issues.map(({ name, value, expected }) => `; ${name} is "${value}", expected ${expected}`).join('')
}
