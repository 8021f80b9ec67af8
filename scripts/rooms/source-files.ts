import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/** A source file: its path from the top, with `/`, and what it imports. */
export type Source = { readonly path: string; readonly text: string; readonly imports: readonly Import[] }

export type Import = {
  /** A path from the top (`shared/time/place.ts`), or a package or built-in module as written (`node:fs`, `luxon`). */
  readonly target: string
  readonly isOurs: boolean
  /** Types are gone when the program runs. */
  readonly typeOnly: boolean
}

export const rooms = ['shared', 'server', 'client', 'prisma', 'scripts'] as const
export type Room = (typeof rooms)[number]

/** Not in git, so nobody's business. */
const unlooked = new Set(['node_modules', 'build', 'data', 'generated'])

/** Every file and folder of a room, from the top: folders end with `/`. */
export function entriesOf(top: string, folder: string): readonly string[] {
  if (!existsSync(join(top, folder))) return []
  return readdirSync(join(top, folder), { withFileTypes: true })
    .filter((entry) => !unlooked.has(entry.name))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name)
      return entry.isDirectory() ? [`${path}/`, ...entriesOf(top, path)] : [path]
    })
}

export function readSources(top: string): readonly Source[] {
  const paths = rooms.flatMap((room) => entriesOf(top, room)).filter((path) => /\.(?:ts|tsx|mjs)$/.test(path))
  return paths.map((path) => {
    const text = readFileSync(join(top, path), 'utf8')
    return { path, text, imports: importsOf(path, text) }
  })
}

const staticImport = /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"\n]+)['"]/gm
const dynamicImport = /\bimport\(\s*['"]([^'"\n]+)['"]/g

function importsOf(path: string, text: string): readonly Import[] {
  const fixed = [...text.matchAll(staticImport)].map(([, type, name = '']) => toImport(path, name, type !== undefined))
  const later = [...text.matchAll(dynamicImport)].map(([, name = '']) => toImport(path, name, false))
  return [...fixed, ...later]
}

function toImport(from: string, name: string, typeOnly: boolean): Import {
  if (name.startsWith('.')) return { target: posix.join(dirname(from), name), isOurs: true, typeOnly }
  if (name.startsWith('#')) return { target: name.slice(1), isOurs: true, typeOnly }
  return { target: name, isOurs: false, typeOnly }
}

/** `@fullcalendar/react/daygrid` -> `@fullcalendar/react`. */
export function packageOf(target: string): string {
  return target.startsWith('node:') ? target : target.split('/', target.startsWith('@') ? 2 : 1).join('/')
}

export const isTest = (path: string): boolean =>
  /\.(?:test|spec)\.tsx?$/.test(path) || path.startsWith('client/e2e/') || /^server\/(?:db|http)\/testing\//.test(path)
