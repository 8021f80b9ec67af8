import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#server/config.ts'
import { systemClock } from '#server/clock.ts'
import { openDatabase, type Database } from '#server/db/client.ts'
import { migrate, underStartLock } from '#server/db/migrate.ts'
import { StartError } from '#server/db/start-error.ts'
import { openStorage } from '#server/db/storage.ts'
import { loadSampleData, SampleConflict } from '../prisma/sample/load.ts'
import { removeRealPrograms, removeSeason, SampleInUse, type Removed, type RemovedNoun } from '../prisma/sample/remove.ts'

const usage = `npm run sample -- load                      the real programs and an invented season around today
npm run sample -- remove                    takes the invented season out
npm run sample -- remove --real-programs    the real programs too, as far as nothing else uses them`

type Say = { readonly tell: (line: string) => void; readonly complain: (line: string) => void }

/**
 * Loads or removes the sample data of an installation and says what it did.
 *
 * @param args - `load`, or `remove` with or without `--real-programs`
 * @returns the exit code: 0 done, 1 refused with one sentence, 2 not understood
 */
export async function runSample(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
  { tell, complain }: Say,
): Promise<number> {
  const verb = readVerb(args)
  if (!verb) {
    complain(usage)
    return 2
  }
  try {
    await withDatabase(env, folder, tell, async (database) => verb(database, tell))
    return 0
  } catch (error) {
    if (!(error instanceof StartError || error instanceof SampleConflict || error instanceof SampleInUse)) throw error
    complain(`nothing was changed: ${error.message}`)
    return 1
  }
}

type Verb = (database: Database, tell: Say['tell']) => Promise<void>

function readVerb(args: readonly string[]): Verb | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'real-programs': { type: 'boolean', default: false } },
    })
    const realToo = values['real-programs']
    if (positionals.length !== 1) return null
    if (positionals[0] === 'remove') return realToo ? removeAll : remove
    return positionals[0] === 'load' && !realToo ? load : null
  } catch {
    return null
  }
}

async function load(database: Database, tell: Say['tell']): Promise<void> {
  const { season } = await loadSampleData(database, systemClock())
  tell('the real programs of five documents are there, shown as finished')
  tell(
    season
      ? `an invented season was made around ${season.today}: ${season.sessions} published sessions, all marked "Zajęcia wymyślone – nie przychodź"`
      : 'an invented season was there already and stays as it is; for one around today, remove it and load again',
  )
}

async function remove(database: Database, tell: Say['tell']): Promise<void> {
  const removed = await removeSeason(database)
  tell(`the invented season: ${inWords(removed)}`)
  tell(`nothing that is marked as sample is left; the real programs stay (to remove them too: --real-programs)`)
}

async function removeAll(database: Database, tell: Say['tell']): Promise<void> {
  tell(`the invented season: ${inWords(await removeSeason(database))}`)
  tell(`the real programs: ${inWords(await removeRealPrograms(database))}`)
  const left = await database.prisma.program.count()
  tell(left === 0 ? 'no program is left' : `${left} programs stay: they aren't of the sample data, or something is built on them`)
}

function inWords(removed: Removed): string {
  const nouns = Object.entries(removed) as [RemovedNoun, number][]
  const gone = nouns.filter(([, count]) => count > 0).map(([noun, count]) => `${noun} ${count}`)
  return gone.length === 0 ? 'there was nothing to remove' : `removed ${gone.join(', ')}`
}

async function withDatabase(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
  tell: Say['tell'],
  work: (database: Database) => Promise<void>,
): Promise<void> {
  const storage = await openStorage(readConfig(env), folder, tell)
  const database = openDatabase(storage.config)
  try {
    await underStartLock(storage.config, async (client) => {
      await migrate(client, join(folder, 'prisma', 'migrations'))
      await work(database)
    })
  } finally {
    await database.close()
    await storage.leave()
  }
}
