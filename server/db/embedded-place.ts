import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ClientConfig } from 'pg'
import { blockingFolder, databaseOwner, findBinaries, makeFolder, type Binaries, type Owner } from './postgres-binaries.ts'
import { StartError } from './start-error.ts'

/** Where an embedded server lives and how it is reached. */
export type Place = {
  readonly data: string
  readonly log: string
  readonly owner: Owner | undefined
  readonly binaries: Binaries
  readonly config: ClientConfig
  /** Arguments of `postgres` and of `initdb` that say who may connect, and from where. */
  readonly listen: readonly string[]
  readonly authentication: readonly string[]
}

/** The longest path of a unix socket on every system is 103 bytes, its file name included. */
const longestSocketFolder = 103 - Buffer.byteLength('/.s.PGSQL.5432')

/**
 * Makes the folder of an embedded server (not yet its database) and says how to reach the server.
 *
 * @param folder - holds `data/`, `log` and, where its path is short enough, the socket
 * @throws {StartError} when the folder can't be used, or the programs can't be found
 */
export function preparePlace(folder: string): Place {
  const owner = databaseOwner()
  const wanted = resolve(folder)
  const blocked = owner && blockingFolder(wanted, owner)
  if (blocked)
    throw new StartError(
      `PostgreSQL can't run as root, and the user "nobody" can't enter ${blocked}: set DATA_DIR to a folder that it can enter, or DATABASE_URL`,
    )
  makeFolder(wanted)
  const home = realpathSync(wanted)
  const files = { data: join(home, 'data'), log: join(home, 'log'), owner, binaries: findBinaries(owner) }
  return process.platform === 'win32' ? { ...files, ...overTcp(home) } : { ...files, ...overSocket(home, owner) }
}

type Reach = Pick<Place, 'config' | 'listen' | 'authentication'>

/** A socket that nobody else may open: its folder is the lock on the door. */
function overSocket(home: string, owner: Owner | undefined): Reach {
  const near = join(home, 'socket')
  const host = Buffer.byteLength(near) <= longestSocketFolder ? near : shortFolder(home)
  claimFolder(host, owner)
  return {
    config: { host, port: 5432, user: 'postgres', database: 'postgres' },
    listen: ['-k', host, '-c', 'listen_addresses='],
    authentication: ['--auth=trust'],
  }
}

function shortFolder(home: string): string {
  const base = existsSync('/tmp') ? '/tmp' : tmpdir()
  return join(base, `podworko-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`)
}

/** Makes a folder for its owner alone. One that somebody else made first could be a trap, so it is refused. */
function claimFolder(path: string, owner: Owner | undefined): void {
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (cause) {
    if (!existsSync(path)) throw new StartError(`the folder ${path} for the database's socket can't be made`, { cause })
  }
  const found = lstatSync(path)
  const uids = [process.getuid?.(), owner?.uid]
  if (!found.isDirectory() || !uids.includes(found.uid) || (found.mode & 0o077) !== 0)
    throw new StartError(`the folder ${path} is needed for the database's socket, but somebody else made it: remove it`)
  if (owner) chownSync(path, owner.uid, owner.gid)
}

/** Windows has no socket that PostgreSQL's programs open by path: a port of its own and a password instead. */
function overTcp(home: string): Reach {
  const passwordFile = join(home, 'password')
  const portFile = join(home, 'port')
  writeOnce(passwordFile, randomBytes(24).toString('base64url'))
  writeOnce(portFile, String(20_000 + (randomBytes(2).readUInt16BE() % 12_000)))
  const port = Number(readFileSync(portFile, 'utf8'))
  return {
    config: { host: '127.0.0.1', port, user: 'postgres', database: 'postgres', password: readFileSync(passwordFile, 'utf8') },
    listen: ['-c', 'listen_addresses=127.0.0.1', '-p', String(port)],
    authentication: ['--auth=scram-sha-256', `--pwfile=${passwordFile}`],
  }
}

function writeOnce(path: string, text: string): void {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    if (!existsSync(path)) throw new StartError(`the file ${path} can't be written`, { cause })
  }
}
