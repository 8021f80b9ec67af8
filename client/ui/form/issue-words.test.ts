import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { scheduleFaults } from '#shared/schedule/error.ts'
import { form as en } from '#shared/words/en/panel-form.ts'
import { schedule as enFaults } from '#shared/words/en/schedule.ts'
import { form as pl } from '#shared/words/pl/panel-form.ts'
import { schedule as plFaults } from '#shared/words/pl/schedule.ts'
import { form as uk } from '#shared/words/uk/panel-form.ts'
import { schedule as ukFaults } from '#shared/words/uk/schedule.ts'

const server = fileURLToPath(new URL('../../../server', import.meta.url))
const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('generated') && !file.includes('testing'),
)

/** What zod calls the mistakes that our schemas can find. */
const ofSchemas = [
  'invalid_type',
  'invalid_value',
  'invalid_format',
  'invalid_union',
  'too_big',
  'too_small',
  'unrecognized_keys',
  'custom',
]

/** Codes in calls of `issue` and `issueOf`, whose last argument they are, and in issues that are written out. */
function codesIn(source: string): readonly string[] {
  const called = [...source.matchAll(/\bissue(?:Of)?\(/g)].flatMap(({ index }) => {
    const call = source.slice(index, closing(source, source.indexOf('(', index)))
    return /,\s*'([a-z][a-z_-]*)',?\s*$/.exec(call)?.[1] ?? []
  })
  const written = source.split('\n').filter((line) => /code: /.test(line) && /expected|\.\.\./.test(line))
  return [
    ...called,
    ...written.flatMap((line) => [...line.slice(line.indexOf('code: ')).matchAll(/'([a-z][a-z_-]+)'/g)].map(([, code]) => code!)),
  ]
}

function closing(source: string, open: number): number {
  let depth = 0
  for (let at = open; at < source.length; at++) {
    if (source[at] === '(') depth++
    if (source[at] === ')' && --depth === 0) return at
  }
  return source.length
}

const codes = [
  ...new Set([...files.flatMap((file) => codesIn(readFileSync(`${server}/${file}`, 'utf8'))), ...scheduleFaults, ...ofSchemas]),
].toSorted()

describe('a mistake that the server names by a code', () => {
  it('is looked for in the sources, and found', () =>
    expect(codes).toEqual(
      expect.arrayContaining(['unknown', 'in-the-past', 'needs-district', 'required', 'too-long', 'no-date']),
    ))

  it.each([
    ['Polish', { ...pl.server, ...plFaults.faults }],
    ['English', { ...en.server, ...enFaults.faults }],
    ['Ukrainian', { ...uk.server, ...ukFaults.faults }],
  ])('has a sentence of its own in %s', (_, words: Readonly<Record<string, string>>) =>
    expect(codes.filter((code) => !/\p{L}.*[.:]/u.test(words[code] ?? ''))).toEqual([]),
  )
})
