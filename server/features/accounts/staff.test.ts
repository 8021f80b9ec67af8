import { describe, expect, it } from 'vitest'
import { createApp, createFeeds } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedAccount, testSecret, type SeedGrant } from '../../db/testing/seed-account.ts'
import { createLogger } from '../../http/log.ts'
import { browserFor } from '../../http/testing/browser.ts'
import { serve, type Answer } from '../../http/testing/serve.ts'

const database = await freshDatabase()
const { prisma, pool } = database
const { logger } = createLogger('error', { write: () => true })
const origin = 'https://kalendarz.example.pl'
const ahead = { ms: 0 }
const clock = () => new Date(Date.now() + ahead.ms)
const config = readConfig({ PUBLIC_URL: origin, TRUST_PROXY: 'loopback' })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const ask = await serve(createApp({ config, logger, clock, database, clientFiles: new Map(), feeds, secret: testSecret }))
const browser = browserFor(ask, origin)

const organisation = async (slug: string) =>
  (await prisma.organisation.create({ data: { slug, name: `Ośrodek ${slug}`, kind: 'SOCIAL_CENTRE' }, select: { id: true } })).id
const { id: municipalityId } = await prisma.municipality.create({
  data: { slug: 'miasto', name: 'Miasto', voivodeship: 'śląskie' },
  select: { id: true },
})
const program = async (slug: string, operatorId: string) =>
  (
    await prisma.program.create({
      data: { slug, name: slug, operatorId, municipalityId, openness: 'CITY', audiences: [] },
      select: { id: true },
    })
  ).id
const [a, b] = [await organisation('a'), await organisation('b')]
const [ofA, ofB] = [await program('program-a', a), await program('program-b', b)]
const everywhere = { role: 'ADMINISTRATOR', scope: { kind: 'everywhere' } } as const
const seed = (...grants: readonly SeedGrant[]) => seedAccount(pool, { grants, publicUrl: origin })
const root = await seed(everywhere)
const adminOfA = await seed({ role: 'ADMINISTRATOR', scope: { kind: 'organisation', id: a } })
const coordinator = await seed({ role: 'COORDINATOR', scope: { kind: 'organisation', id: a } })

type Body = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly hasAccount: boolean
  readonly grants: readonly { readonly id: string; readonly role: string }[]
  readonly issues: readonly { readonly name: string }[]
  readonly people: readonly {
    readonly id: string
    readonly email: string
    readonly mayBlock: boolean
    readonly grants: readonly { id: string }[]
  }[]
  readonly invitations: readonly { readonly id: string }[]
}
const bodyOf = (answer: Answer) => JSON.parse(answer.body) as Body
type Who = Awaited<ReturnType<typeof seed>>
const send = (who: Who, method: string, path: string, body?: object) => browser().send(method, path, body, who.headers)
const organiserOfA = { role: 'ORGANISER', scope: { kind: 'program', id: ofA } } as const

