import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { findStrays } from './strays.ts'

/** Not written out, as this file is checked too. */
const later = 'import'
const made: string[] = []
afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

/** A small project: file paths and their text. */
function project(files: Readonly<Record<string, string>>): string {
  const top = mkdtempSync(join(tmpdir(), 'podworko-rooms-'))
  made.push(top)
  const folders = new Set(Object.keys(files).map((path) => path.split('/')[0]))
  for (const room of ['server', 'client', 'shared', 'prisma', 'scripts'])
    if (folders.has(room)) {
      mkdirSync(join(top, room), { recursive: true })
      writeFileSync(join(top, room, 'README.md'), '')
    }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true })
    writeFileSync(join(top, path), text)
  }
  return top
}

const readmes = {
  'shared/time/README.md': '',
  'server/features/README.md': '',
  'server/http/README.md': '',
  'server/db/README.md': '',
}

describe('findStrays', () => {
  it('has nothing to say about this project', () => {
    expect(findStrays(fileURLToPath(new URL('../..', import.meta.url)))).toEqual([])
  })

  it.each([
    ['a tool at the top', { 'vite.config.ts': '' }, 'vite.config.ts stands at the top level', 'the room that it serves'],
    ['a room without a README', { 'shared/time/place.ts': '' }, 'shared/time/ has no README.md', 'say what belongs there'],
    ['a name with capitals', { 'client/ui/BigButton.tsx': '' }, 'BigButton.tsx is not in kebab-case', 'call it big-button.tsx'],
    ['a junk drawer', { 'client/lib/utils.ts': '' }, 'client/lib/utils.ts is a junk drawer', 'by what it does'],
  ])('says where %s belongs', (_, files, what, where) => {
    expect(findStrays(project(files))).toEqual([expect.stringMatching(new RegExp(`${what}.*${where}`))])
  })

  it.each([
    ['shared/time/a.ts', `import { readFileSync } from 'node:fs'`, 'belongs in server/ or client/'],
    ['shared/time/a.ts', `import { b } from '#server/clock.ts'`, 'belongs in shared/'],
    ['server/http/a.ts', `import type { A } from '../../client/ui/a.ts'`, 'belongs in shared/'],
    ['server/http/a.ts', `export { a } from '#server/features/clubs/service.ts'`, 'knows no noun'],
    ['client/ui/a.ts', `import {\n  a,\n  b,\n} from '#server/errors.ts'`, 'belongs in shared/'],
    ['client/ui/a.ts', `const page = ${later}('#client/app/router.tsx')`, 'nobody imports client/app/'],
    ['client/features/clubs/a.ts', `import '#client/features/venues/b.ts'`, 'a page in client/app/pages/ composes them'],
    ['server/features/venues/service.ts', `import { a } from '../clubs/repository.ts'`, 'features know only lower ones'],
    ['prisma/sample/a.ts', `import { a } from '../../scripts/start.mjs'`, 'nobody imports scripts'],
  ])('refuses that %s has %s', (path, text, reason) => {
    expect(findStrays(project({ ...readmes, [path]: text }))).toEqual([expect.stringContaining(reason)])
  })

  it('lets a higher feature know a lower one, and a test know whom it likes', () => {
    const files = {
      'server/features/clubs/service.ts': `import { a } from '../venues/repository.ts'`,
      'server/features/venues/service.test.ts': `import { a } from '../clubs/repository.ts'`,
    }
    expect(findStrays(project({ ...readmes, ...files }))).toEqual([])
  })

  it('takes a name of its own in a feature only for a pure module', () => {
    const files = {
      'server/features/planning/reconcile.ts': `import { a } from '#shared/time/place.ts'`,
      'server/features/planning/copy-service.ts': `import { Pool } from 'pg'`,
      'server/features/planning/lookup.ts': `import { Pool } from 'pg'`,
      'server/features/gardens/service.ts': '',
    }
    expect(findStrays(project({ ...readmes, ...files }))).toEqual([
      expect.stringContaining('gardens is no feature'),
      expect.stringContaining('planning/lookup.ts imports pg'),
    ])
  })

  it.each([
    ['shared/time/a.ts', 'const today = new Date()', 'shared/ has no clock'],
    ['server/http/a.ts', 'const port = process.env.PORT', 'server/config.ts'],
    ['server/features/venues/repository.ts', 'prisma.$queryRawUnsafe(text)', 'T42'],
  ])('refuses in %s: %s', (path, text, reason) => {
    expect(findStrays(project({ ...readmes, [path]: text }))).toEqual([expect.stringContaining(reason)])
    expect(findStrays(project({ ...readmes, [path]: `// ${text}` }))).toEqual([])
  })

  it('shows the way by which a public page would load a large package', () => {
    const files = {
      'client/app/main.tsx': `import { agenda } from './agenda.tsx'`,
      'client/app/agenda.tsx': `const page = ${later}('#shared/time/format.ts')`,
      'shared/time/format.ts': `import { DateTime } from 'luxon'\nimport type { ZodError } from 'zod'`,
    }
    expect(findStrays(project({ ...readmes, ...files }))).toEqual([
      expect.stringContaining('client/app/main.tsx -> client/app/agenda.tsx -> shared/time/format.ts imports luxon'),
    ])
  })
})
