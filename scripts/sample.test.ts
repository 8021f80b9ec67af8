import { describe, expect, it } from 'vitest'
import { freshDatabase } from '#server/db/testing/fresh-database.ts'
import { runSample } from './sample.ts'

const database = await freshDatabase()

async function run(...args: readonly string[]) {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const code = await runSample(args, { DATABASE_URL: database.url }, '.', { tell: say, complain: say })
  return { code, said: said.join('\n') }
}

describe('npm run sample', () => {
  it.each([[], ['remove', 'load'], ['unload'], ['load', '--real-programs'], ['remove', '--all']])(
    'explains itself instead of %j',
    async (...args) => {
      const { code, said } = await run(...args)
      expect(code).toBe(2)
      expect(said).toContain('npm run sample -- remove --real-programs')
    },
  )

  it('loads once, and says that the second time', async () => {
    const first = await run('load')
    expect(first.code).toBe(0)
    expect(first.said).toMatch(
      /the real programs of five documents are there.*\n.*around \d{4}-\d\d-\d\d: \d{3} published sessions/,
    )
    expect((await run('load')).said).toContain('stays as it is')
  })

  it('removes the season, then the real programs too, and says what went', async () => {
    const { said } = await run('remove')
    expect(said).toMatch(
      /^the invented season: removed sessions \d+, series 46, clubs 8, programs 6, projects 1, venues 11, organisations 1\n/,
    )
    const all = await run('remove', '--real-programs')
    expect(all.said).toBe(
      'the invented season: there was nothing to remove\n' +
        'the real programs: removed sessions 1, series 1, clubs 3, programs 12, projects 5, venues 7, organisations 12, districts 10, cities 4\n' +
        'no program is left',
    )
  })

  it('refuses in one sentence when an address is taken', async () => {
    await database.prisma.organisation.create({ data: { slug: 'ops-gliwice', name: 'OPS', kind: 'SOCIAL_CENTRE' } })
    expect(await run('load')).toEqual({
      code: 1,
      said: 'nothing was changed: the sample data can\'t be loaded: an organisation already has the address "ops-gliwice"',
    })
  })
})
