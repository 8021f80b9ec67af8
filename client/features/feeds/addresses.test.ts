import { describe, expect, it } from 'vitest'
import { googleAddress, isLocalHost, outlookAddress, webcalAddress } from './addresses.ts'

const feed = 'https://podworko.example/feeds/cities/gliwice.ics?kind=trip&stepFree=yes'

describe('the addresses that calendar programs take', () => {
  it.each([
    ['a phone', webcalAddress(feed), 'webcal://podworko.example/feeds/cities/gliwice.ics?kind=trip&stepFree=yes'],
    ['a phone at home', webcalAddress('http://192.168.1.5:3000/feeds/all.ics'), 'webcal://192.168.1.5:3000/feeds/all.ics'],
    [
      'Google',
      googleAddress(feed),
      'https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fpodworko.example%2Ffeeds%2Fcities%2Fgliwice.ics%3Fkind%3Dtrip%26stepFree%3Dyes',
    ],
    [
      'Outlook',
      outlookAddress('private', 'https://a.example/feeds/all.ics', 'Sąsiedzi & spółka'),
      'https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Fa.example%2Ffeeds%2Fall.ics&name=S%C4%85siedzi%20%26%20sp%C3%B3%C5%82ka',
    ],
    [
      'Outlook at work',
      outlookAddress('work', 'https://a.example/feeds/all.ics', 'A'),
      'https://outlook.office.com/calendar/0/addfromweb?url=https%3A%2F%2Fa.example%2Ffeeds%2Fall.ics&name=A',
    ],
  ])('%s', (_, address, expected) => expect(address).toBe(expected))

  it.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['192.168.1.5', true],
    ['172.20.0.3', true],
    ['172.40.0.3', false],
    ['[::1]', true],
    ['podworko.gliwice.pl', false],
    ['10things.pl', false],
  ])('Google can reach %s: not when it is local (%s)', (host, local) => expect(isLocalHost(host)).toBe(local))
})
