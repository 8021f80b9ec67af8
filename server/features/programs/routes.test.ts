import { describe, expect, it } from 'vitest'
import type { ProgramManaged } from '#shared/contract/manage/views.ts'
import { api } from '#shared/contract/paths.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { actorWith, everywhere, organisationInput, programInput, projectInput, venueInput } from '../../db/testing/inputs.ts'
import { seedAccount } from '../../db/testing/seed-account.ts'
import { seedSession } from '../../db/testing/seed-session.ts'
import { writer } from '../../db/write.ts'
import { serveAs } from '../../http/testing/serve-as.ts'
import type { Answer, Ask } from '../../http/testing/serve.ts'
import { createCity, createOrganisation } from '../organisations/service.ts'
import { createProject } from '../projects/service.ts'
import { sessionsIn } from '../sessions/policy.ts'
import { createVenue } from '../venues/service.ts'
import { programRoutes } from './routes.ts'
import { createProgram } from './service.ts'

const database = await freshDatabase()
const write = writer(database)
const now = new Date('2026-11-20T11:00:00Z')
const routes = programRoutes({ database, write, clock: () => now, sessionsSeen: sessionsIn })
const signedIn = async (...[role, scope]: Parameters<typeof actorWith>): Promise<Ask> =>
  serveAs(actorWith(role, scope, (await seedAccount(database.pool)).accountId), routes)

const city = await createCity(write, { slug: 'gliwice', name: 'Gliwice', voivodeship: 'slaskie' })
const elsewhere = await createCity(write, { slug: 'katowice', name: 'Katowice', voivodeship: 'slaskie' })
const ours = await createOrganisation(write, { ...organisationInput('nasz'), cityId: city.id })
const theirs = await createOrganisation(write, { ...organisationInput('cudzy'), cityId: city.id })
const venueOf = async (slug: string, organisationId: string | null, cityId = city.id) =>
  (await createVenue(write, { ...venueInput(slug, cityId), organisationId }, everywhere, '2026-11-20')).id
const square = await venueOf('plac', null)
const theirHouse = await venueOf('ich-dom', theirs.id)
const farHouse = await venueOf('daleki-dom', ours.id, elsewhere.id)
const partOf = async (slug: string, organisationId: string) => {
  const organisations = [{ organisationId, role: 'IMPLEMENTER' as const }]
  const { id } = await createProject(write, { ...projectInput(slug), organisations }, everywhere)
  return {
    projectId: id,
    ...(await database.prisma.projectPart.findFirstOrThrow({ where: { projectId: id }, select: { id: true } })),
  }
}
const money = await partOf('nasze-pieniadze', ours.id)
const theirMoney = await partOf('ich-pieniadze', theirs.id)
const paid = (partId: string) => ({ partId, startsOn: '2026-02-01', endsOn: '2026-11-30' })
const input = { ...programInput('zatorze', city.id), operatorId: ours.id, venueId: square, funding: [paid(money.id)] }
const program = await createProgram(write, input, everywhere)
const path = `${api.managed.programs}/${program.id}`

const coordinator = await signedIn('COORDINATOR', { kind: 'organisation', id: ours.id })
const stranger = await signedIn('COORDINATOR', { kind: 'organisation', id: theirs.id })
const auditor = await signedIn('AUDITOR', { kind: 'project', id: money.projectId })
const inProgram = await signedIn('COORDINATOR', { kind: 'program', id: program.id })
const boss = await signedIn('ADMINISTRATOR', { kind: 'everywhere' })

