import { createLogger } from '#server/http/log.ts'
import { createApp, createFeeds } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { freshDatabase } from '#server/db/testing/fresh-database.ts'
import { serve } from '#server/http/testing/serve.ts'
import { citiesAnswer } from '#shared/contract/city.ts'
import { clubView } from '#shared/contract/club.ts'
import { languages } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import { placeInWhole } from '#shared/contract/place-in-whole.ts'
import { seriesView } from '#shared/contract/series.ts'
import { sessionAnswer } from '#shared/contract/session.ts'
import { venuePageView } from '#shared/contract/venue.ts'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { loadSampleData } from './load.ts'

const now = new Date('2026-11-23T11:00:00Z')
const database = await freshDatabase()
await loadSampleData(database, now)
const { logger } = createLogger('error', { write: () => true })
const config = readConfig({})
const clock = () => now
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const ask = await serve(createApp({ config, logger, clock, database, clientFiles: new Map(), feeds }))

/** Drafts, and series of which everything is discreet. */
const hiddenSeries = `SELECT id FROM "Series" WHERE id NOT IN (
  SELECT "seriesId" FROM "Activity" WHERE status = 'PUBLISHED' AND NOT "isDiscreet")`

async function slugs(table: string): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ slug: string }>(
    `SELECT slug FROM "${table}" WHERE id NOT IN (${hiddenSeries}) ORDER BY slug`,
  )
  return rows.map(({ slug }) => slug)
}

async function read<Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.infer<Schema>> {
  const { status, body } = await ask(path)
  expect({ path, status }).toEqual({ path, status: 200 })
  return schema.parse(JSON.parse(body))
}

describe('every public answer about the sample data', () => {
  it.each([
    ['Venue', api.venue, venuePageView],
    ['Club', api.club, clubView],
    ['Program', api.program, placeInWhole],
    ['Project', api.project, placeInWhole],
    ['Organisation', api.organisation, placeInWhole],
    ['Series', api.series, seriesView],
  ] as const)('T07: %s holds what its schema lists and nothing else', async (table, path, schema) => {
    const all = await slugs(table)
    expect(all.length).toBeGreaterThan(0)
    for (const [number, slug] of all.entries())
      expect(await read(schema, `${path(slug)}?lang=${languages[number % 3]}`)).toMatchObject({ slug })
  })

  it('T07: sessions hold what their schemas list and nothing else', async () => {
    const { rows } = await database.pool.query<{ id: string }>(
      `SELECT "sessionId" AS id FROM "SessionFace" WHERE facts IS NOT NULL ORDER BY md5("sessionId"::text) LIMIT 60`,
    )
    expect(rows).toHaveLength(60)
    for (const { id } of rows) expect(await read(sessionAnswer, `${api.session(id)}?lang=uk`)).toMatchObject({ id })
  })

  it('a draft or a discreet series has no page', async () => {
    const { rows } = await database.pool.query<{ slug: string }>(`SELECT slug FROM "Series" WHERE id IN (${hiddenSeries})`)
    expect(rows.length).toBeGreaterThan(0)
    for (const { slug } of rows) expect((await ask(api.series(slug))).status).toBe(404)
  })

  it('the cities are those of the five documents, each with its finished programs', async () => {
    const { cities } = await read(citiesAnswer, api.cities)
    expect(cities.map(({ name }) => name)).toEqual(expect.arrayContaining(['Gdańsk', 'Gliwice', 'Katowice', 'Szprotawa']))
    const gliwice = cities.find(({ slug }) => slug === 'gliwice')
    expect(gliwice?.programs).toContainEqual(
      expect.objectContaining({ name: 'Fedruj Swój Sukces', finished: true, sample: false }),
    )
  })
})
