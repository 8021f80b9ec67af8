import { expect, it } from 'vitest'
import { underStartLock } from './migrate.ts'
import { freshDatabase } from './testing/fresh-database.ts'
import { seedSession } from './testing/seed-session.ts'
import { prepareInstallation } from './installation.ts'

const { pool, config } = await freshDatabase()

it('keeps its constants for ever, and raises sessions only when the wording or the address is new', async () => {
  const { session } = await seedSession(pool)
  const start = (renderVersion: number, publicUrl: string) =>
    underStartLock(config, (client) => prepareInstallation(client, renderVersion, publicUrl))
  const sequence = async () =>
    (await pool.query('SELECT sequence FROM "SessionFace" WHERE "sessionId" = $1', [session])).rows[0].sequence

  const first = await start(1, 'https://kalendarz.example.pl')
  expect(first.uidDomain).toMatch(/^[0-9a-f]{12}\.podworko$/)
  expect(first.secret).toHaveLength(32)
  expect(await start(1, 'https://kalendarz.example.pl')).toEqual(first)
  expect(await sequence()).toBe(0)

  expect(await start(1, 'https://podworko.example.pl')).toEqual(first)
  expect(await sequence()).toBe(1)
  expect(await start(2, 'https://podworko.example.pl')).toEqual(first)
  expect(await start(2, 'https://podworko.example.pl')).toEqual(first)
  expect(await sequence()).toBe(2)
})
