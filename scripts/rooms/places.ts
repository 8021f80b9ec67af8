import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { entriesOf, rooms } from './source-files.ts'

const topLevel = [...rooms, 'package.json', 'package-lock.json', 'tsconfig.json', 'prisma.config.ts', 'README.md', 'LICENSE']
const outsideGit = ['node_modules', 'build', 'data']
const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*$/
const junkDrawers = /^(?:utils?|helpers?|misc|common|lib-?utils)(?:\.|$)/

/** Things whose place or name is wrong. */
export function findMisplaced(top: string): readonly string[] {
  return [...strangersAtTheTop(top), ...roomsWithoutReadme(top), ...rooms.flatMap((room) => badNames(top, room))]
}

function strangersAtTheTop(top: string): readonly string[] {
  return readdirSync(top)
    .filter((name) => !name.startsWith('.') && !topLevel.includes(name) && !outsideGit.includes(name))
    .map(
      (name) =>
        `${name} stands at the top level, which holds only ${topLevel.join(', ')}: a tool's configuration belongs in the room that it serves, a script in scripts/`,
    )
}

/** The five rooms, and the folders in them that have rules of their own. */
function roomsWithoutReadme(top: string): readonly string[] {
  const inside = ['shared', 'server'].flatMap((room) =>
    entriesOf(top, room).filter((path) => path.endsWith('/') && path.split('/').length === 3),
  )
  return [...rooms.map((room) => `${room}/`), ...inside]
    .filter((folder) => existsSync(join(top, folder)) && !existsSync(join(top, folder, 'README.md')))
    .map((folder) => `${folder} has no README.md: say what belongs there, what may be imported, and what was decided`)
}

function badNames(top: string, room: string): readonly string[] {
  return entriesOf(top, room)
    .filter((path) => !path.startsWith('prisma/migrations/'))
    .flatMap((path) => {
      const name = path.replace(/\/$/, '').split('/').at(-1) ?? ''
      if (name === 'README.md' || name.startsWith('.')) return []
      if (junkDrawers.test(name)) return [`${path} is a junk drawer: name the file by what it does`]
      return kebabCase.test(name) ? [] : [`${path} is not in kebab-case: call it ${toKebab(name)}`]
    })
}

function toKebab(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/[_\s]+/g, '-')
    .toLowerCase()
}
