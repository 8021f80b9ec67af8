import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Pool } from 'pg'
import { afterAll, expect, it } from 'vitest'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import type { SignUpAnswer } from '#shared/contract/public.ts'
import { addDays } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { joinEmbedded } from '../../db/embedded.ts'
import { seedTown } from '../../db/testing/seed-town.ts'

/**
 * Two servers on one PostgreSQL, and people who sign up and withdraw all the time, while one after the other is killed with -9 at a random
 * moment. `SIGN_UP_KILLS=500` runs it longer; `SIGN_UP_SEED` repeats the moments.
 */
const kills = Number(process.env['SIGN_UP_KILLS'] ?? 20)
const seed = Number(process.env['SIGN_UP_SEED'] ?? Date.now() % 1_000_000)
const everyKill = 4 // of which one is PostgreSQL's
const [clients, capacity] = [6, 30]
const startsAt = `${addDays(dayInWarsaw(Date.now()), 40)}T10:00:00`

const folder = mkdtempSync(join(tmpdir(), 'podworko-kill-'))
chmodSync(folder, 0o755) // as root, PostgreSQL runs as another user

/** A sequence that is the same for the same seed (mulberry32). */
let state = seed
function random(): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

type App = { readonly port: number; child: ChildProcess }
const apps: App[] = []

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

function launch(port: number): ChildProcess {
  const settings = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    SAMPLE_DATA: 'off',
    LOG_LEVEL: 'error',
    TRUST_PROXY: '1',
  }
  // One address for both, as behind a proxy: each would otherwise write its own into the feeds.
  const env = { PATH: process.env['PATH'] ?? '', PUBLIC_URL: 'http://localhost:3000', ...settings }
  return spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: 'ignore' })
}

