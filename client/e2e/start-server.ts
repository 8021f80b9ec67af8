import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { emailOf, makeStaff, passwordOf } from './staff.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const startLimitMs = 180_000
/** Of the invented season: it runs most of what tests look at. */
const organisationOfStaff = 'Fundacja Przykładowa'

/**
 * Before all browser tests: the built server as `npm start` runs it, on a free port and an empty data folder, with people who are signed in
 * (`staff.ts` says how a test becomes one of them).
 */
export default async function startServer(): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'podworko-e2e-'))
  chmodSync(data, 0o755) // as root, PostgreSQL runs as another user
  const port = await freePort()
  const settings = {
    PORT: String(port),
    DATA_DIR: join(data, 'data'),
    LOG_LEVEL: 'error',
    PUBLIC_URL: '',
    DATABASE_URL: '',
    HOST: '',
    SMTP_URL: '',
    ADMIN_EMAIL: emailOf('administrator'),
    ADMIN_PASSWORD: passwordOf('administrator'),
  }
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: project,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = new Promise<void>((done) => server.once('exit', () => done()))
  process.env['E2E_URL'] = `http://localhost:${port}`
  await answering(`${process.env['E2E_URL']}/readyz`, () => server.exitCode !== null)
  await makeStaff(process.env['E2E_URL'], (name) => name === organisationOfStaff)
  return async () => {
    server.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
}

async function answering(url: string, isGone: () => boolean): Promise<void> {
  for (const deadline = Date.now() + startLimitMs; Date.now() < deadline; await delay(200)) {
    if (isGone()) throw new Error('the server ended before it answered: see above')
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error(`the server did not answer at ${url} within ${startLimitMs / 1000} s`)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, done))
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}
