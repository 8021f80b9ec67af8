import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expand } from '#shared/schedule/expand.ts'
import { readCalendarRows } from './calendar-rows.ts'
import type { Row } from './row.ts'

const options = { today: '2026-11-25', uidDomain: 'nasze.podworko' }
const read = (bytes: Uint8Array) => readCalendarRows(bytes, options)
const file = (lines: readonly string[], end = '\r\n') => Buffer.from(lines.map((line) => line + end).join(''))
const calendar = (lines: readonly string[], head: readonly string[] = []) =>
  file(['BEGIN:VCALENDAR', 'VERSION:2.0', ...head, ...lines, 'END:VCALENDAR'])
const event = (lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']

const whenOf = ({ when }: Row) =>
  when.kind === 'timed'
    ? `${when.start.slice(0, 16).replace('T', ' ')} ${when.end.slice(11, 16)}`
    : `${when.firstDay}…${when.lastDay}`
const told = (bytes: Uint8Array) =>
  read(bytes)
    .rows.toSorted((a, b) => (whenOf(a) < whenOf(b) ? -1 : 1))
    .map((row) => [whenOf(row), row.title, ...(row.cancelled ? ['odwołane'] : []), ...row.notes].join(' | '))

/** In the manner of Exchange: a zone with a Windows name and rules from the year 1601, CRLF, quoted parameters. */
const exchangeZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Central European Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

describe('exports of calendar programs', () => {
  it('Google: a weekly meeting without one date, with one moved and one cancelled, HTML in its description', () => {
    const bytes = calendar(
      [
        ...event([
          'DTSTART;TZID=Europe/Warsaw:20261201T170000',
          'DTEND;TZID=Europe/Warsaw:20261201T190000',
          'RRULE:FREQ=WEEKLY;UNTIL=20261229T225959Z;BYDAY=TU',
          'EXDATE;TZID=Europe/Warsaw:20261208T170000',
          'DTSTAMP:20261120T101010Z',
          'UID:0a1b2c@google.com',
          'DESCRIPTION:<p>Przynieś igłę.<br>Nitki są.</p>',
          'LOCATION:Dom Sąsiedzki\\, sala 2',
          'SEQUENCE:1',
          'STATUS:CONFIRMED',
          'SUMMARY:Robótki ręczne',
        ]),
        ...event([
          'DTSTART;TZID=Europe/Warsaw:20261216T173000',
          'DTEND;TZID=Europe/Warsaw:20261216T193000',
          'UID:0a1b2c@google.com',
          'RECURRENCE-ID;TZID=Europe/Warsaw:20261215T170000',
          'SUMMARY:Robótki ręczne: choinka',
        ]),
        ...event([
          'DTSTART;TZID=Europe/Warsaw:20261222T170000',
          'DTEND;TZID=Europe/Warsaw:20261222T190000',
          'UID:0a1b2c@google.com',
          'RECURRENCE-ID:20261222T160000Z',
          'STATUS:CANCELLED',
          'SUMMARY:Robótki ręczne',
        ]),
      ],
      ['PRODID:-//Google Inc//Google Calendar 70.9054//EN', 'METHOD:PUBLISH', 'X-WR-TIMEZONE:Europe/Warsaw'],
    )
    expect(told(bytes)).toEqual([
      '2026-12-01 17:00 19:00 | Robótki ręczne',
      '2026-12-16 17:30 19:30 | Robótki ręczne: choinka',
      '2026-12-22 17:00 19:00 | Robótki ręczne | odwołane',
      '2026-12-29 17:00 19:00 | Robótki ręczne',
    ])
    expect(read(bytes).rows[0]).toMatchObject({
      venue: 'Dom Sąsiedzki',
      room: 'sala 2',
      description: 'Przynieś igłę.\nNitki są.',
    })
  })

  it('Exchange: a Windows name of the zone, whole days, a meeting in Kyiv', () => {
    const bytes = calendar(
      [
        ...exchangeZone,
        ...event([
          'UID:040000008200E00074C5B7101A82E008',
          'SUMMARY;LANGUAGE=pl-PL:Zebranie',
          'DTSTART;TZID=Central European Standard Time:20261202T090000',
          'DTEND;TZID=Central European Standard Time:20261202T100000',
          'CLASS:PUBLIC',
          'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
        ]),
        ...event([
          'UID:2',
          'SUMMARY:Dni otwarte',
          'DTSTART;VALUE=DATE:20261204',
          'DTEND;VALUE=DATE:20261207',
          'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
        ]),
        ...event(['UID:3', 'SUMMARY:Rozmowa z Kijowem', 'DTSTART;TZID="FLE Standard Time":20261203T100000', 'DURATION:PT1H30M']),
        ...event([
          'UID:4',
          'SUMMARY:Spotkanie partnerów',
          'DTSTART;TZID="(UTC+01:00) Sarajewo, Skopie, Warszawa, Zagrzeb":20261203T120000',
          'DTEND;TZID="(UTC+01:00) Sarajewo, Skopie, Warszawa, Zagrzeb":20261203T130000',
        ]),
      ],
      ['PRODID:Microsoft Exchange Server 2010', 'METHOD:PUBLISH'],
    )
    expect(told(bytes)).toEqual([
      '2026-12-02 09:00 10:00 | Zebranie',
      '2026-12-03 09:00 10:30 | Rozmowa z Kijowem | zone-moved',
      '2026-12-03 12:00 13:00 | Spotkanie partnerów',
      '2026-12-04…2026-12-06 | Dni otwarte',
    ])
  })

  it('Apple and Nextcloud: a path as zone, UTC, DURATION, an alarm inside, RDATE', () => {
    const bytes = calendar([
      ...event([
        'UID:A1',
        'SUMMARY:Kawa',
        'DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Warsaw:20261201T080000',
        'DURATION:PT45M',
        'RDATE;TZID=Europe/Warsaw:20261203T080000,20261205T093000',
        'BEGIN:VALARM',
        'TRIGGER:-PT15M',
        'SUMMARY:Nie ten tytuł',
        'ACTION:DISPLAY',
        'END:VALARM',
      ]),
      ...event(['UID:A2', 'SUMMARY:Herbata', 'DTSTART:20261202T160000Z', 'DTEND:20261202T170000Z']),
    ])
    expect(told(bytes)).toEqual([
      '2026-12-01 08:00 08:45 | Kawa',
      '2026-12-02 17:00 18:00 | Herbata',
      '2026-12-03 08:00 08:45 | Kawa',
      '2026-12-05 09:30 10:15 | Kawa',
    ])
  })

  it('Thunderbird: a zone that nobody knows, with X-LIC-LOCATION; another with offsets alone', () => {
    const zone = (id: string, extra: readonly string[]) => [
      'BEGIN:VTIMEZONE',
      `TZID:${id}`,
      ...extra,
      ...exchangeZone.slice(2, -1),
      'END:VTIMEZONE',
    ]
    const bytes = calendar([
      ...zone('Nasza strefa', ['X-LIC-LOCATION:Europe/Warsaw']),
      ...zone('Inna strefa', []),
      ...event([
        'UID:T1',
        'SUMMARY:Jeden',
        'DTSTART;TZID=Nasza strefa:20270701T170000',
        'DTEND;TZID=Nasza strefa:20270701T180000',
      ]),
      ...event([
        'UID:T2',
        'SUMMARY:Dwa',
        'DTSTART;TZID=Inna strefa:20270326T170000',
        'DTEND;TZID=Inna strefa:20270326T180000',
        'RRULE:FREQ=DAILY;COUNT=4',
      ]),
      ...event(['UID:T3', 'SUMMARY:Trzy', 'DTSTART;TZID=Znikąd:20270701T190000', 'DTEND;TZID=Znikąd:20270701T200000']),
      ...event(['UID:T4', 'SUMMARY:Cztery', 'DTSTART:20270701T200000', 'DTEND:20270701T210000']),
    ])
    expect(told(bytes)).toEqual([
      '2027-03-26 17:00 18:00 | Dwa',
      '2027-03-27 17:00 18:00 | Dwa',
      '2027-03-28 17:00 18:00 | Dwa',
      '2027-03-29 17:00 18:00 | Dwa',
      '2027-07-01 17:00 18:00 | Jeden',
      '2027-07-01 19:00 20:00 | Trzy | zone-unknown',
      '2027-07-01 20:00 21:00 | Cztery',
    ])
  })

  it('LibreOffice and old phones: bare line feeds, a mark, a fold inside ż, no UID, no SUMMARY, rubbish between', () => {
    const folded = Buffer.concat([
      Buffer.from('\ufeffBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Kiełbasa z ro'),
      Buffer.from([0xc5]),
      Buffer.from('\n '),
      Buffer.from([0xbc]),
      Buffer.from('na\nDTSTART:20261201T170000\nDTEND:20261201T180000\n'),
      Buffer.from('to nie jest właściwość\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20261202\nEND:VEVENT\n'),
    ])
    expect(told(folded)).toEqual(['2026-12-01 17:00 18:00 | Kiełbasa z rożna | uid-missing'])
    expect(read(folded).refused.map(({ line, fault }) => `${line} ${fault}`)).toEqual(['7 garbage-line', '9 no-title'])
  })

  it('keeps Polish letters of windows-1250 and of UTF-16', () => {
    const text = calendar(event(['UID:1', 'SUMMARY:Zajęcia świąteczne', 'DTSTART;VALUE=DATE:20261201']))
    const windows = Buffer.from([...text.toString()].map((one) => ({ ę: 0xea, ś: 0x9c, ą: 0xb9 })[one] ?? one.charCodeAt(0)))
    expect(told(windows)).toEqual(['2026-12-01…2026-12-01 | Zajęcia świąteczne'])
    expect(told(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.toString(), 'utf16le')]))).toEqual(told(windows))
  })

  it('reads several calendars of one file, METHOD:CANCEL, and of two versions the newer', () => {
    const one = event(['UID:1', 'SEQUENCE:2', 'SUMMARY:Nowe', 'DTSTART;VALUE=DATE:20261201'])
    const older = event(['UID:1', 'SEQUENCE:1', 'SUMMARY:Stare', 'DTSTART;VALUE=DATE:20261202'])
    const gone = event(['UID:2', 'SUMMARY:Nic z tego', 'DTSTART;VALUE=DATE:20261203', 'DTEND;VALUE=DATE:20261203'])
    expect(told(Buffer.concat([calendar([...one, ...older]), calendar(gone, ['METHOD:CANCEL'])]))).toEqual([
      '2026-12-01…2026-12-01 | Nowe',
      '2026-12-03…2026-12-03 | Nic z tego | odwołane | end-same-day',
    ])
  })
})

