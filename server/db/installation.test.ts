import { expect, it } from 'vitest'
import { freshDatabase } from './testing/fresh-database.ts'
import { prepareInstallation } from './installation.ts'

const { pool } = await freshDatabase()

it('keeps its constants for ever, and raises sessions only when the wording or the address is new', async () => {
  const client = await pool.connect()
  const raised: string[] = []
  client.on('notice', ({ message }) => raised.push(message ?? ''))
  await client.query(
    `CREATE OR REPLACE FUNCTION announce_changes(bigint, bigint) RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'raised'; END $$`,
  )

  const first = await prepareInstallation(client, 1, 'https://kalendarz.example.pl')
  expect(first.uidDomain).toMatch(/^[0-9a-f]{12}\.podworko$/)
  expect(first.secret).toHaveLength(32)
  expect(await prepareInstallation(client, 1, 'https://kalendarz.example.pl')).toEqual(first)
  expect(raised).toEqual([])

  expect(await prepareInstallation(client, 1, 'https://podworko.example.pl')).toEqual(first)
  expect(await prepareInstallation(client, 2, 'https://podworko.example.pl')).toEqual(first)
  expect(await prepareInstallation(client, 2, 'https://podworko.example.pl')).toEqual(first)
  expect(raised).toEqual(['raised', 'raised'])
  client.release(true)
})
