import { describe, expect, it } from 'vitest'
import { FeedError, readFeed } from './read-feed.ts'

const files = import.meta.glob<string>('./stories/an-ordinary-tuesday.ics', { query: '?raw', import: 'default', eager: true })
const feed = files['./stories/an-ordinary-tuesday.ics'] ?? ''
const without = (property: string): string => feed.replace(new RegExp(`\r\n${property}[;:][^\r]*`), '')

describe('a text that writeFeed would not write', () => {
  it.each<[string, string, string]>([
    ['a page', '<!doctype html><title>502</title>', 'this is not a calendar'],
    ['nothing', '', 'this is not a calendar'],
    ['half of a feed', feed.slice(0, feed.indexOf('STATUS')), 'this is not a calendar'],
    ['another component', feed.replaceAll('VCALENDAR', 'VCARDS'), 'a feed is a VCALENDAR'],
    ['a start without its zone', feed.replace('DTSTART;TZID=Europe/Warsaw', 'DTSTART'), 'DTSTART has the zone none'],
    [
      'a start in another zone',
      feed.replace('DTSTART;TZID=Europe/Warsaw', 'DTSTART;TZID=Europe/London'),
      'has the zone Europe/London',
    ],
    ['no start', without('DTSTART;TZID=Europe/Warsaw'), 'DTSTART is missing'],
    ['no revision', without('SEQUENCE'), 'SEQUENCE is missing'],
    ['no title of its own', without('X-PODWORKO-TITLE'), '000000000001@podworko.example: X-PODWORKO-TITLE is missing'],
    [
      'an unknown state',
      feed.replace('STATUS:CONFIRMED', 'STATUS:NEEDS-ACTION'),
      'STATUS is "NEEDS-ACTION", not one of CONFIRMED, TENTATIVE, CANCELLED',
    ],
    ['a fourth language', feed.replace('TITLE;LANGUAGE=pl', 'TITLE;LANGUAGE=xx'), 'X-PODWORKO-TITLE has the language xx'],
    ['a script for an address', feed.replace(/URL:https:[^\r]*/, 'URL:javascript:alert(1)'), 'not an address of the web'],
    ['an address with a user', feed.replace(/URL:https:\/\//, 'URL:https://ops.pl@'), 'not an address of the web'],
    [
      'a revision in local time',
      feed.replace(/CREATED:(\w+)Z/, 'CREATED:$1'),
      'CREATED is "2026-10-01T09:00:00", not a time in UTC',
    ],
  ])('%s is refused with the reason', (_, text, reason) => {
    expect(() => readFeed(text)).toThrow(FeedError)
    expect(() => readFeed(text)).toThrow(reason)
  })
})
