import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { ClientConfig, Pool } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import { addDays } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { freshDatabase } from './db/testing/fresh-database.ts'
import { seedTown } from './db/testing/seed-town.ts'

const started: ChildProcess[] = []
const folder = mkdtempSync(join(tmpdir(), 'podworko-main-'))
chmodSync(folder, 0o755)
beforeAll(() => {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs']) // or the first start would, and say so
  if (status !== 0) throw new Error('the build failed')
}, 300_000)
afterEach(async () => {
  await Promise.all(started.splice(0).map(end))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Program = ChildProcess & { readonly said: { out: string; err: string } }

/** The server as `npm start` runs it, in a process of its own, with nothing of our environment but the path. */
function run(settings: Readonly<Record<string, string>>): Program {
  const env = {
    PATH: process.env['PATH'] ?? '',
    PORT: '0',
    SAMPLE_DATA: 'off',
    DATA_DIR: folder,
    LOG_LEVEL: 'error',
    ...settings,
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (said.err += bytes.toString()))
  return Object.assign(child, { said })
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return child.exitCode
}

async function addressOf(program: Program): Promise<string> {
  return vi.waitFor(
    () => {
      const address = /Podwórko is at (\S+)/.exec(program.said.out)?.[1]
      if (!address) throw new Error(`no address yet: ${program.said.out}${program.said.err}`)
      return address
    },
    { timeout: 40_000, interval: 50 },
  )
}

async function listening(): Promise<Server> {
  const server = createServer()
  server.listen(0)
  await once(server, 'listening')
  return server
}
const portOf = (server: Server) => (server.address() as AddressInfo).port

describe('a server that can not start says why in one sentence', { timeout: 60_000 }, () => {
  const refusal = async (settings: Readonly<Record<string, string>>) => {
    const program = run(settings)
    const [code] = (await once(program, 'close')) as [number]
    return { code, ...program.said }
  }

  it.each([
    ['a wrong setting', { PORT: 'many' }, "Podwórko can't start: these settings are wrong: PORT: expected a port number\n"],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgresql://anna:s3cret@127.0.0.1:1/podworko' },
      "Podwórko can't start: the database at 127.0.0.1:1 can't be reached (connect ECONNREFUSED 127.0.0.1:1): check DATABASE_URL\n",
    ],
  ])('%s', async (_, settings, sentence) => {
    expect(await refusal(settings)).toEqual({ code: 1, out: '', err: sentence })
  })

  it('a folder that can not be written', async () => {
    writeFileSync(join(folder, 'file'), '')
    const { code, err } = await refusal({ DATA_DIR: join(folder, 'file') })
    expect(code).toBe(1)
    expect(err).toMatch(/^Podwórko can't start: the folder \S+\/file\/postgres can't be written to: .* DATA_DIR .*\n$/)
  })

  it('a port in use, before anything is changed in the database', async () => {
    const taken = await listening()
    const database = await freshDatabase()
    const port = portOf(taken)
    const { code, err } = await refusal({ PORT: String(port), DATABASE_URL: database.url })
    taken.close()
    expect([code, err]).toEqual([
      1,
      `Podwórko can't start: the port ${port} is in use by another program: stop that one, or set PORT to another number\n`,
    ])
    const { rows } = await database.pool.query('SELECT FROM "Installation"')
    expect(rows).toHaveLength(0)
  })
})

describe('a running server', { timeout: 60_000 }, () => {
  it('shares an empty embedded database with a second one, which outlives it', async () => {
    const [one, other] = [run({}), run({})]
    const [first, second] = await Promise.all([addressOf(one), addressOf(other)])
    expect((await fetch(`${first}/readyz`)).status).toBe(200)
    expect(await end(one)).toBe(0)
    expect((await fetch(`${second}/readyz`)).status).toBe(200)
    expect(await end(other)).toBe(0)
    expect(one.said.err + other.said.err).toBe('')
  })

  it('finishes a request on SIGTERM before it ends', async () => {
    const database = await freshDatabase()
    const program = run({ DATABASE_URL: database.url })
    const { port } = new URL(await addressOf(program))
    const socket = connect(Number(port), 'localhost')
    socket.write('POST /api/nothing HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{')
    await fetch(`http://localhost:${port}/healthz`) // by now the other request has arrived
    program.kill('SIGTERM')
    await vi.waitFor(async () => expect(await fetch(`http://localhost:${port}/healthz`).catch(() => 'closed')).toBe('closed'))
    const answered = once(socket, 'data') as Promise<[Buffer]>
    socket.write('}')
    expect((await answered)[0].toString()).toContain('404 Not Found')
    socket.end()
    await once(program, 'exit')
    expect(program.exitCode).toBe(0)
  })

  it('stays alive without its database, says so, and is ready again when the database is', async () => {
    const database = await freshDatabase()
    const gate = await openGate(database.config)
    const program = run({ DATABASE_URL: `postgresql://postgres@127.0.0.1:${gate.port}/${database.config.database}` })
    const address = await addressOf(program)
    const ready = async () => (await fetch(`${address}/readyz`)).status
    expect(await ready()).toBe(200)
    gate.close()
    await vi.waitFor(async () => expect(await ready()).toBe(503), { timeout: 10_000 })
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    gate.open()
    await vi.waitFor(async () => expect(await ready()).toBe(200), { timeout: 10_000 })
    gate.end()
  })
})

/** How many of the thread's connections wait for a lock. */
async function waitingForLocks(pool: Pool): Promise<number> {
  const { rows } = await pool.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'podworko sign-ups' AND wait_event_type = 'Lock'`,
  )
  return rows.length
}

describe('web sign-ups, in a thread of their own', { timeout: 60_000 }, () => {
  const startsAt = `${addDays(dayInWarsaw(Date.now()), 40)}T10:00:00`
  const open = async (capacity: number) => {
    const database = await freshDatabase()
    const gate = await openGate(database.config)
    const town = await seedTown(database.pool)
    await database.pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = $1`, [capacity])
    const session = await town.addSession({ activity: town.yoga, start: startsAt, venue: null })
    const program = run({ DATABASE_URL: `postgresql://postgres@127.0.0.1:${gate.port}/${database.config.database}` })
    const address = await addressOf(program)
    const signUp = async (letter: string, more: object = {}, place = session) => {
      const body = {
        name: `Osoba ${letter} Zmyślona`,
        contact: `osoba-${letter}@example.pl`,
        attending: true,
        others: [],
        language: 'pl',
        seen: startsAt,
        waiting: false,
        notice: noticeVersion,
        ...more,
      }
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `key-of-this-person-${letter}` }
      const answer = await fetch(`${address}${api.signUps(place)}`, { method: 'POST', headers, body: JSON.stringify(body) })
      return { status: answer.status, said: (await answer.json()) as Record<string, unknown> }
    }
    const addSession = (start: string) => town.addSession({ activity: town.yoga, start, venue: null })
    return { database, gate, program, address, session, addSession, signUp }
  }

  it('have a seat or are told why not, and the same key gets the same answer', async () => {
    const { signUp, gate } = await open(1)
    const first = await signUp('a')
    expect(first).toMatchObject({ status: 201, said: { outcome: 'confirmed', seats: 1 } })
    expect(await signUp('a')).toEqual(first)
    expect(await signUp('b')).toMatchObject({ status: 409, said: { code: 'session-full', free: 0 } })
    expect(await signUp('b', { waiting: true })).toMatchObject({ status: 201, said: { outcome: 'waiting' } })
    expect(await signUp('a', { language: 'en' })).toMatchObject({ status: 422, said: { code: 'key-reused' } })
    gate.end()
  })

  it('are told that the database is away, and placed when it is there again', async () => {
    const { signUp, gate, address } = await open(5)
    expect((await signUp('a')).status).toBe(201)
    gate.close()
    await vi.waitFor(async () => expect((await fetch(`${address}/readyz`)).status).toBe(503), { timeout: 10_000 })
    expect(await signUp('b')).toMatchObject({ status: 503, said: { code: 'database-away' } })
    gate.open()
    await vi.waitFor(async () => expect((await signUp('b')).status).toBe(201), { timeout: 10_000, interval: 200 })
    gate.end()
  })

  it('wait for as long as the lists of others are held, and are placed then', async () => {
    const { signUp, gate, database, addSession } = await open(5)
    const days = [1, 2, 3, 4, 5, 6].map((day) => `${addDays(startsAt.slice(0, 10), day)}T10:00:00`)
    const places = await Promise.all(days.map(async (seen) => ({ seen, id: await addSession(seen) })))
    const holder = await database.pool.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT FROM "Session" WHERE id = ANY ($1) FOR UPDATE', [places.slice(0, 5).map(({ id }) => id)])
    const ask = ({ id, seen }: (typeof places)[number], index: number) => signUp('abcdef'.charAt(index), { seen }, id)
    const asked = places.slice(0, 5).map(ask)
    try {
      await vi.waitFor(async () => expect(await waitingForLocks(database.pool)).toBe(5), { timeout: 20_000 })
      asked.push(ask(places[5]!, 5))
      await delay(6_000) // a connection is waited for five seconds
    } finally {
      await holder.query('COMMIT')
      holder.release()
    }
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(places.map(() => 201))
    gate.end()
  })

  it('have all their answers before the server ends', async () => {
    const { signUp, gate, program, database, session } = await open(20)
    const holder = await database.pool.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT FROM "Session" WHERE id = $1 FOR UPDATE', [session])
    const ended = once(program, 'exit')
    const asked = Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) => signUp(letter)))
    try {
      await vi.waitFor(async () => expect(await waitingForLocks(database.pool)).toBe(1), { timeout: 20_000 })
      program.kill('SIGTERM')
    } finally {
      await holder.query('COMMIT')
      holder.release()
    }
    const answers = await asked
    await ended
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201))
    expect([program.exitCode, program.said.err]).toEqual([0, ''])
    gate.end()
  })
})

/** A TCP door to a database's socket, which a test shuts and opens again. */
async function openGate({ host, port: databasePort }: ClientConfig) {
  const sockets = new Set<ReturnType<typeof connect>>()
  const state = { isOpen: true }
  const server = createServer((outside) => {
    if (!state.isOpen) return void outside.destroy()
    const inside = connect(`${host}/.s.PGSQL.${databasePort}`)
    for (const socket of [outside, inside]) sockets.add(socket.on('error', () => {}).on('close', () => sockets.delete(socket)))
    outside.pipe(inside).pipe(outside)
    return undefined
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => sockets.forEach((socket) => socket.destroy())
  return {
    port: portOf(server),
    close: () => {
      state.isOpen = false
      cut()
    },
    open: () => (state.isOpen = true),
    end: () => {
      cut()
      server.close()
    },
  }
}