describe('the change of clocks (RFC 5545)', () => {
  it('T51: a rule at 02:30 leaves out the night that has no such hour, and takes the first of two', () => {
    const weekly = (start: string, count: number) =>
      calendar(
        event([
          'UID:1',
          'SUMMARY:Noc',
          `DTSTART;TZID=Europe/Warsaw:${start}`,
          'DURATION:PT1H',
          `RRULE:FREQ=WEEKLY;COUNT=${count}`,
        ]),
      )
    const spring = read(weekly('20270321T023000', 2))
    expect(spring.rows.map(whenOf)).toEqual(['2027-03-21 02:30 03:30', '2027-04-04 02:30 03:30'])
    expect(spring.refused).toEqual([{ line: 3, title: 'Noc', fault: 'clock-gap', value: '2027-03-28T02:30:00' }])
    const autumn = read(weekly('20271031T023000', 1))
    expect(autumn.rows.map(({ notes }) => notes)).toEqual([['clock-repeated']])
  })

  it('a single event in the skipped hour is read with the offset before it, and says so', () => {
    const bytes = calendar(
      event(['UID:1', 'SUMMARY:Noc', 'DTSTART;TZID=Europe/Warsaw:20270328T023000', 'DTEND;TZID=Europe/Warsaw:20270328T043000']),
    )
    expect(told(bytes)).toEqual(['2027-03-28 03:30 04:30 | Noc | clock-gap'])
  })

  it('a night over the change ends at the hour that was written', () => {
    const bytes = calendar(
      event(['UID:1', 'SUMMARY:Noc', 'DTSTART;TZID=Europe/Warsaw:20270327T230000', 'DTEND;TZID=Europe/Warsaw:20270328T040000']),
    )
    expect(told(bytes)).toEqual(['2027-03-27 23:00 04:00 | Noc'])
  })
})

