import { chmodSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blockingFolder, makeFolder, repairLinks } from './postgres-binaries.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podworko-binaries-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('repairLinks', () => {
  it('puts back the links that an installation without scripts lacks, and leaves those that are there', () => {
    mkdirSync(join(folder, 'native', 'lib'), { recursive: true })
    writeFileSync(join(folder, 'native', 'lib', 'libpq.so.5.18'), '')
    const links = ['libpq.so', 'libpq.so.5'].map((name) => ({ source: 'native/lib/libpq.so.5.18', target: `native/lib/${name}` }))
    writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links))
    repairLinks(folder)
    repairLinks(folder)
    expect(links.map(({ target }) => readlinkSync(join(folder, target)))).toEqual(['libpq.so.5.18', 'libpq.so.5.18'])
  })
})

describe('blockingFolder', () => {
  const stranger = { uid: 54_321, gid: 54_321 }

  it.each([
    [0o755, false],
    [0o711, false],
    [0o700, true],
    [0o754, true],
  ])('a folder with mode %o keeps a stranger out: %s', (mode, blocks) => {
    chmodSync(folder, 0o755)
    const inner = join(folder, 'inner')
    mkdirSync(inner)
    chmodSync(inner, mode)
    expect(blockingFolder(join(inner, 'not', 'there', 'yet'), stranger)).toBe(blocks ? inner : null)
  })
})

describe('makeFolder', () => {
  it('makes a folder in a folder, and finds it there the next time', () => {
    const inner = join(folder, 'one', 'two')
    makeFolder(inner)
    makeFolder(inner)
    expect(statSync(inner).isDirectory()).toBe(true)
  })

  it('refuses a place where nothing can be made', () => {
    expect(() => makeFolder('/proc/podworko/postgres')).toThrow("/proc/podworko/postgres can't be written to")
  })
})