let count = 0
async function invited(by: Who, grants: readonly object[] = [organiserOfA], email = `nowa-${(count += 1)}@example.pl`) {
  const answer = await send(by, 'POST', '/api/panel/invitations', { email, name: 'Nowa Osoba', grants })
  const { rows } = await pool.query<{ text: string }>(
    `SELECT text FROM "Message" WHERE "to" = $1 ORDER BY "createdAt" DESC LIMIT 1`,
    [email],
  )
  const text = rows[0]?.text ?? ''
  return { answer, email, text, token: /#(\S+)$/m.exec(text)?.[1] ?? '', id: answer.status === 201 ? bodyOf(answer).id : '' }
}
const password = 'zielony-rower-w-bramie'

describe('an invitation', () => {
  it('makes an account with its roles, signed in, once', async () => {
    const { token, email, text } = await invited(adminOfA)
    expect(text).toContain(`${origin}/panel/invitation#`)
    expect(text).toContain('– organizator: program-a')
    const phone = browser()
    expect(bodyOf(await phone.post('/api/auth/invitation', { token }))).toMatchObject({ name: 'Nowa Osoba', hasAccount: false })
    const answers = await Promise.all([
      phone.post('/api/auth/invitation/accept', { token, password }),
      browser().post('/api/auth/invitation/accept', { token, password }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410])
    expect(await prisma.account.count({ where: { email } })).toBe(1)
    const door = browser()
    await door.post('/api/auth/password', { email, password })
    expect(bodyOf(await door.get('/api/panel/me'))).toMatchObject({ name: 'Nowa Osoba', grants: [{ role: 'ORGANISER' }] })
    expect((await browser().post('/api/auth/invitation', { token })).status).toBe(410)
  })

  it('may do without a password: a mail lets in then', async () => {
    const { token, email } = await invited(adminOfA)
    const answer = await browser().post('/api/auth/invitation/accept', { token, name: 'Zofia' })
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { next: 'sign-in' }])
    await browser().post('/api/auth/mail', { email, language: 'uk' })
    expect(await prisma.message.count({ where: { to: email, kind: 'sign-in', language: 'uk' } })).toBe(1)
  })

  it('T16: to a mailbox that has an account looks the same, and changes nothing but adds the roles when its owner says yes', async () => {
    const there = await seedAccount(pool, {
      name: 'Dawna Nazwa',
      grants: [{ role: 'DESK', scope: { kind: 'program', id: ofB } }],
      publicUrl: origin,
    })
    const unknown = await invited(adminOfA)
    const known = await invited(adminOfA, [organiserOfA], there.email)
    const shape = ({ answer }: typeof known) => [answer.status, Object.keys(bodyOf(answer))]
    expect(shape(known)).toEqual(shape(unknown))
    expect(known.text).toContain('ma już konto')
    expect(await prisma.roleGrant.count({ where: { accountId: there.accountId } })).toBe(1)
    expect(bodyOf(await browser().post('/api/auth/invitation', { token: known.token })).hasAccount).toBe(true)
    const answer = await browser().post('/api/auth/invitation/accept', { token: known.token, name: 'Podmieniona', password })
    expect(JSON.parse(answer.body)).toEqual({ next: 'sign-in' })
    expect((await browser().post('/api/auth/password', { email: there.email, password })).status).toBe(401)
    expect(bodyOf(await send(there, 'GET', '/api/panel/me'))).toMatchObject({
      name: 'Dawna Nazwa',
      grants: [{ role: 'ORGANISER' }, { role: 'DESK' }],
    })
  })

  it('ends when it is taken back, renewed, too old, or when whoever invited may not any more', async () => {
    const statusOf = async (token: string) => (await browser().post('/api/auth/invitation/accept', { token, password })).status
    const back = await invited(adminOfA)
    expect((await send(adminOfA, 'DELETE', `/api/panel/invitations/${back.id}`)).status).toBe(204)
    const renewed = await invited(adminOfA)
    expect((await send(adminOfA, 'POST', `/api/panel/invitations/${renewed.id}/resend`)).status).toBe(200)
    const old = await invited(adminOfA)
    await prisma.invitation.update({ where: { id: old.id }, data: { expiresAt: clock() }, select: { id: true } })
    const passing = await seed({ role: 'ADMINISTRATOR', scope: { kind: 'organisation', id: a } })
    const orphaned = await invited(passing)
    await prisma.roleGrant.deleteMany({ where: { accountId: passing.accountId } })
    const strangers = [back, renewed, old, orphaned]
    for (const { token } of strangers) expect(await statusOf(token)).toBe(410)
    expect(await prisma.account.count({ where: { email: { in: strangers.map(({ email }) => email) } } })).toBe(0)
  })

  it('never gives more than whoever invites administers, and names the field', async () => {
    const beyond = [
      everywhere,
      { role: 'ORGANISER', scope: { kind: 'organisation', id: b } },
      { role: 'DESK', scope: { kind: 'program', id: ofB } },
      { role: 'DESK', scope: { kind: 'program', id: '00000000-0000-4000-8000-000000000000' } },
    ]
    for (const grant of beyond) {
      const { answer } = await invited(adminOfA, [organiserOfA, grant])
      expect([answer.status, bodyOf(answer).issues.map(({ name }) => name)]).toEqual([422, ['grants.1.scope']])
    }
    expect((await invited(coordinator)).answer.status).toBe(403)
    expect((await invited(adminOfA, [{ ...organiserOfA, role: 'AUDITOR' }])).answer.status).toBe(422)
    expect((await invited(adminOfA, [{ ...organiserOfA, role: 'DESK', ownOnly: true }])).answer.status).toBe(422)
    expect((await invited(adminOfA, [{ ...organiserOfA, isRoot: true }])).answer.status).toBe(400)
    expect((await invited(adminOfA, [organiserOfA], 'a@x, b@y')).answer.status).toBe(422)
  })

  it('T32, T38: sends three letters an hour to one mailbox, with one recipient and one subject', async () => {
    const { email, answer } = await invited(adminOfA)
    expect(answer.status).toBe(201)
    for (let again = 0; again < 2; again += 1) expect((await invited(adminOfA, [organiserOfA], email)).answer.status).toBe(201)
    expect((await invited(adminOfA, [organiserOfA], email)).answer.status).toBe(429)
    const header = { email: 'x@example.pl', name: 'A\r\nBcc: y@example.com', grants: [organiserOfA] }
    expect((await send(adminOfA, 'POST', '/api/panel/invitations', header)).status).toBe(400)
  })

  it('T39, T33: carries names as they stand, in both forms', async () => {
    const email = 'szablon@example.pl'
    const name = '{{by}} <img src=x onerror=alert(1)>'
    await send(adminOfA, 'POST', '/api/panel/invitations', { email, name, grants: [organiserOfA] })
    const { text, html } = await prisma.message.findFirstOrThrow({ where: { to: email }, select: { text: true, html: true } })
    expect(text).toContain(`Dzień dobry, ${name},`)
    expect(html).not.toContain('<img')
  })
})

