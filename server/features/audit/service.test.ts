import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AuditAnswer } from '#shared/contract/audit.ts'
import { auditAnswer } from '#shared/contract/audit.ts'
import { api } from '#shared/contract/paths.ts'
import type { Actor, Grant } from '../../actor.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { writer } from '../../db/write.ts'
import { serveAs } from '../../http/testing/serve-as.ts'
import { auditRoutes, noteViews } from './routes.ts'

const database = await freshDatabase()
const { prisma, pool } = database
const town = await seedTown(pool)
const write = writer(database)
const { zatorze, dab } = town.programs

async function staff(name: string, grants: readonly Grant[]): Promise<Actor> {
  const email = `${randomUUID()}@example.pl`
  const { id } = await prisma.account.create({ data: { name, email }, select: { id: true } })
  return { accountId: id, name, email, grants }
}
const everywhere: Grant = { role: 'ADMINISTRATOR', scope: { kind: 'everywhere' }, ownOnly: false }
const inProgram = (role: Grant['role'], id: string): Grant => ({ role, scope: { kind: 'program', id }, ownOnly: false })

const anna = await staff('Anna Przykład', [everywhere])
const ewa = await staff('Ewa Zmyślona', [inProgram('COORDINATOR', dab)])
const project = await prisma.project.create({
  data: {
    slug: 'projekt',
    name: 'Projekt',
    startsOn: new Date('2026-01-01'),
    endsOn: new Date('2038-12-31'),
    parts: { create: { position: 1, code: '1', name: 'Całość' } },
  },
  select: { id: true, parts: { select: { id: true } } },
})
await prisma.programFunding.create({
  data: { programId: zatorze, partId: project.parts[0]!.id, startsOn: new Date('2026-01-01'), endsOn: new Date('2038-12-31') },
})
const auditor = await staff('Jan Kontrolny', [{ role: 'AUDITOR', scope: { kind: 'project', id: project.id }, ownOnly: false }])
const desk = await staff('Ola Recepcja', [inProgram('DESK', zatorze)])

const yoga = await town.addSession({ activity: town.yoga, start: '2037-12-01T17:00:00' })
const picnic = await town.addSession({ activity: town.picnic, start: '2037-12-05', end: '2037-12-06' })

beforeAll(async () => {
  await write((tx) => tx.session.update({ where: { id: yoga }, data: { note: { pl: 'Weź matę' } } }), {
    accountId: anna.accountId,
    act: 'session',
  })
  await write((tx) => tx.session.update({ where: { id: picnic }, data: { note: { pl: 'Weź koc' } } }), {
    accountId: ewa.accountId,
    act: 'session',
  })
  await write((tx) => tx.venue.update({ where: { id: town.venue }, data: { address: 'ul. Zmyślona 10' } }), {
    accountId: anna.accountId,
    act: 'venue',
  })
  await write(
    (tx) =>
      tx.roleGrant.create({
        data: { accountId: desk.accountId, role: 'DESK', programId: zatorze, grantedById: anna.accountId },
      }),
    { accountId: anna.accountId, act: 'grant' },
  )
})

async function logOf(actor: Actor, query = ''): Promise<AuditAnswer> {
  const ask = await serveAs(actor, auditRoutes(database))
  const { status, body } = await ask(`${api.audit}${query}`)
  expect(status).toBe(200)
  return auditAnswer.parse(JSON.parse(body))
}
const sentences = ({ acts }: AuditAnswer): readonly string[] => acts.flatMap(({ lines }) => lines.map(({ text }) => text))

const yogaTold = 'Anna Przykład zmienia spotkanie „joga” (wt. 1.12.2037, 17:00): uwaga: brak → Weź matę.'
const picnicTold = 'Ewa Zmyślona zmienia spotkanie „piknik” (sob. 5.12.2037): uwaga: brak → Weź koc.'
const venueTold = 'Anna Przykład zmienia miejsce „Świetlica”: adres: ul. Zmyślona 1 → ul. Zmyślona 10.'
const roleTold = 'Anna Przykład nadaje rolę: recepcja – Ola Recepcja (Zatorze razem).'