async function ready(app: App): Promise<void> {
  for (const deadline = Date.now() + 90_000; Date.now() < deadline; await delay(50)) {
    if (app.child.exitCode !== null) app.child = launch(app.port) // it found PostgreSQL in the middle of its end
    const answer = await fetch(`http://127.0.0.1:${app.port}/readyz`).catch(() => null)
    if (answer?.status === 200) return
  }
  throw new Error(`the server on port ${app.port} is not ready again`)
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const postmaster = (): number | null => {
  const file = join(folder, 'postgres', 'data', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

async function killPostgres(): Promise<void> {
  const pid = postmaster()
  if (pid === null) throw new Error('PostgreSQL is not running')
  process.kill(pid, 'SIGKILL')
  await Promise.all(apps.map(({ child }) => kill(child)))
}

afterAll(async () => {
  await Promise.all(apps.map(({ child }) => kill(child)))
  const pid = postmaster()
  if (pid !== null && existsSync(`/proc/${pid}`)) process.kill(pid, 'SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }) // its last processes may still write
})

type Acknowledged = { readonly name: string; readonly outcome: string; readonly seats: number; withdrawn: boolean }

/** Sends until somebody answers, to whichever server lives; the same key every time. */
async function sendUntilAnswered(path: string, body: object, key: string): Promise<{ status: number; text: string }> {
  for (let attempt = 0; attempt < 2_000; attempt += 1) {
    const app = apps[Math.floor(Math.random() * apps.length)]
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': key,
      'x-forwarded-for': `198.18.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
    }
    try {
      const sent = { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000) }
      const answer = await fetch(`http://127.0.0.1:${app?.port}${path}`, sent)
      const text = await answer.text()
      if (answer.status < 500) return { status: answer.status, text }
    } catch {
      // killed while it answered: whether it wrote is what the next attempt finds out
    }
    await delay(30)
  }
  throw new Error(`nobody answered ${path}`)
}

it(
  `${kills} times killed, no acknowledged sign-up is lost, none is half written, nobody moves up twice (seed ${seed})`,
  { timeout: kills * 30_000 + 240_000 },
  async () => {
    expect(spawnSync(process.execPath, ['scripts/build.mjs']).status).toBe(0)
    for (let n = 0; n < 2; n += 1) {
      const port = await freePort()
      const app = { port, child: launch(port) }
      apps.push(app)
      await ready(app)
    }
    const place = await joinEmbedded(join(folder, 'postgres'), { onProgress: () => {} })
    const seeding = new Pool(place.config)
    const town = await seedTown(seeding)
    await seeding.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = $1`, [capacity])
    const session = await town.addSession({ activity: town.yoga, start: startsAt, venue: null })
    await seeding.end()
    await place.leave()

    const told: Acknowledged[] = []
    const run = { isOver: false }
    const client = async (which: number): Promise<void> => {
      for (let turn = 0; !run.isOver; turn += 1) {
        const name = `Osoba ${which} ${turn} Zmyślona`.replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')
        const others = turn % 5 === 0 ? [{ name: 'Druga Zmyślona', child: false }] : []
        const body = {
          name,
          contact: `k${which}x${turn}@example.pl`,
          attending: true,
          others,
          language: 'pl',
          seen: startsAt,
          waiting: true,
          notice: noticeVersion,
        }
        const { status, text } = await sendUntilAnswered(api.signUps(session), body, `kill-test-join-${which}-${turn}`)
        if (status === 429) continue
        expect([status, text]).toEqual([201, expect.anything()])
        const answer = JSON.parse(text) as SignUpAnswer
        const mine: Acknowledged = { name, outcome: answer.outcome, seats: answer.seats, withdrawn: false }
        told.push(mine)
        if (Math.random() < 0.4) {
          const gone = await sendUntilAnswered(`${api.manage(answer.token)}/withdraw`, {}, `kill-test-withdraw-${which}-${turn}`)
          if (gone.status >= 300) throw new Error(`not withdrawn: ${gone.status} ${gone.text}`)
          mine.withdrawn = true
        }
        await delay(60)
      }
    }
    const all = Promise.allSettled(Array.from({ length: clients }, (_, which) => client(which)))
    try {
      for (let n = 0; n < kills; n += 1) {
        await delay(50 + random() * 400)
        if (n % everyKill === everyKill - 1) {
          await killPostgres()
          for (const app of apps) app.child = launch(app.port)
          await Promise.all(apps.map(ready))
        } else {
          const app = apps[Math.floor(random() * apps.length)]
          if (!app) continue
          await kill(app.child)
          app.child = launch(app.port)
          await ready(app)
        }
      }
    } finally {
      run.isOver = true
    }
    expect((await all).filter(({ status }) => status === 'rejected')).toEqual([])
    const again = await joinEmbedded(join(folder, 'postgres'), { onProgress: () => {} })
    const pool = new Pool(again.config)

    type Row = { name: string; status: string; seats: number; party: number; moved: number }
    const { rows } = await pool.query<Row>(
      `SELECT p.name, s.status, s.seats, (SELECT count(*)::int FROM "SignUpPerson" WHERE "signUpId" = s.id) AS party,
      (SELECT count(*)::int FROM "Notice" n WHERE n."signUpId" = s.id AND n.before->>'status' = 'WAITLISTED' AND s.status = 'CONFIRMED') AS moved
     FROM "SignUp" s JOIN "Person" p ON p.id = s."personId" ORDER BY s.position`,
    )
    const byName = new Map(rows.map((row) => [row.name, row]))
    expect(told.length).toBeGreaterThan(kills)
    expect(rows.length).toBe(byName.size) // nobody stands twice
    expect(told.filter(({ name }) => !byName.has(name))).toEqual([])
    expect(rows.filter(({ name }) => !told.some((one) => one.name === name))).toEqual([])
    expect(told.filter(({ name, withdrawn }) => (byName.get(name)?.status === 'WITHDRAWN') !== withdrawn)).toEqual([])
    expect(rows.filter(({ seats, party }) => seats !== party)).toEqual([])
    expect(rows.filter(({ moved }) => moved > 1)).toEqual([])
    expect(
      told.filter(
        ({ name, outcome, withdrawn }) => outcome === 'confirmed' && !withdrawn && byName.get(name)?.status !== 'CONFIRMED',
      ),
    ).toEqual([])
    const taken = rows.filter(({ status }) => status === 'CONFIRMED').reduce((sum, { seats }) => sum + seats, 0)
    const waiting = rows.filter(({ status }) => status === 'WAITLISTED')
    expect(taken).toBeLessThanOrEqual(capacity)
    expect(waiting.filter(({ seats }) => seats <= capacity - taken)).toEqual([]) // no free seat while somebody fits

    const answers = await Promise.all(
      apps.map(({ port }) => fetch(`http://127.0.0.1:${port}/feeds/all.ics`).then((answer) => answer.text())),
    )
    expect(answers[0]).toContain(`${session}@`)
    expect(answers[1]).toBe(answers[0])
    const seats = await Promise.all(
      apps.map(({ port }) =>
        fetch(`http://127.0.0.1:${port}${api.seats(session)}`).then((answer) => answer.json() as Promise<object>),
      ),
    )
    expect(seats[0]).toMatchObject({ seats: { taken } })
    expect(seats[1]).toEqual(seats[0])
    await pool.end()
    await again.leave()
  },
)
