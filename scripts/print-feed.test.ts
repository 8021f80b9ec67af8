import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '#server/db/testing/fresh-database.ts'
import { seedTown } from '#server/db/testing/seed-town.ts'
import { readFeed } from '#shared/ical/read-feed.ts'

const { pool, url } = await freshDatabase()
const town = await seedTown(pool)
await town.addSession({ activity: town.yoga, start: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) })

async function printFeed(slice: string): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const env = { PATH: process.env['PATH'] ?? '', DATABASE_URL: url, SAMPLE_DATA: 'off' }
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/print-feed.ts', slice], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (said.err += bytes.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, ...said }
}

describe('npm run print-feed', { timeout: 60_000 }, () => {
  it('prints a feed to its last byte, with no server running', async () => {
    const { code, out } = await printFeed('cities/gliwice?lang=en')
    expect(code).toBe(0)
    expect(out).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/)
    expect(readFeed(out).events.map(({ title }) => title)).toEqual(['joga'])
  })

  it('says in one sentence what is wrong with a name or a parameter', async () => {
    expect(await printFeed('cities/atlantis')).toEqual({
      code: 1,
      out: '',
      err: 'there is no feed cities/atlantis: /api/feeds lists all that have a name\n',
    })
    expect((await printFeed('all?lang=de')).err).toBe('the request is not understood; lang is "de", expected one of pl, en, uk\n')
    expect((await printFeed('--all')).err).toMatch(/^use it as: npm run print-feed -- all/)
  })
})