describe('who reads what of the log', () => {
  it('an administrator everything, newest first, and who did it', async () => {
    const log = await logOf(anna)
    expect(sentences(log).slice(0, 4)).toEqual([roleTold, venueTold, picnicTold, yogaTold])
    expect(log.people.map(({ name }) => name)).toEqual(['Anna Przykład', 'Ewa Zmyślona'])
    expect(log.acts[0]?.account).toEqual({ id: anna.accountId, name: 'Anna Przykład' })
  })

  it('T05: a coordinator what happened in her program, with or without asking for another', async () => {
    expect(sentences(await logOf(ewa))).toEqual([picnicTold])
    expect(await logOf(ewa, `?object=${yoga}`)).toMatchObject({ acts: [], people: [{ name: 'Ewa Zmyślona' }] })
    expect(await logOf(ewa, `?account=${anna.accountId}`)).toMatchObject({ acts: [] })
  })

  it('an auditor what their project pays for, without people and their roles', async () => {
    expect(sentences(await logOf(auditor))).toEqual([yogaTold])
  })

  it.each([
    ['a desk', desk],
    ['somebody without a role', { ...desk, grants: [] }],
  ])('%s nothing: 403', async (_, actor) => {
    expect((await (await serveAs(actor, auditRoutes(database)))(api.audit)).status).toBe(403)
  })

  it('nobody who isn’t signed in', async () => {
    expect((await (await serveAs(null, auditRoutes(database)))(api.audit)).status).toBe(401)
  })

  it('tells discreet things by their neutral name to an auditor', async () => {
    await prisma.activity.update({ where: { id: town.yoga }, data: { isDiscreet: true, discreetTitle: { pl: 'Spotkanie' } } })
    const log = sentences(await logOf(auditor))
    expect(log).toContain('Anna Przykład zmienia spotkanie „Spotkanie” (wt. 1.12.2037, 17:00).')
    expect(log.join()).not.toMatch(/joga|matę/)
    expect(sentences(await logOf(anna))).toContain(yogaTold)
    await prisma.activity.update({ where: { id: town.yoga }, data: { isDiscreet: false } })
  })
})

