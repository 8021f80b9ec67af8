import { randomUUID } from 'node:crypto'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { exportApi } from '#shared/contract/paths.ts'
import type { Actor, Grant } from '../../actor.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { serveAs } from '../../http/testing/serve-as.ts'
import { attendedRows } from './attendance-repository.ts'
import { attendanceExportService } from './attendance-service.ts'
import { exportRoutes } from './routes.ts'

const database = await freshDatabase()
const { pool } = database
const town = await seedTown(pool)
const actor = (role: Grant['role'], id = town.programs.zatorze): Actor => ({
  accountId: randomUUID(),
  name: 'Z',
  email: 'z@example.com',
  grants: [{ role, scope: { kind: 'program', id }, ownOnly: false }],
})
const [organiser, desk] = [
  await serveAs(actor('ORGANISER'), exportRoutes(database)),
  await serveAs(actor('DESK'), exportRoutes(database)),
]

async function person(name: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>('INSERT INTO "Person" (name) VALUES ($1) RETURNING id', [name])
  return rows[0]!.id
}
const marked = async (session: string, name: string, role = 'PARTICIPANT', present = true): Promise<unknown> =>
  pool.query(
    `INSERT INTO "Attendance" ("sessionId", "personId", role, present, at, "markId") VALUES ($1, $2, $3::"AttendanceRole", $4, now(), gen_random_uuid())`,
    [session, await person(name), role, present],
  )

describe('who came, as a file', () => {
  it('T37, T52: tells everybody by name and elapsed hours, adds up to all who came, and reckons nothing', async () => {
    const night = await town.addSession({ activity: town.yoga, start: '2026-10-24T23:00:00', end: '2026-10-25T04:00:00' })
    await marked(night, '=SUMA(A1)')
    await marked(night, 'Łucja Źdźbło')
    await marked(night, 'Adam', 'VOLUNTEER')
    await marked(night, 'Nieobecny', 'PARTICIPANT', false)
    await pool.query(
      `INSERT INTO "AttendanceCount" ("sessionId", device, count, at, "markId") VALUES ($1, 'a', 5, now(), gen_random_uuid()), ($1, 'b', -2, now(), gen_random_uuid())`,
      [night],
    )
    const elsewhere = await town.addSession({ activity: town.picnic, start: '2026-10-24T20:00:00' })
    await marked(elsewhere, 'Cudza Osoba')
    const days = '?from=2026-10-24&to=2026-10-24'
    const { status, headers, body } = await organiser(exportApi.attendanceCsv + days)
    expect([status, headers['content-disposition'], headers['cache-control']]).toEqual([
      200,
      'attachment; filename="obecnosc-2026-10-24-2026-10-24.csv"',
      'private, no-store',
    ])
    const [, ...lines] = body.trimEnd().split('\r\n')
    const cells = lines.map((line) => line.split(';').filter((_, index) => index > 5))
    expect(cells.toSorted()).toEqual(
      [
        [`"'=SUMA(A1)"`, '"uczestnik, uczestniczka"', '', '1', '6'],
        ['Adam', 'wolontariat', '', '1', ''],
        ['osoby bez nazwiska', '', 'tak', '3', '6'],
        ['Łucja Źdźbło', '"uczestnik, uczestniczka"', '', '1', '6'],
      ].toSorted(),
    )
    const sheet = await organiser(exportApi.attendanceXlsx + days)
    const [table] = await readXlsxFile(sheet.bytes)
    expect(table?.data.map((row) => row[6])).toContain('=SUMA(A1)')
    expect((await desk(exportApi.attendanceCsv + days)).status).toBe(403)
  })

  it('T69: of 50,000 people at most a thousand are held at once, and each account takes one file at a time', async () => {
    const first = await town.addSession({ activity: town.yoga, start: '2026-01-05T10:00:00' })
    await pool.query(
      `INSERT INTO "Session" SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'recurrenceId', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS'),
         'wallStart', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS'), 'wallEnd', to_char(at + interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SS'), 'startsAt', at, 'endsAt', at + interval '1 hour',
         'occupiedFrom', at, 'occupiedTo', at + interval '1 hour'))).*
       FROM "Session" s, generate_series(1, 99) n, LATERAL (SELECT timestamptz '2026-01-05 09:00Z' + n * interval '1 day' AS at) days WHERE s.id = $1`,
      [first],
    )
    await pool.query(`INSERT INTO "Person" (name) SELECT 'Osoba ' || n FROM generate_series(1, 500) n`)
    await pool.query(
      `INSERT INTO "Attendance" ("sessionId", "personId", present, at, "markId")
       SELECT s.id, p.id, true, now(), gen_random_uuid() FROM "Session" s, "Person" p WHERE s."startsAt" < '2026-06-01' AND p.name LIKE 'Osoba %'`,
    )
    const query = { from: '2026-01-01', to: '2026-06-01', lang: 'pl' } as const
    const who = actor('ORGANISER')
    const sizes: number[] = []
    for await (const rows of attendedRows(database, who, query)) sizes.push(rows.length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(50_000)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1000)

    const exports = attendanceExportService(database)
    const begun = exports.csv(who, query)
    await begun.next()
    await begun.next()
    const second = exports.csv(who, query)
    await second.next()
    await expect(second.next()).rejects.toMatchObject({ status: 429 })
    await begun.return(undefined)
    const third = exports.csv(who, query)
    await third.next()
    expect((await third.next()).done).toBe(false)
    await third.return(undefined)
    await expect(exports.xlsx(who, query)).rejects.toMatchObject({ status: 422 })
  }, 120_000)
})
