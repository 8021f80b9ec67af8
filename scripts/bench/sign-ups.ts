import { randomBytes, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { constants, setPriority } from 'node:os'
import { Pool, type ClientConfig } from 'pg'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'

/** So many people at once for one session, over HTTP or by the bare transaction. */
export type RushOrder = { readonly sessionId: string; readonly people: number; readonly atOnce: number } & (
  | { readonly port: number; readonly host: string; readonly seen: string }
  | { readonly config: ClientConfig; readonly capacity: number }
)
export type RushOutcome = { readonly ms: number }

/** As many connections as our server has. */
const connections = 10
let pool: Pool | null = null

// The people have devices of their own: here their program gives way to the server, to its database and to who reads.
setPriority(constants.priority.PRIORITY_LOW)

/** People who sign up at the same moment, in a process of their own. Each is somebody else; the next comes when one has an answer. */
process.on('message', async (order: RushOrder) => {
  const signUp = 'port' in order ? byWeb(order) : bare(order)
  const begun = performance.now()
  let next = 0
  const oneByOne = async (): Promise<void> => {
    for (let turn = next++; turn < order.people; turn = next++) await signUp(`${randomBytes(4).toString('hex')}${turn}`)
  }
  await Promise.all(Array.from({ length: order.atOnce }, oneByOne))
  process.send?.({ ms: performance.now() - begun } satisfies RushOutcome)
})
process.once('disconnect', () => process.exit())

const byWeb = ({ port, host, seen, sessionId }: Extract<RushOrder, { port: number }>) => {
  const agent = new Agent({ keepAlive: true }) // of this rush: between two of them the server may close what is idle
  const path = api.signUps(sessionId)
  return (who: string): Promise<void> =>
    new Promise((done, fail) => {
      const headers = {
        host,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        'x-forwarded-for': `10.${[...randomBytes(3)].join('.')}`,
      }
      const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent }, (res) => {
        let said = ''
        res.setEncoding('utf8')
        res.on('data', (text: string) => (said += text))
        res.on('end', () => {
          if (res.statusCode === 201) done()
          else fail(new Error(`a sign-up was answered ${res.statusCode}: ${said}`))
        })
      })
      sent.once('error', fail)
      const person = { name: `Osoba ${who} Zmyślona`, contact: `osoba${who}@example.pl`, attending: true, others: [] }
      sent.end(JSON.stringify({ ...person, language: 'pl', seen, waiting: true, notice: noticeVersion }))
    })
}

/**
 * What no sign-up can do without: the session's lock, its limit, the seats that are taken, the key of the save, the person, the
 * sign-up and its party, and a commit; on the same tables with the same triggers, straight through the driver.
 */
const bare = ({ config, sessionId, capacity }: Extract<RushOrder, { config: ClientConfig }>) => {
  pool ??= new Pool({ ...config, max: connections, application_name: 'bare' })
  const all = pool
  return async (who: string): Promise<void> => {
    const [person, signUp] = [randomUUID(), randomUUID()]
    const client = await all.connect()
    try {
      await client.query('BEGIN')
      await client.query(`INSERT INTO "IdempotencyKey" ("accountId", key, request) VALUES ($1, $2, $2)`, [randomUUID(), who])
      await client.query(`SELECT 1 FROM "Session" WHERE id = $1 FOR NO KEY UPDATE`, [sessionId])
      const { rows } = await client.query<{ taken: number }>(
        `SELECT coalesce(sum(seats), 0)::int AS taken FROM "SignUp" WHERE "sessionId" = $1 AND status IN ('CONFIRMED', 'OFFERED')`,
        [sessionId],
      )
      const status = (rows[0]?.taken ?? 0) < capacity ? 'CONFIRMED' : 'WAITLISTED'
      await client.query(`INSERT INTO "Person" (id, name, email, language) VALUES ($1, $2, $3, 'pl')`, [
        person,
        `Osoba ${who} Zmyślona`,
        `osoba${who}@example.pl`,
      ])
      await client.query(
        `INSERT INTO "SignUp" (id, "sessionId", "personId", status, seats, source, "contactKey", code, "noticeVersion", "confirmedAt")
         VALUES ($1, $2, $3, $4::"SignUpStatus", 1, 'WEB', $5, $6, $7, CASE $4 WHEN 'CONFIRMED' THEN now() END)`,
        [signUp, sessionId, person, status, randomUUID(), codeOf(), noticeVersion],
      )
      await client.query(`INSERT INTO "SignUpPerson" ("signUpId", "personId", position) VALUES ($1, $2, 0)`, [signUp, person])
      await client.query('COMMIT')
    } finally {
      client.release()
    }
  }
}

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const codeOf = (): string => [...randomBytes(7)].map((byte) => letters[byte % letters.length]).join('')