const read = <Body = unknown>({ body }: Answer): Body => JSON.parse(body) as Body
const send = (ask: Ask, method: string, address: string, body: object) =>
  ask(address, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
const listed = async (ask: Ask, query = '') =>
  read<{ rows: { id: string; mayChange: boolean }[]; mayCreate: boolean }>(await ask(api.managed.programs + query))
const versionNow = async () => read<ProgramManaged>(await boss(path)).version
/** What is wrong with an edit, field by field; empty where it is saved. */
const wrongWith = async (ask: Ask, changes: object): Promise<readonly string[]> => {
  const answer = await send(ask, 'PUT', path, { ...input, ...changes, version: await versionNow() })
  return answer.status === 200 ? [] : read<{ issues: { name: string }[] }>(answer).issues.map(({ name }) => name)
}

describe('a program is in reach', () => {
  it('of whoever runs it, plans for it or audits the project that pays, and of nobody else', async () => {
    for (const [ask, mayChange, mayCreate] of [
      [coordinator, true, true],
      [inProgram, true, false],
      [auditor, false, false],
      [boss, true, true],
    ] as const)
      expect(await listed(ask)).toEqual({ rows: [expect.objectContaining({ id: program.id, mayChange })], mayCreate })
    expect((await listed(stranger)).rows).toEqual([])
    expect((await stranger(path)).status).toBe(404)
    expect((await send(auditor, 'PUT', path, { ...input, version: 1 })).status).toBe(403)
    expect((await send(inProgram, 'POST', api.managed.programs, { ...input, slug: 'drugi' })).status).toBe(403)
  })

  it('and no longer of the auditor once the project stops paying', async () => {
    expect(await wrongWith(coordinator, { funding: [] })).toEqual([])
    expect((await auditor(path)).status).toBe(404)
    expect(await wrongWith(coordinator, {})).toEqual([])
    expect((await auditor(path)).status).toBe(200)
  })
})

describe('an edit', () => {
  it.each([
    ['to another organisation', { operatorId: theirs.id }, ['operatorId']],
    ['to no organisation', { operatorId: null }, ['operatorId']],
    ['into a house of another organisation', { venueId: theirHouse }, ['venueId']],
    ['into a house of another city', { venueId: farHouse }, ['venueId']],
    ['onto the money of others', { funding: [paid(theirMoney.id)] }, ['funding.0.partId']],
    ['to the same money twice', { funding: [paid(money.id), paid(money.id)] }, ['funding.1.partId']],
    ['to an end before its beginning', { startsOn: '2026-12-31', endsOn: '2026-01-01' }, ['endsOn']],
    ['to a name without a letter', { name: ' ' }, ['name']],
  ] as const)('%s is refused at its field', async (_where, changes, fields) => {
    expect(await wrongWith(coordinator, changes)).toEqual(fields)
  })

  it('keeps what somebody with a wider reach put there', async () => {
    const wider = { venueId: theirHouse, funding: [paid(money.id), paid(theirMoney.id)] }
    expect(await wrongWith(boss, wider)).toEqual([])
    expect(await wrongWith(coordinator, { ...wider, name: 'Zatorze razem' })).toEqual([])
    expect(read<ProgramManaged>(await coordinator(path))).toMatchObject({ name: 'Zatorze razem', ...wider })
    expect(await wrongWith(coordinator, {})).toEqual([])
    expect(await wrongWith(coordinator, wider)).toEqual(['venueId'])
  })

  it('that came second gets both versions, and changes nothing', async () => {
    const version = await versionNow()
    expect((await send(boss, 'PUT', path, { ...input, name: 'Nowe Zatorze', version })).status).toBe(200)
    const second = await send(coordinator, 'PUT', path, { ...input, name: 'Stare Zatorze', version })
    expect(read(second)).toMatchObject({
      status: 409,
      yours: { name: 'Stare Zatorze' },
      current: { name: 'Nowe Zatorze', version: version + 1 },
    })
    expect(read<ProgramManaged>(await boss(path)).name).toBe('Nowe Zatorze')
  })
})

describe('the archive', () => {
  it('takes no program with a session to come, and names it; afterwards it is off the list, and its page stays', async () => {
    const { program: busy, session } = await seedSession(database.pool)
    const address = `${api.managed.programs}/${busy}`
    const put = async (verb: 'archive' | 'restore') =>
      send(boss, 'POST', `${address}/${verb}`, { version: read<ProgramManaged>(await boss(address)).version })
    const ids = async (query = '') => (await listed(boss, query)).rows.map(({ id }) => id)
    expect(read(await put('archive'))).toMatchObject({
      status: 409,
      count: 1,
      sessions: [{ id: session, title: 'Naprawiamy rowery' }],
    })
    await database.pool.query(`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = $1`, [session])
    expect((await put('archive')).status).toBe(200)
    expect(await ids()).not.toContain(busy)
    expect(await ids('?archived=yes')).toEqual([busy])
    const { slug } = read<ProgramManaged>(await boss(address))
    expect((await stranger(api.program(slug))).status).toBe(200)
    expect((await put('restore')).status).toBe(200)
    expect(await ids()).toContain(busy)
  })
})