describe('people and their roles', () => {
  it('T05: are seen by who administers where they have a role; of their roles elsewhere nothing is shown', async () => {
    const both = await seed(organiserOfA, { role: 'DESK', scope: { kind: 'program', id: ofB } })
    const stranger = await seed({ role: 'DESK', scope: { kind: 'program', id: ofB } })
    const mine = bodyOf(await send(adminOfA, 'GET', '/api/panel/staff')).people
    expect(mine.find(({ id }) => id === both.accountId)).toMatchObject({ mayBlock: false, grants: [{ role: 'ORGANISER' }] })
    expect(mine.some(({ id }) => id === stranger.accountId || id === root.accountId)).toBe(false)
    const all = bodyOf(await send(root, 'GET', '/api/panel/staff')).people
    expect(all.find(({ id }) => id === both.accountId)).toMatchObject({ mayBlock: true, grants: [{}, {}] })
    expect((await send(coordinator, 'GET', '/api/panel/staff')).status).toBe(403)
  })

  it('T02: of another organisation answer as those who are not there', async () => {
    const stranger = await seed({ role: 'DESK', scope: { kind: 'program', id: ofB } })
    const nobody = '00000000-0000-4000-8000-000000000000'
    const { id: grant } = await prisma.roleGrant.findFirstOrThrow({
      where: { accountId: stranger.accountId },
      select: { id: true },
    })
    const attempts = (id: string): readonly (readonly [string, string, object?])[] => [
      ['POST', `/api/panel/staff/${id}/grants`, organiserOfA],
      ['DELETE', `/api/panel/staff/${id}/grants/${grant}`],
      ['POST', `/api/panel/staff/${id}/block`, {}],
      ['POST', `/api/panel/staff/${id}/unblock`, {}],
      ['DELETE', `/api/panel/staff/${id}/second-factor`],
    ]
    for (const [index, attempt] of attempts(stranger.accountId).entries()) {
      const [theirs, none] = [await send(adminOfA, ...attempt), await send(adminOfA, ...attempts(nobody)[index]!)]
      expect([attempt[1], theirs.status, theirs.body]).toEqual([attempt[1], 404, none.body])
    }
    const { id: invitation } = await invited(root, [{ role: 'DESK', scope: { kind: 'program', id: ofB } }])
    expect((await send(adminOfA, 'DELETE', `/api/panel/invitations/${invitation}`)).status).toBe(404)
    expect((await send(adminOfA, 'POST', `/api/panel/invitations/${invitation}/resend`)).status).toBe(404)
    expect(bodyOf(await send(adminOfA, 'GET', '/api/panel/staff')).invitations.some(({ id }) => id === invitation)).toBe(false)
  })

  it('T03: are not reached by the role of somebody else', async () => {
    const [one, other] = [await seed(organiserOfA), await seed(organiserOfA)]
    const { id } = await prisma.roleGrant.findFirstOrThrow({ where: { accountId: other.accountId }, select: { id: true } })
    expect((await send(adminOfA, 'DELETE', `/api/panel/staff/${one.accountId}/grants/${id}`)).status).toBe(404)
    expect(await prisma.roleGrant.count({ where: { id } })).toBe(1)
  })

  it('get and lose roles; the loss counts at once', async () => {
    const person = await seed(organiserOfA)
    const path = `/api/panel/staff/${person.accountId}/grants`
    const given = await send(adminOfA, 'POST', path, {
      role: 'DESK',
      scope: { kind: 'organisation', id: a },
      endsOn: '2099-01-31',
    })
    expect(given.status).toBe(201)
    expect((await send(adminOfA, 'POST', path, organiserOfA)).status).toBe(409)
    expect((await send(adminOfA, 'POST', path, everywhere)).status).toBe(422)
    const { grants } = bodyOf(await send(person, 'GET', '/api/panel/me'))
    expect(grants.map(({ role }) => role)).toEqual(['ORGANISER', 'DESK'])
    for (const { id } of grants) expect((await send(adminOfA, 'DELETE', `${path}/${id}`)).status).toBe(204)
    expect((await send(person, 'GET', '/api/panel/me')).status).toBe(403)
  })

  it('are blocked at once and let in again; who also works elsewhere is not blocked from here', async () => {
    const person = await seed(organiserOfA)
    expect((await send(adminOfA, 'POST', `/api/panel/staff/${person.accountId}/block`, {})).status).toBe(204)
    expect((await send(person, 'GET', '/api/panel/me')).status).toBe(401)
    expect((await send(adminOfA, 'POST', `/api/panel/staff/${person.accountId}/unblock`, {})).status).toBe(204)
    expect((await send(person, 'GET', '/api/panel/me')).status).toBe(401) // the sign-in itself has ended
    const both = await seed(organiserOfA, { role: 'DESK', scope: { kind: 'program', id: ofB } })
    expect((await send(adminOfA, 'POST', `/api/panel/staff/${both.accountId}/block`, {})).status).toBe(403)
    expect((await send(both, 'GET', '/api/panel/me')).status).toBe(200)
  })

  it('keep one administrator of everything: two who take each other away at once are not both gone', async () => {
    const other = await seed(everywhere)
    const grantOf = async ({ accountId }: Who) =>
      (await prisma.roleGrant.findFirstOrThrow({ where: { accountId }, select: { id: true } })).id
    const [mine, theirs] = [await grantOf(root), await grantOf(other)]
    const answers = await Promise.all([
      send(root, 'DELETE', `/api/panel/staff/${other.accountId}/grants/${theirs}`),
      send(other, 'DELETE', `/api/panel/staff/${root.accountId}/grants/${mine}`),
    ])
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    const last = (await prisma.roleGrant.count({ where: { id: mine } })) === 1 ? root : other
    const path = `/api/panel/staff/${last.accountId}`
    const grant = last === root ? mine : theirs
    for (const answer of [await send(last, 'DELETE', `${path}/grants/${grant}`), await send(last, 'POST', `${path}/block`, {})])
      expect([answer.status, bodyOf(answer).code]).toEqual([409, 'last-administrator'])
    await prisma.roleGrant.deleteMany({ where: { accountId: { in: [root.accountId, other.accountId] } } })
    await prisma.roleGrant.create({ data: { accountId: root.accountId, role: 'ADMINISTRATOR' }, select: { id: true } })
  })

  it('start with a new second factor when an administrator drops theirs', async () => {
    const admin = await seed({ role: 'ADMINISTRATOR', scope: { kind: 'organisation', id: a } })
    expect((await send(adminOfA, 'DELETE', `/api/panel/staff/${admin.accountId}/second-factor`)).status).toBe(204)
    expect((await send(admin, 'GET', '/api/panel/me')).status).toBe(401)
  })
})

describe('the mailbox', () => {
  it('is for administrators of everything, and shows texts that are still good for something', async () => {
    const { email } = await invited(adminOfA)
    const answer = await send(root, 'GET', '/api/panel/messages')
    const { sends, messages } = JSON.parse(answer.body) as { sends: boolean; messages: { to: string; text: string }[] }
    expect(sends).toBe(false)
    expect(messages.find(({ to }) => to === email)?.text).toContain(`${origin}/panel/invitation#`)
    for (const who of [adminOfA, coordinator]) expect((await send(who, 'GET', '/api/panel/messages')).status).toBe(403)
  })
})
