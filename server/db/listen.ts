import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import type { ChangeListener, ChangeRange } from './write.ts'

/** Told what other processes (and this one) commit, and whether anything can be heard at all. */
export type Hearer = {
  readonly onChange: ChangeListener
  /** True: from now on every change is heard. False: until then some may be missed. */
  readonly onHearing: (hearing: boolean) => void
}

const channel = 'podworko_change'
const askEveryMs = 500
const answerWithinMs = 2_000
const firstRetryMs = 50
const lastRetryMs = 2_000

/**
 * Listens to the changes that transactions announce (migration `session_faces`) on a connection of its own, and connects
 * again, without end, whenever it is lost. Never throws: while it can't hear, it says so.
 *
 * @returns ends the listening
 */
export function listenToChanges(config: ClientConfig, { onChange, onHearing }: Hearer): () => Promise<void> {
  let stopped = false
  let wait = firstRetryMs
  let current: Client | null = null
  let timer: NodeJS.Timeout | undefined

  function lost(client: Client): void {
    if (current !== client) return
    current = null
    clearTimeout(timer)
    void client.end().catch(() => {})
    if (stopped) return
    onHearing(false)
    timer = setTimeout(() => void connect(), wait)
    wait = Math.min(wait * 2, lastRetryMs)
  }

  async function connect(): Promise<void> {
    const client = new Client({ ...config, application_name: 'podworko listener', connectionTimeoutMillis: answerWithinMs })
    current = client
    client.on('error', () => lost(client))
    client.on('end', () => lost(client))
    client.on('notification', ({ payload }) => void onChange(readRange(payload ?? '')))
    try {
      await client.connect()
      await client.query(`LISTEN ${channel}`)
      if (current !== client) return await client.end()
      wait = firstRetryMs
      onHearing(true)
      void askOn(client)
    } catch {
      lost(client)
    }
  }

  /** A connection can fall silent without an end, for example when a firewall forgets it. */
  async function askOn(client: Client): Promise<void> {
    for (;;) {
      await sleep(askEveryMs, null, { ref: false })
      if (current !== client) return
      const late = setTimeout(() => lost(client), answerWithinMs)
      await client.query('SELECT 1').catch(() => lost(client))
      clearTimeout(late)
    }
  }

  void connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    const client = current
    current = null
    await client?.end().catch(() => {})
  }
}

/** `12-15`: the numbers of rows of `Change`. Anything else means that everything may have changed. */
function readRange(payload: string): ChangeRange {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(payload) ?? []
  return first && last ? { first: BigInt(first), last: BigInt(last) } : { first: 0n, last: BigInt(Number.MAX_SAFE_INTEGER) }
}
