import { sync } from 'node-ical'
import { describe, expect, it } from 'vitest'
import { createFeeds } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { freshDatabase } from '#server/db/testing/fresh-database.ts'
import { languages } from '#shared/contract/kinds.ts'
import { readFeed } from '#shared/ical/read-feed.ts'
import { loadSampleData } from './load.ts'

const now = new Date('2026-11-23T11:00:00Z')
const database = await freshDatabase()
await loadSampleData(database, now)
const feeds = createFeeds(
  { config: readConfig({ PUBLIC_URL: 'https://podworko.example' }), database, clock: () => now },
  'test.podworko',
)
feeds.setHearing(true)
const listed = await feeds.list('pl')

async function textOf(path: string): Promise<string> {
  return (await feeds.find(path)).forms.identity.body.toString()
}
const pathOf = (url: string): string => url.replace('https://podworko.example', '')

describe('every feed of the sample data', () => {
  it('is read by our reader and by one that shares no code with it, and they agree', async () => {
    expect(listed.length).toBeGreaterThan(100)
    for (const { url, slice, events: count } of listed) {
      const text = await textOf(pathOf(url))
      const { events } = readFeed(text)
      const parsed = Object.values(sync.parseICS(text)).filter((part) => part?.type === 'VEVENT')
      expect([slice, parsed.map(({ uid, summary }) => [uid, summary])]).toEqual([
        slice,
        events.map(({ uid, title }) => [uid, title]),
      ])
      expect([slice, events.length]).toEqual([slice, count])
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000_000)
    }
  }, 120_000)

  it('holds more than one language, and no sign of a text that is missing', async () => {
    for (const language of languages)
      for (const slice of ['cities/gliwice', 'kinds/trip', 'cities/katowice']) {
        const text = (await textOf(`/feeds/${slice}.ics${language === 'pl' ? '' : `?lang=${language}`}`)).replaceAll('\r\n ', '')
        expect(text).not.toMatch(/undefined|null|\{\{|NaN|\[object/)
      }
  })

  it('says in every event of the season that it is invented', async () => {
    const { events, head } = readFeed(await textOf('/feeds/cities/gliwice.ics'))
    expect(head.description).toMatch(/^Zajęcia wymyślone – nie przychodź\./)
    expect(events.length).toBeGreaterThan(100)
    for (const { description, extra } of events) {
      expect(extra.sample).toBe(true)
      expect(description).toMatch(/^Zajęcia wymyślone – nie przychodź\./)
    }
  })
})
