import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client, type ClientConfig } from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { preparePlace } from './embedded-place.ts'
import { joinEmbedded } from './embedded.ts'

let folder: string
const members: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podworko-'))
  chmodSync(folder, 0o755)
})
afterEach(async () => {
  await Promise.all(members.splice(0).map(stop))
  const pid = postmasterPid()
  if (pid) await killAndWait(pid)
  rmSync(folder, { recursive: true, force: true })
})

type Member = ChildProcess & { readonly config: ClientConfig }

/** A process of its own that has joined the server in the test's folder. */
async function startMember(): Promise<Member> {
  const file = fileURLToPath(new URL('testing/member.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', file, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  members.push(child)
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return Object.assign(child, { config: JSON.parse(line.toString()) as ClientConfig })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

function postmasterPid(): number | null {
  const file = join(folder, 'data', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

async function killAndWait(pid: number): Promise<void> {
  try {
    for (process.kill(pid, 'SIGKILL'); ; await new Promise((done) => setTimeout(done, 20))) process.kill(pid, 0)
  } catch {
    // it is gone
  }
}

/** The values of the last of these statements. */
async function ask(config: ClientConfig, ...statements: readonly string[]): Promise<readonly unknown[]> {
  const client = new Client(config)
  client.on('error', () => {})
  await client.connect()
  try {
    const values: unknown[][] = []
    for (const text of statements) values.push((await client.query<unknown[]>({ text, rowMode: 'array' })).rows.flat())
    return values.at(-1) ?? []
  } finally {
    await client.end()
  }
}

describe('the embedded server', { timeout: 60_000 }, () => {
  it('comes up for two processes at once on an empty folder, and ends with the last of them', async () => {
    const [one, other] = await Promise.all([startMember(), startMember()])
    await ask(one.config, 'CREATE TABLE bench (id int)', 'INSERT INTO bench VALUES (1)')
    await stop(one)
    expect(await ask(other.config, 'SELECT id FROM bench')).toEqual([1])
    await stop(other)
    expect(postmasterPid()).toBeNull()
  })

  it('loses nothing acknowledged when everything is killed', async () => {
    const first = await startMember()
    await ask(first.config, 'CREATE TABLE bench (id int)', 'INSERT INTO bench VALUES (7)')
    const pid = postmasterPid()
    first.kill('SIGKILL')
    if (pid) process.kill(pid, 'SIGKILL')
    const second = await startMember()
    expect(await ask(second.config, 'SELECT id FROM bench')).toEqual([7])
  })

  it('is started again when it dies while somebody uses it', async () => {
    const server = await joinEmbedded(folder)
    try {
      const pid = postmasterPid()
      if (pid) await killAndWait(pid)
      await vi.waitFor(async () => expect(await ask(server.config, 'SELECT 1')).toEqual([1]), { timeout: 20_000, interval: 100 })
      expect(postmasterPid()).not.toBe(pid)
    } finally {
      await server.leave()
    }
  })

  it('sorts as Polish does', async () => {
    const { config } = await startMember()
    expect(
      await ask(config, `SELECT name FROM unnest(ARRAY['Zatorze', 'Łabędy', 'Sośnica', 'Śródmieście', 'Lubin']) name ORDER BY 1`),
    ).toEqual(['Lubin', 'Łabędy', 'Sośnica', 'Śródmieście', 'Zatorze'])
  })
})

describe('the place of an embedded server', () => {
  it('has a socket that only its owner may open, at a path short enough for every system', () => {
    const deep = join(folder, 'a-folder-with-a-very-long-name'.repeat(4))
    const { config } = preparePlace(deep)
    expect(`${config.host}/.s.PGSQL.5432`.length).toBeLessThanOrEqual(103)
    rmSync(config.host ?? '', { recursive: true })
  })

  it('refuses a socket folder that others may enter', () => {
    mkdirSync(join(folder, 'socket'))
    chmodSync(join(folder, 'socket'), 0o777)
    expect(() => preparePlace(folder)).toThrow(/socket.*somebody else made it/)
  })

  it('says which folder can not be written', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => preparePlace(join(folder, 'file', 'data'))).toThrow(/the folder .*file\/data can't be written to/)
  })

  it.runIf(process.getuid?.() === 0)('says, as root, which folder keeps PostgreSQL out', () => {
    chmodSync(folder, 0o700)
    expect(() => preparePlace(join(folder, 'data'))).toThrow(`the user "nobody" can't enter ${folder}`)
  })
})
