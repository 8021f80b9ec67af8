import { describe, expect, it } from 'vitest'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import { mailboxProofHeader } from '#shared/contract/personal-feed.ts'
import { createApp, createFeeds, writerOf } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { testSecret } from '../../db/testing/seed-account.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve } from '../../http/testing/serve.ts'

const database = await freshDatabase()
const { pool } = database
const origin = 'https://kalendarz.example.pl'
const config = readConfig({ PUBLIC_URL: origin, TRUST_PROXY: '1' })
const clock = () => new Date('2026-11-23T11:00:00Z')
const { logger } = createLogger('error', { write: () => true })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const ask = await serve(createApp({ config, logger, clock, database, feeds, clientFiles: new Map(), secret: testSecret }))
const write = writerOf({ database, feeds })

await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', $1)`, [testSecret])
const town = await seedTown(pool)
await write((tx) => tx.activity.updateMany({ data: { enrolment: 'PER_SESSION' } }))
await write((tx) =>
  tx.activity.update({
    where: { id: town.picnic },
    data: { isDiscreet: true, discreetListed: true, discreetTitle: { pl: 'Spotkanie' }, title: { pl: 'Po przemocy' } },
    select: { id: true },
  }),
)
const sessions = {
  yoga: await town.addSession({ activity: town.yoga, start: '2026-11-24T17:00:00' }),
  talk: await town.addSession({ activity: town.picnic, start: '2026-11-26T10:00:00', venue: null }),
}
const host = { host: 'kalendarz.example.pl', 'content-type': 'application/json' }
let sent = 0
const post = (path: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
  ask(path, {
    method: 'POST',
    headers: { ...host, 'x-forwarded-for': `198.51.100.${sent++ % 200}`, ...headers },
    body: JSON.stringify(body),
  })
async function signUp(sessionId: string, seen: string, name: string, contact: string): Promise<string> {
  const party = { name, contact, attending: true, others: [], waiting: true, language: 'pl', notice: noticeVersion, seen }
  return (JSON.parse((await post(api.signUps(sessionId), party)).body) as { token: string }).token
}
const letters = async () =>
  (
    await pool.query<{ to: string; subject: string; text: string }>(
      `SELECT "to", subject, text FROM "Message" WHERE kind = 'links' ORDER BY "createdAt", id`,
    )
  ).rows

const anna = 'anna@example.pl'
const first = await signUp(sessions.yoga, '2026-11-24T17:00:00', 'Anna Próbna', anna)
await signUp(sessions.talk, '2026-11-26T10:00:00', 'Anna Próbna', anna)
await signUp(sessions.yoga, '2026-11-24T17:00:00', 'Ktoś Inny', 'inny@example.pl')

describe('a lost link', () => {
  it('T18, T19: is mailed to the mailbox alone, and the answer is the same for one that nobody knows', async () => {
    const answers = []
    for (const contact of ['Anna@Example.pl ', 'nikt@example.pl']) {
      const begun = performance.now()
      const { status, body, headers } = await post(api.signUpLinks, { contact, language: 'pl' })
      expect(performance.now() - begun).toBeGreaterThan(295)
      answers.push([status, body, headers['cache-control'], headers['content-length']])
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.[0]).toBe(204)
    const [letter, ...more] = await letters()
    expect([letter?.to, more]).toEqual([anna, []])
    expect(letter?.text).toContain(`${origin}/manage/${first}#`)
    expect(letter?.text).toContain('Spotkanie')
    expect(letter?.text).not.toMatch(/przemocy|Anna|Inny/)
    expect(letter?.text.match(/\/manage\//g)).toHaveLength(2)
  })

  it('what came with it opens the calendar of everything; what was guessed doesn’t', async () => {
    const [letter] = await letters()
    const proof = new RegExp(`${first}#(\\S+)`).exec(letter?.text ?? '')?.[1] ?? ''
    const make = (given: string) =>
      post(`${api.manage(first)}/feeds`, { holds: 'household', waiting: true }, { [mailboxProofHeader]: given })
    expect((await make(proof)).status).toBe(201)
    expect((await make(`${proof.slice(0, -1)}${proof.endsWith('A') ? 'B' : 'A'}`)).status).toBe(403)
    expect((await make(proof.replace(/^\w+/, 'zzzzzzz'))).status).toBe(403)
  })

  it('T32: goes out three times an hour at most, whoever asks, and the answer doesn’t change', async () => {
    const asked = []
    for (let index = 0; index < 4; index++) asked.push((await post(`${api.manage(first)}/links`, { language: 'pl' })).status)
    expect(asked).toEqual([204, 204, 204, 204])
    expect(await letters()).toHaveLength(3)
  })

  it('to a phone nothing is mailed, and that is said of every number', async () => {
    for (const contact of ['600 000 000', 'Anna'])
      expect((await post(api.signUpLinks, { contact, language: 'pl' })).status).toBe(422)
  })

  it('T26: once it was made anew, the former one opens nothing', async () => {
    const { status, body } = await post(`${api.manage(first)}/link`, {})
    const { token } = JSON.parse(body) as { token: string }
    expect([status, token]).toEqual([200, expect.not.stringMatching(first)])
    expect((await ask(api.manage(first), { headers: host })).status).toBe(404)
    expect((await post(`${api.manage(first)}/link`, {})).status).toBe(404)
    expect((await ask(api.manage(token), { headers: host })).status).toBe(200)
  })
})
