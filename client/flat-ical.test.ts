import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { describe, expect, it } from 'vitest'
import { readFeed } from '#shared/ical/read-feed.ts'
import { flatIcal } from './flat-ical.ts'

const ical = new URL('../shared/ical/', import.meta.url)
const stories = readdirSync(new URL('stories/', ical)).filter((name) => name.endsWith('.ics'))

/** `readFeed` as a browser gets it: built, with the parser alone. */
async function builtReader(): Promise<typeof readFeed> {
  const input = fileURLToPath(new URL('read-feed.ts', ical))
  const rolldownOptions = { input, preserveEntrySignatures: 'strict' } as const
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [flatIcal],
    build: { write: false, minify: true, rolldownOptions },
  })
  const [chunk] = (built as Rolldown.RolldownOutput).output
  expect(chunk.code).not.toContain('by_indices')
  const module = (await import(`data:text/javascript;base64,${Buffer.from(chunk.code).toString('base64')}`)) as object
  const reader = Object.values(module).find((exported) => typeof exported === 'function' && !String(exported).startsWith('class'))
  return reader as typeof readFeed
}

describe('the parser that goes to browsers', async () => {
  const reader = await builtReader()

  it.each(stories)('reads %s as the whole of ical.js does', (name) => {
    const text = readFileSync(new URL(`stories/${name}`, ical), 'utf8')
    expect(reader(text)).toEqual(readFeed(text))
    expect(reader(text).head.title).not.toBe('')
  })

  it('refuses what is no calendar', () => {
    expect(() => reader('<!doctype html>')).toThrow(/this is not a calendar/)
    expect(() => reader('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n')).toThrow(/is missing/)
  })
})