describe('reading the log', () => {
  it('gives the history of a thing with all that is in it', async () => {
    const { seriesId } = await prisma.activity.findUniqueOrThrow({ where: { id: town.yoga }, select: { seriesId: true } })
    expect(sentences(await logOf(anna, `?object=${seriesId}`))).toContain(yogaTold)
    expect(sentences(await logOf(anna, `?object=${town.venue}`))).toEqual([venueTold])
    expect(sentences(await logOf(anna, `?object=${desk.accountId}`)).at(0)).toBe(roleTold)
  })

  it.each([
    ['subject=places', venueTold],
    ['subject=accounts', roleTold],
  ])('?%s narrows it', async (query, told) => {
    expect(sentences(await logOf(anna, `?${query}`)).at(0)).toBe(told)
    expect(sentences(await logOf(anna, `?${query}`))).not.toContain(yogaTold)
  })

  it('takes days of Warsaw, both inside', async () => {
    const { rows } = await pool.query<{ day: string }>(
      `SELECT (max(at) AT TIME ZONE 'Europe/Warsaw')::date::text AS day FROM "AuditEntry" WHERE kind = 'Session'`,
    )
    const today = rows[0]!.day
    expect(sentences(await logOf(anna, `?from=${today}&to=${today}`))).toContain(yogaTold)
    expect(sentences(await logOf(anna, '?to=2020-01-01'))).toEqual([])
  })

  it.each(['?object=x', '?from=yesterday', '?colour=red', '?subject=secrets', '?account=1&account=2', '?before=-1'])(
    'T14: %s is 400',
    async (query) => {
      expect((await (await serveAs(anna, auditRoutes(database)))(`${api.audit}${query}`)).status).toBe(400)
    },
  )

  it('speaks the reader’s language', async () => {
    expect(sentences(await logOf(anna, '?lang=en'))).toContain(
      'Anna Przykład changes the venue “Świetlica”: address: ul. Zmyślona 1 → ul. Zmyślona 10.',
    )
  })

  it('reads on where a page ends, and misses and repeats nothing', async () => {
    for (let n = 0; n < 70; n += 1)
      await write((tx) => tx.program.update({ where: { id: dab }, data: { name: `Dąb ${n}` } }), {
        accountId: anna.accountId,
        act: 'program',
      })
    const seen: string[] = []
    for (let next: string | null = '999999999999'; next !== null;) {
      const page: AuditAnswer = await logOf(anna, `?object=${dab}&before=${next}`)
      seen.push(...page.acts.map(({ id }) => id))
      next = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(71) // and the picnic's note
  })

  it('tells 451 changes of one act in one sentence and lists some of them', async () => {
    await pool.query(
      `INSERT INTO "Session" ("activityId", "recurrenceId", "whenKind", "wallStart", "wallEnd", "startsAt", "endsAt", "occupiedFrom", "occupiedTo", overrides)
      SELECT $1, day, 'ALL_DAY', day, day, at, at + interval '1 d', at, at + interval '1 d', '{}'
      FROM generate_series(1, 450) AS n, LATERAL (SELECT (date '2027-01-01' + n)::text AS day, (date '2027-01-01' + n)::timestamptz AS at) AS days`,
      [town.picnic],
    )
    await write((tx) => tx.session.updateMany({ where: { whenKind: 'ALL_DAY' }, data: { note: { pl: 'Weź parasol' } } }), {
      accountId: anna.accountId,
      act: 'session',
    })
    const { acts } = await logOf(anna, '?subject=planning')
    expect(acts[0]?.lines[0]).toMatchObject({
      text: 'Anna Przykład zmienia 451 spotkań „piknik”.',
      rest: 391,
    })
  })
})

describe('the spreadsheet', () => {
  it('has a line for each change in reach, and no cell that would be a formula', async () => {
    await write((tx) => tx.session.update({ where: { id: yoga }, data: { title: { pl: '=1+1; "x"' } } }), {
      accountId: anna.accountId,
      act: 'session',
    })
    const { body, headers } = await (await serveAs(anna, auditRoutes(database)))(`${api.auditExport}?object=${yoga}`)
    expect(headers['content-disposition']).toBe('attachment; filename=dziennik.csv')
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    const [head, ...lines] = body.split('\r\n')
    expect(head).toBe('\ufeffKiedy;Kto;Czynność;Co;Identyfikator')
    expect(lines.filter((line) => line !== '')).toHaveLength(2)
    expect(lines[0]).toContain(`tytuł: brak → =1+1; ""x"".";${yoga}`)
    expect(body).not.toMatch(/(?:^|;)=/m)
    const all = await (await serveAs(anna, auditRoutes(database)))(api.auditExport)
    expect(all.body.split('\r\n').length).toBeGreaterThan(520) // more than one batch
    expect(all.body.match(/451|piknik/g)?.length).toBeGreaterThan(450)
  })

  it.each([
    ['a desk', desk],
    ['an unknown word', anna],
  ])('is refused to %s', async (_, actor) => {
    const { status } = await (
      await serveAs(actor, auditRoutes(database))
    )(`${api.auditExport}${actor === anna ? '?before=1' : ''}`)
    expect(status).toBe(actor === anna ? 400 : 403)
  })
})

describe('an auditor', () => {
  it('leaves a trace of whatever they read, and only that is told under its own subject', async () => {
    const ask = await serveAs(auditor, noteViewsAsRouter(), auditRoutes(database))
    await ask(`${api.audit}?object=${yoga}`)
    const views = await logOf(anna, '?subject=views')
    expect(sentences(views)).toEqual(['Jan Kontrolny ogląda: dziennik zmian.'])
    expect(sentences(await logOf(anna))).not.toContain('Jan Kontrolny ogląda: dziennik zmian.')
    await (
      await serveAs(ewa, noteViewsAsRouter(), auditRoutes(database))
    )(api.audit)
    expect((await logOf(anna, '?subject=views')).acts).toHaveLength(1)
  })
})

describe('somebody who is erased', () => {
  it('takes their name out of the log', async () => {
    await prisma.account.delete({ where: { id: ewa.accountId } })
    const log = await logOf(anna, `?object=${picnic}`)
    expect(sentences(log)).toContain(picnicTold.replace('Ewa Zmyślona', 'Ktoś, kogo konta już nie ma,'))
    const { rows } = await pool.query(
      `SELECT 1 FROM "AuditEntry" e WHERE to_jsonb(e)::text LIKE '%Zmyślona%' AND kind = 'Account'`,
    )
    expect(rows).toEqual([])
  })
})

function noteViewsAsRouter() {
  return noteViews(database) as unknown as ReturnType<typeof auditRoutes>
}
