import { spawn, spawnSync } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { preparePlace, type Place } from './embedded-place.ts'
import { StartError } from './start-error.ts'

/** Everybody who uses an embedded server holds this lock, shared: who gets it alone at the end stops the server. */
const usersLock = 72_707_401
const startLimitMs = 20_000
const longestLogBytes = 5_000_000

export type EmbeddedServer = {
  readonly config: ClientConfig
  /** Lets go of the server, and stops it when nobody else uses it. */
  readonly leave: () => Promise<void>
}

export type EmbeddedOptions = {
  /** Further settings of PostgreSQL, such as `{ fsync: 'off' }` for a database that may be lost. */
  readonly settings?: Readonly<Record<string, string>>
  /** Told what is going on when something takes longer than a second. */
  readonly onProgress?: (message: string) => void
}

/**
 * Joins the PostgreSQL server of a folder, making its database and starting it where needed. Several processes may do so at
 * once. While we are joined, a server that dies is started again.
 *
 * @throws {StartError} when there is no answer within 20 s
 */
export async function joinEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const place = preparePlace(folder)
  const membership = { left: false, client: await joinInTime(place, options) }
  rejoinWhenLost(membership, place, options)
  const leave = async () => {
    membership.left = true
    await leaveServer(membership.client, place)
  }
  return { config: place.config, leave }
}

type Membership = { left: boolean; client: Client }

function rejoinWhenLost(membership: Membership, place: Place, options: EmbeddedOptions): void {
  membership.client.once('end', async () => {
    while (!membership.left) {
      const client = await joinInTime(place, options).catch(() => delay(1000, null))
      if (!client) continue
      if (membership.left) return leaveServer(client, place)
      membership.client = client
      return rejoinWhenLost(membership, place, options)
    }
    return undefined
  })
}

async function joinInTime(place: Place, options: EmbeddedOptions): Promise<Client> {
  const deadline = Date.now() + startLimitMs
  for (;;)
    try {
      return (await becomeMember(place)) ?? (await startServer(place, options))
    } catch (error) {
      if (Date.now() > deadline) throw error
      await delay(200) // a dead server's lock is being cleared, or another process starts or stops the server
    }
}

/** A connection that holds the users' lock, or null when no server answers. */
async function becomeMember(place: Place): Promise<Client | null> {
  const client = new Client({ ...place.config, connectionTimeoutMillis: 5000, keepAlive: true, application_name: 'member' })
  client.on('error', () => {}) // 'end' follows
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => {})
    if (isNobodyThere(error)) return null
    throw error
  }
  await client.query('SELECT pg_advisory_lock_shared($1)', [usersLock])
  return client
}

function isNobodyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ECONNREFUSED')
}

async function startServer(place: Place, { settings = {}, onProgress }: EmbeddedOptions): Promise<Client> {
  if (!existsSync(join(place.data, 'PG_VERSION'))) {
    onProgress?.('making an empty database')
    makeDatabase(place)
  }
  if (existsSync(place.log) && statSync(place.log).size > longestLogBytes) rmSync(place.log)
  const log = openSync(place.log, 'a', 0o600)
  const logStart = statSync(place.log).size
  const more = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(place.binaries.postgres, ['-D', place.data, ...place.listen, '-c', 'max_connections=60', ...more], {
    ...place.owner,
    cwd: '/',
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  const ending: { reason?: string } = {}
  child.on('exit', (code, signal) => (ending.reason = `it ended with ${code ?? signal}`))
  child.on('error', (error) => (ending.reason = error.message))
  child.unref()

  while (ending.reason === undefined) {
    const member = await becomeMember(place).catch(() => null)
    if (member) return member
    await delay(25)
  }
  const lastLines = readFileSync(place.log).subarray(logStart).toString('utf8').trim().split('\n').slice(-3).join(' | ')
  throw new StartError(`the embedded PostgreSQL didn't start: ${ending.reason}. ${lastLines}`)
}

/** Made beside its final place and renamed, so that a database half made is never taken for one. The slower of two loses. */
function makeDatabase({ data, owner, binaries, authentication }: Place): void {
  const unfinished = mkdtempSync(`${data}.new-`)
  if (owner) chownSync(unfinished, owner.uid, owner.gid)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=pl-PL']
  const result = spawnSync(
    binaries.initdb,
    ['-D', unfinished, '-U', 'postgres', ...locale, ...authentication, '--no-instructions'],
    {
      ...owner,
      cwd: '/',
      encoding: 'utf8',
    },
  )
  try {
    if (result.status !== 0)
      throw new StartError(`the database can't be made in ${data}: ${result.error?.message ?? result.stderr.trim()}`)
    renameSync(unfinished, data)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(join(data, 'PG_VERSION'))) throw error
  }
}

async function leaveServer(member: Client, place: Place): Promise<void> {
  try {
    await member.query('SELECT pg_advisory_unlock_shared($1)', [usersLock])
    const { rows } = await member.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [usersLock])
    if (rows[0]?.alone) await stopServer(place)
  } catch {
    // the server went away by itself: nothing is left to stop
  } finally {
    await member.end().catch(() => {})
  }
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, all that was acknowledged is on the disk. */
async function stopServer({ data }: Place): Promise<void> {
  const pidFile = join(data, 'postmaster.pid')
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < startLimitMs && existsSync(pidFile); waited += 20) await delay(20)
}
