import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { exportApi } from '#shared/contract/paths.ts'
import type { Actor, Grant } from '../../actor.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { serveAs } from '../../http/testing/serve-as.ts'
import { findColumns } from '../imports/columns.ts'
import { readContent } from '../imports/read.ts'
import { readTableRows } from '../imports/table-rows.ts'
import { csvCell, xlsxText } from './cells.ts'
import { exportRoutes } from './routes.ts'

const database = await freshDatabase()
const town = await seedTown(database.pool)
await town.addSession({ activity: town.yoga, start: '2026-12-01T17:00:00', title: { pl: '=SUMA(A1:A9); "joga"' } })
await town.addSession({ activity: town.yoga, start: '2026-12-02T17:00:00', title: { pl: 'constructor' } })
await town.addSession({ activity: town.cinema, start: '2026-12-03T20:00:00', end: '2026-12-04T01:00:00' })
await town.addSession({ activity: town.picnic, start: '2026-12-05', end: '2026-12-06' })
await database.pool.query(
  `UPDATE "Activity" SET "isDiscreet" = true, "discreetTitle" = '{"pl": "Spotkanie"}', title = '{"pl": "Po przemocy"}', host = '+48 32 555 01 02' WHERE id = $1`,
  [town.cinema],
)
await database.pool.query(`UPDATE "Activity" SET host = '+48 32 555 01 02' WHERE id = $1`, [town.yoga])

const actor = (...grants: readonly Grant[]): Actor => ({
  accountId: '00000000-0000-4000-8000-000000000001',
  name: 'Z',
  email: 'z@example.com',
  grants,
})
const inProgram = (id: string, role: Grant['role']): Grant => ({ role, scope: { kind: 'program', id }, ownOnly: false })
const organiser = await serveAs(actor(inProgram(town.programs.zatorze, 'ORGANISER')), exportRoutes(database))
const desk = await serveAs(actor(inProgram(town.programs.zatorze, 'DESK')), exportRoutes(database))
const everybody = await serveAs(
  actor({ role: 'ADMINISTRATOR', scope: { kind: 'everywhere' }, ownOnly: false }),
  exportRoutes(database),
)
const days = '?from=2026-12-01&to=2026-12-31'

describe('an export', () => {
  it('T37: is text in every cell, with phone numbers as they are, and holds only what is in reach', async () => {
    const { status, headers, body } = await organiser(exportApi.csv + days)
    expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="plan-2026-12-01-2026-12-31.csv"'])
    expect(headers['cache-control']).toBe('private, no-store')
    expect(body.startsWith('\ufeffData;Dzień tygodnia;Od;Data do;Do;Zajęcia;')).toBe(true)
    const [, first, , film, ...rest] = body.trimEnd().split('\r\n')
    expect(first).toBe(
      `01.12.2026;wtorek;17:00;;18:30;"'=SUMA(A1:A9); ""joga""";Warsztat;Zatorze razem;;Świetlica;ul. Zmyślona 1;;+48 32 555 01 02;zaplanowane;;0`,
    )
    expect([film?.includes('Po przemocy'), rest]).toEqual([true, []])
  })

  it('tells the desk of a discreet session only when and where it is', async () => {
    const { body } = await desk(exportApi.csv + days)
    expect(body).toContain('03.12.2026;czwartek;20:00;04.12.2026;01:00;Spotkanie;;;;Świetlica;ul. Zmyślona 1;;;zaplanowane;;')
    expect(body).not.toMatch(/przemocy|Kinomana/)
  })

  it('as a spreadsheet opens with the same texts, whatever they are', async () => {
    const { bytes, headers } = await organiser(exportApi.xlsx + days)
    expect(headers['content-type']).toContain('spreadsheetml')
    const [sheet] = await readXlsxFile(bytes)
    expect(sheet?.data.slice(1, 3).map((row) => row[5])).toEqual(['=SUMA(A1:A9); "joga"', 'constructor'])
  })

  it.each([exportApi.csv, exportApi.xlsx])('%s is read back by our own import', async (path) => {
    const content = await readContent((await everybody(path + days)).bytes)
    if (content.kind !== 'table') throw new Error('no table')
    const lines = content.sheets[0]?.lines ?? []
    const { header, columns } = findColumns(lines, '2026-11-25')
    const { rows, refused } = readTableRows(lines.slice((header ?? -1) + 1), { columns, today: '2026-11-25', minutes: 60 })
    expect(refused).toEqual([])
    expect(
      rows.map(({ when, venue }) => [when.kind === 'timed' ? [when.start, when.end] : [when.firstDay, when.lastDay], venue]),
    ).toEqual([
      [['2026-12-01T17:00:00', '2026-12-01T18:30:00'], 'Świetlica'],
      [['2026-12-02T17:00:00', '2026-12-02T18:30:00'], 'Świetlica'],
      [['2026-12-03T20:00:00', '2026-12-04T01:00:00'], 'Świetlica'],
      [['2026-12-05', '2026-12-06'], null],
    ])
  })

  it.each(['', '?from=2026-12-01', '?from=2026-12-01&to=2030-01-01', `${days}&orderBy=title`])('refuses %s', async (query) => {
    expect((await organiser(exportApi.csv + query)).status).toBe(400)
    expect((await organiser(exportApi.xlsx + query)).status).toBe(400)
  })
})

describe('T37: a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+48 32 555 01 02', '+48 32 555 01 02'],
    ['+1+1', "'+1+1"],
    ['-2', "'-2"],
    ['@A1', "'@A1"],
    [' =1', `"' =1"`],
    ['＝1', "'＝1"],
    ['\t=1', `"'\t=1"`],
    ['a;b', '"a;b"'],
    ['a\r\nb', '"a\r\nb"'],
    ['\0=1', "'=1"],
    ['zwykły', 'zwykły'],
  ])('of CSV: %j is %j', (text, cell) => {
    expect(csvCell(text).replace(/^"(?=')/, '"')).toBe(cell.startsWith("'") ? `"${cell}"` : cell)
  })

  it('of XLSX has no control characters and says what only looks like one', () => {
    expect(xlsxText('a\u0001b_x0041_')).toBe('ab_x005F_x0041_')
  })
})
