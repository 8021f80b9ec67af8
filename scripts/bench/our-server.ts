import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { OurServer } from './answering.ts'
import { publicUrl, type BenchDatabase } from './database.ts'
import { askRaw } from './raw-answer.ts'

const startLimitMs = 180_000 // a first start builds

/**
 * Our server as `npm start` runs it, built first where needed, with all that production has: log at level info (into a file, as a
 * service's log ends in one), limits and headers.
 */
export async function startOurServer(
  database: BenchDatabase,
  trustProxy = '',
): Promise<OurServer & { readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'podworko-bench-log-'))
  const logPath = join(folder, 'log')
  const log = openSync(logPath, 'a')
  const port = await freePort()
  const settings = {
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: publicUrl,
    DATABASE_URL: database.url,
    SAMPLE_DATA: 'off',
    LOG_LEVEL: 'info',
    TRUST_PROXY: trustProxy,
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', log, 'inherit'],
  })
  closeSync(log)
  await answering(port, child, logPath)
  return {
    pid: child.pid ?? NaN,
    port,
    database,
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Throws when the server has ended, or doesn't answer in time; what it said is then in the message. */
async function answering(port: number, child: ChildProcess, logPath: string): Promise<void> {
  for (const deadline = Date.now() + startLimitMs; Date.now() < deadline && child.exitCode === null; await delay(100)) {
    const answer = await askRaw(port, `GET /readyz HTTP/1.1\r\nHost: ${new URL(publicUrl).host}\r\n\r\n`).catch(() => null)
    if (answer?.status === 200) return
  }
  throw new Error(`our server doesn't answer:\n${readFileSync(logPath, 'utf8')}`)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}
