import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import writeXlsxFile from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import { xlsxText } from '../exports/cells.ts'
import { findColumns } from './columns.ts'
import { ImportError } from './import-error.ts'
import { readContent } from './read.ts'
import { readTableRows } from './table-rows.ts'

const today = '2026-11-25'

/** What a table says, a row a line: title, when, club, place, room and what was noted. */
async function rowsOf(bytes: Buffer) {
  const content = await readContent(bytes)
  if (content.kind !== 'table') throw new Error('no table')
  const lines = content.sheets[0]?.lines ?? []
  const { header, columns } = findColumns(lines, today)
  const read = readTableRows(lines.slice((header ?? -1) + 1), { columns, today, minutes: 60 })
  const told = read.rows.map(({ title, when, club, venue, room, notes }) =>
    [
      title,
      when.kind === 'timed' ? `${when.start}–${when.end.slice(11)}` : `${when.firstDay}…${when.lastDay}`,
      [club, venue, room].filter(Boolean).join(' / '),
      notes.join(' '),
    ]
      .filter(Boolean)
      .join(' | '),
  )
  return { told, refused: read.refused.map(({ line, fault, value }) => `${line}: ${fault} ${value}`), rows: read.rows }
}

const text = (lines: readonly string[], end = '\r\n') => Buffer.from(lines.join(end) + end)

describe('a table', () => {
  it('pasted from a spreadsheet, with a title above its header and a day that stands once', async () => {
    const { told, refused } = await rowsOf(
      text([
        'Plan na grudzień 2026\t\t\t',
        '\t\t\t',
        'Data\tGodzina\tZajęcia\tKlub\tMiejsce\tSala',
        'wt. 1 grudnia\t17:00-19:00\tRobótki ręczne\tKlub Złota Nitka\tDom Sąsiedzki\tsala 2',
        '\t19.30\tPróba chóru\t\tDom Sąsiedzki\t',
        '24.12.2026\t\tWigilia sąsiedzka\t\tplac\t',
        '30.02.2027\t17:00\tNic\t\t\t',
        '7.12.2026\t19:00-17:00\tNa odwrót\t\t\t',
        '8.12.2026\tpo południu\tNiejasne\t\t\t',
      ]),
    )
    expect(told).toEqual([
      'Robótki ręczne | 2026-12-01T17:00:00–19:00:00 | Klub Złota Nitka / Dom Sąsiedzki / sala 2 | year-guessed',
      'Próba chóru | 2026-12-01T19:30:00–20:30:00 | Dom Sąsiedzki | day-carried end-assumed',
      'Wigilia sąsiedzka | 2026-12-24…2026-12-24 | plac',
    ])
    expect(refused).toEqual(['7: no-such-day 30.02.2027', '8: end-before-start 19:00-17:00', '9: no-time po południu'])
  })

  it.each([
    ['semicolons and UTF-8 with a mark', Buffer.from('\ufeffData;Od;Do;Zajęcia\r\n01.12.2026;17:00;18:00;"Szycie; kurs"\r\n')],
    ['commas and bare line feeds', Buffer.from('Data,Od,Do,Zajęcia\n01.12.2026,17:00,18:00,Szycie; kurs\n')],
    [
      'UTF-16',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from('Data\tOd\tDo\tZajęcia\r\n01.12.2026\t17:00\t18:00\tSzycie; kurs\r\n', 'utf16le'),
      ]),
    ],
    ['the separator named by Excel', Buffer.from('sep=;\r\nData;Od;Do;Zajęcia\r\n01.12.2026;17:00;18:00;"Szycie; kurs"\r\n')],
  ])('with %s says the same', async (_, bytes) => {
    expect((await rowsOf(bytes)).told).toEqual(['Szycie; kurs | 2026-12-01T17:00:00–18:00:00'])
  })

  it.each([
    [
      'windows-1250',
      [0x5a, 0x61, 0x6a, 0xea, 0x63, 0x69, 0x61, 0x20, 0x9c, 0x77, 0x69, 0xb9, 0x74, 0x65, 0x63, 0x7a, 0x6e, 0x65],
    ],
    ['ISO-8859-2', [0x5a, 0x61, 0x6a, 0xea, 0x63, 0x69, 0x61, 0x20, 0xb6, 0x77, 0x69, 0xb1, 0x74, 0x65, 0x63, 0x7a, 0x6e, 0x65]],
  ])('in %s keeps its Polish letters', async (_, title) => {
    const bytes = Buffer.concat([Buffer.from('Data;Zajecia\r\n01.12.2026 17:00;'), Buffer.from(title), Buffer.from('\r\n')])
    expect((await rowsOf(bytes)).told).toEqual(['Zajęcia świąteczne | 2026-12-01T17:00:00–18:00:00 | end-assumed'])
  })

  it('without a header is told by what its columns hold', async () => {
    const { told } = await rowsOf(text(['01.12.2026\t17:00-19:00\tSzycie', '08.12.2026\t17:00-19:00\tSzycie']))
    expect(told).toEqual(['Szycie | 2026-12-01T17:00:00–19:00:00', 'Szycie | 2026-12-08T17:00:00–19:00:00'])
  })

  it('with cells over several lines keeps their line numbers', async () => {
    const { rows, refused } = await rowsOf(
      text(['Data;Zajęcia;Opis', '01.12.2026;Szycie;"Weź igłę,\nnitkę"', 'kiedyś;Nic;', '02.12.2026;Kawa;']),
    )
    expect(rows.map(({ title, description }) => [title, description])).toEqual([
      ['Szycie', 'Weź igłę,\nnitkę'],
      ['Kawa', null],
    ])
    expect(refused).toEqual(['4: no-day kiedyś'])
  })

  it('keeps the key of a row when its hour, its place or its neighbours change', async () => {
    const keys = async (lines: readonly string[]) => (await rowsOf(text(lines))).rows.map(({ key }) => key)
    const before = await keys(['Data;Od;Zajęcia;Klub', '01.12.2026;17:00;Szycie;Nitka', '01.12.2026;19:00;Szycie;Nitka'])
    const after = await keys([
      'Data;Od;Zajęcia;Klub',
      '02.12.2026;9:00;Kawa;',
      '01.12.2026;18:00;Szycie;NITKA',
      '01.12.2026;19:30;Szycie;Nitka',
    ])
    expect(after.slice(1)).toEqual(before)
    expect(new Set(after).size).toBe(3)
  })

  it('reads a night that ends after midnight', async () => {
    const { rows } = await rowsOf(text(['Data;Od;Do;Zajęcia', '31.12.2026;20:00;02:00;Sylwester']))
    expect(rows[0]?.when).toEqual({ kind: 'timed', start: '2026-12-31T20:00:00', end: '2027-01-01T02:00:00' })
  })

  it('is refused as a whole with more than 5,000 lines', async () => {
    const lines = Array.from({ length: 5_001 }, (_, n) => `01.12.2026;Zajęcia ${n}`)
    await expect(readContent(text(['Data;Zajęcia', ...lines]))).rejects.toMatchObject({ fault: 'too-many-rows' })
  })
})