describe('T50: rules that cannot be', () => {
  it.each([
    ['FREQ=SECONDLY', 'bad-rule'],
    ['FREQ=DAILY;INTERVAL=0', 'bad-rule'],
    ['FREQ=HOURLY;INTERVAL=2;BYHOUR=1', 'bad-rule'],
    ['FREQ=MONTHLY;BYDAY=1TH;BYSETPOS=400', 'bad-rule'],
    ['FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,10,20,30,40,50', 'too-many-dates'],
  ])('%s', (rule, fault) => {
    const begin = process.cpuUsage()
    const { rows, refused } = read(
      calendar(event(['UID:1', 'SUMMARY:Zła', 'DTSTART:20261201T170000', 'DTEND:20261201T171000', `RRULE:${rule}`])),
    )
    expect([rows.length, refused[0]?.fault]).toEqual([0, fault])
    expect(process.cpuUsage(begin).user).toBeLessThan(1_000_000) // microseconds of computing
  })

  it('a daily rule is cut after 400 dates, and says where', () => {
    const { rows, refused } = read(
      calendar(event(['UID:1', 'SUMMARY:Co dzień', 'DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=DAILY;COUNT=1000000000'])),
    )
    expect([rows.length, whenOf(rows[0]!)]).toEqual([400, '2026-11-25…2026-11-25'])
    expect(refused).toEqual([expect.objectContaining({ fault: 'too-many-dates', value: '2027-12-30' })])
  })
})

