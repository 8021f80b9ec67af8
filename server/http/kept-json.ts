import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Request, Response } from 'express'
import { chooseEncoding } from './encoding.ts'

const toGzip = promisify(gzip)

/** A JSON answer ready to be sent. */
export type KeptJson = {
  readonly body: Buffer
  /** Weak: of the content, whatever form it is sent in. */
  readonly etag: string
  /** Made when it is first asked for. */
  readonly gzipped: () => Promise<Buffer>
}

export function toKeptJson(value: unknown): KeptJson {
  const body = Buffer.from(JSON.stringify(value))
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  let gzipped: Promise<Buffer> | undefined
  return { body, etag, gzipped: () => (gzipped ??= toGzip(body)) }
}

/** Remembers answers as long as the database shows the same as when they were made; the oldest go first when there are too many bytes. */
export type JsonMemory = {
  /**
   * @param key - everything that the answer depends on, apart from what the database holds
   * @param snapshot - names what the database shows, read before `make` reads anything
   */
  readonly recall: (key: string, snapshot: string, make: () => Promise<unknown>) => Promise<KeptJson>
}

export function createJsonMemory(limitBytes: number): JsonMemory {
  const kept = new Map<string, { readonly snapshot: string; readonly bytes: number; readonly answer: KeptJson }>()
  const making = new Map<string, Promise<KeptJson>>()
  let used = 0

  function keep(key: string, snapshot: string, answer: KeptJson): void {
    forget(key)
    const bytes = answer.body.length * 2 + key.length // with room for its compressed form
    kept.set(key, { snapshot, bytes, answer })
    used += bytes
    for (const oldest of kept.keys()) {
      if (used <= limitBytes) return
      forget(oldest)
    }
  }

  function forget(key: string): void {
    used -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }

  return {
    async recall(key, snapshot, make) {
      const known = kept.get(key)
      if (known?.snapshot === snapshot) return known.answer
      const name = `${snapshot} ${key}`
      const begun = making.get(name) ?? make().then(toKeptJson)
      making.set(name, begun)
      try {
        const answer = await begun
        keep(key, snapshot, answer)
        return answer
      } finally {
        making.delete(name)
      }
    },
  }
}

/** Sends it, or 304 to whoever has it. Only its reader's browser may keep it, and asks each time. */
export async function sendKept(req: Request, res: Response, answer: KeptJson): Promise<void> {
  res.set({ ETag: answer.etag, 'Cache-Control': 'private, no-cache', Vary: 'Cookie, Accept-Encoding' })
  if (req.fresh) {
    res.status(304).end()
    return
  }
  const encoding = chooseEncoding(req.headers['accept-encoding'], ['gzip', 'identity'])
  const body = encoding === 'gzip' ? await answer.gzipped() : answer.body
  res.set({ 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': String(body.length) })
  if (encoding === 'gzip') res.set('Content-Encoding', 'gzip')
  res.end(req.method === 'HEAD' ? undefined : body)
}
