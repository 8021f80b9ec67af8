import { Pool } from 'pg'
import { api } from '#shared/contract/paths.ts'
import { addDays, weeksOfMonth } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { seedAccount } from '#server/db/testing/seed-account.ts'
import { sessionCookieHeader, signInSecret } from '#server/http/session-cookie.ts'
import { measureAnswering, type Answering, type OurServer } from './answering.ts'
import { publicUrl, type BenchDatabase } from './database.ts'
import { askRaw } from './raw-answer.ts'

/** Clients among whom the requests are shared out: one alone may ask 1,200 times a minute. */
const clients = 2_000

export type PanelMonth = {
  readonly answering: Answering
  readonly sessions: number
  readonly fresh: number
  readonly kept: number
}

/** The month of next month, as an administrator of everything sees it: by throughput, and by statements when made anew and when kept. */
export async function measurePanelMonth(server: OurServer): Promise<PanelMonth> {
  const cookie = await signIn(server.database)
  const weeks = weeksOfMonth(addDays(dayInWarsaw(Date.now()), 30).slice(0, 7))
  const path = `${api.panelPlan}?from=${weeks[0]?.[0]}&to=${weeks.at(-1)?.at(-1)}`
  const requestOf = (client: number): string =>
    [
      `GET ${path} HTTP/1.1`,
      `Host: ${new URL(publicUrl).host}`,
      `X-Forwarded-For: 10.${client >> 16}.${(client >> 8) & 255}.${client & 255}`,
      `Cookie: ${cookie}`,
      'Accept: application/json',
      '',
      '',
    ].join('\r\n')
  const statementsOf = async (): Promise<number> => {
    const mark = server.database.mark()
    await askRaw(server.port, requestOf(0))
    return server.database.statementsSince(mark).length
  }
  const fresh = await statementsOf()
  const kept = await statementsOf()
  const { body } = await askRaw(server.port, requestOf(0))
  const { sessions } = JSON.parse(body.toString('utf8')) as { readonly sessions: readonly unknown[] }
  const others = Array.from({ length: clients - 1 }, (_, client) => requestOf(client + 1))
  return { answering: await measureAnswering(server, requestOf(0), 200, others), sessions: sessions.length, fresh, kept }
}

/** An administrator of everything, really signed in: his cookie. */
async function signIn({ config }: BenchDatabase): Promise<string> {
  const pool = new Pool(config)
  const { accountId } = await seedAccount(pool, { grants: [{ role: 'ADMINISTRATOR', scope: { kind: 'everywhere' } }] })
  const { rows } = await pool.query<{ token: string; secret: Buffer }>(
    'SELECT token, secret FROM "LoginSession", "Installation" WHERE "accountId" = $1',
    [accountId],
  )
  await pool.end()
  const [row] = rows
  if (!row) throw new Error('nobody is signed in')
  return sessionCookieHeader(row.token, publicUrl, signInSecret(row.secret))
}