describe('T48: a calendar of ours', () => {
  const ours = (uid: string, domain: string) =>
    event([`UID:${uid}@${domain}`, 'SUMMARY:ODWOŁANE: Kino', 'X-PODWORKO-TITLE;LANGUAGE=pl:Kino', 'DTSTART;VALUE=DATE:20261201'])
  const head = ['PRODID:-//Podworko//Feeds//PL']

  it('is refused as a whole, and its events one by one in another', () => {
    expect(() => read(calendar(ours('1', options.uidDomain), head))).toThrow(/own-calendar/)
    const mixed = read(
      calendar([...ours('1', options.uidDomain), ...event(['UID:x', 'SUMMARY:Obce', 'DTSTART;VALUE=DATE:20261201'])]),
    )
    expect([mixed.rows.map(({ title }) => title), mixed.refused.map(({ fault }) => fault)]).toEqual([['Obce'], ['own-event']])
  })

  it('of another installation comes in under its titles without prefix', () => {
    const { rows } = read(calendar(ours('1', 'inne.podworko'), head))
    expect(rows.map(({ title, cancelled }) => [title, cancelled])).toEqual([['Kino', false]])
  })

  it('is no calendar when it is something else', () => {
    expect(() => read(Buffer.from('BEGIN:VCARD\r\nEND:VCARD\r\n'))).toThrow(/not-a-calendar/)
  })
})

describe('any calendar', () => {
  const events = fc.uniqueArray(
    fc.record({
      uid: fc.uuid(),
      day: fc.integer({ min: 1, max: 27 }),
      hour: fc.integer({ min: 4, max: 21 }),
      minutes: fc.integer({ min: 1, max: 120 }),
      title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((one) => /^[\p{L}\p{N}]/u.test(one.trim())),
      zone: fc.constantFrom('Europe/Warsaw', 'UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'),
    }),
    { selector: ({ uid }) => uid, minLength: 1, maxLength: 8 },
  )

  it('gives back the events that were written, at the same instants', () => {
    fc.assert(
      fc.property(events, fc.constantFrom('\r\n', '\n'), (written, end) => {
        const two = (number: number) => String(number).padStart(2, '0')
        const lines = written.flatMap(({ uid, day, hour, minutes, title, zone }) => {
          const time = `202701${two(day)}T${two(hour)}0000`
          const start = zone === 'UTC' ? `DTSTART:${time}Z` : `DTSTART;TZID=${zone}:${time}`
          const text = title.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\p{Cc}|[\u2028\u2029]/gu, ' ')
          return event([`UID:${uid}`, start, `DURATION:PT${minutes}M`, `SUMMARY:${text}`])
        })
        const { rows, refused } = read(Buffer.from(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join(end)))
        expect(refused).toEqual([])
        const offsets: Readonly<Record<string, number>> = {
          'Europe/Warsaw': 1,
          UTC: 0,
          'America/New_York': -5,
          'Asia/Kolkata': 5.5,
          'Australia/Lord_Howe': 11,
        }
        expect(rows.map(({ key, when }) => [key, when.kind === 'timed' && Date.parse(`${when.start}+01:00`)])).toEqual(
          written.map(({ uid, day, hour, zone }) => [
            `uid:${uid}`,
            Date.parse(`2027-01-${two(day)}T${two(hour)}:00:00Z`) - (offsets[zone] ?? 0) * 3_600_000,
          ]),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('a rule that ours can say gives the very dates of the event', () => {
    const rules = fc.record({
      frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY'),
      interval: fc.integer({ min: 1, max: 4 }),
      end: fc.constantFrom('', ';COUNT=5', ';COUNT=60', ';UNTIL=20270630T215959Z', ';UNTIL=20270301'),
      start: fc.constantFrom('20261201T170000', '20261127T090000', '20260105T180000'),
    })
    fc.assert(
      fc.property(rules, ({ frequency, interval, end, start }) => {
        const bytes = calendar(
          event([
            'UID:1',
            'SUMMARY:Co jakiś czas',
            `DTSTART;TZID=Europe/Warsaw:${start}`,
            'DURATION:PT1H',
            `RRULE:FREQ=${frequency};INTERVAL=${interval}${end}`,
          ]),
        )
        const { rows, rules: made } = read(bytes)
        const schedule = made['uid:1']
        fc.pre(schedule !== undefined)
        const dates = expand(schedule!).occurrences.map(({ recurrenceId }) => recurrenceId)
        expect(rows.map(({ when }) => when.kind === 'timed' && when.start)).toEqual(dates)
      }),
      { numRuns: 100 },
    )
  })
})