describe('a spreadsheet', () => {
  it('gives days, times and results of formulas as texts', async () => {
    const day = { value: new Date('2026-12-01T00:00:00Z'), type: Date, format: 'dd.mm.yyyy' } as const
    const { told } = await rowsOf(
      await xlsx([
        ['Data', 'Od', 'Do', 'Zajęcia', 'Sala'],
        [
          day,
          { value: 17 / 24, type: Number, format: 'hh:mm' },
          { value: 19 / 24, type: Number },
          'Szycie',
          { value: 2, type: Number },
        ],
      ]),
    )
    expect(told).toEqual(['Szycie | 2026-12-01T17:00:00–19:00:00 | 2'])
  })

  it.each([
    ['an archive that would unpack to gigabytes', bomb(4_000_000_000)],
    ['an archive that says less than it holds', bomb(10)],
    ['an archive cut in two', Buffer.from('PK\u0003\u0004 and nothing')],
  ])('T43: %s is refused before it is unpacked', async (_, bytes) => {
    const before = process.cpuUsage()
    await expect(readContent(bytes)).rejects.toBeInstanceOf(ImportError)
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000) // microseconds of computing, whatever else the machine does
  })
})

describe('T43: a file that is not what its name says', () => {
  it.each([
    ['PDF', Buffer.from('%PDF-1.7 …'), 'unknown-format'],
    ['picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'unknown-format'],
    ['page', Buffer.from('<!doctype html><title>Zaloguj się</title>'), 'unknown-format'],
    ['JSON', Buffer.from('{"events": []}'), 'unknown-format'],
    ['program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), 'unknown-format'],
    ['old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'not-importable'],
    ['nothing', Buffer.alloc(0), 'not-importable'],
  ])('%s', async (_, bytes, code) => {
    await expect(readContent(bytes)).rejects.toMatchObject({ code })
  })
})

describe('any table', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((one) => one.replaceAll(/[\p{Cc}\s\u00ad\ufeff\ufffe\uffff]+/gu, ' ').trim())
  const titles = cell.filter((one) => /^[\p{L}\p{N}]/u.test(one))
  const row = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 6, max: 20 }),
    title: titles,
    venue: cell,
  })

  type Written = { readonly day: number; readonly hour: number; readonly title: string; readonly venue: string }
  const cellsOf = (rows: readonly Written[]) => [
    ['Data', 'Od', 'Zajęcia', 'Miejsce'],
    ...rows.map(({ day, hour, title, venue }) => [`${day}.12.2026`, `${hour}:30`, title, venue]),
  ]
  const two = (number: number) => String(number).padStart(2, '0')
  const expected = (rows: readonly Written[]) =>
    rows.map(({ day, hour, title, venue }) => [title, venue, `2026-12-${two(day)}T${two(hour)}:30:00`])
  const found = async (bytes: Buffer) =>
    (await rowsOf(bytes)).rows.map(({ title, venue, when }) => [title, venue ?? '', when.kind === 'timed' && when.start])

  it('reads back as it was written, with semicolons and quotes', async () => {
    const quoted = (one: string) => `"${one.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        const bytes = Buffer.from(
          cellsOf(rows)
            .map((line) => line.map(quoted).join(';'))
            .join('\r\n'),
        )
        expect(await found(bytes)).toEqual(expected(rows))
      }),
      { numRuns: 100 },
    )
  })

  it('reads back as it was written, as a spreadsheet', async () => {
    // The writer of spreadsheets leaves out U+FFFD.
    const rows = fc.sample(
      row.filter(({ title, venue }) => !`${title}${venue}`.includes('\ufffd')),
      300,
    )
    expect(await found(await xlsx(cellsOf(rows)))).toEqual(expected(rows))
  })
})

type Cell =
  string | { readonly value: Date | number; readonly type: DateConstructor | NumberConstructor; readonly format?: string }

function xlsx(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const data = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { value: xlsxText(cell), type: String } : cell)))
  return writeXlsxFile(data as never, { sheet: 'Plan' } as never).toBuffer()
}

/** A ZIP file with one sheet of 1 MB of zeros, which says that it unpacks to `size`. */
function bomb(size: number): Buffer {
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const packed = deflateRawSync(Buffer.alloc(1_000_000))
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(size, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(size, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, central, name, end])
}
