import type { IncomingMessage } from 'node:http'

/**
 * Reads a body as it is. One that is longer than `limit` is heard to its end and thrown away, up to `drained` bytes: a browser that still
 * sends doesn't hear a refusal.
 *
 * @returns null when it was longer
 */
export async function readBytes(req: IncomingMessage, limit: number, drained: number): Promise<Buffer | null> {
  if (Number(req.headers['content-length'] ?? 0) > drained) return null
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req) {
    length += (chunk as Buffer).length
    if (length > drained) return null
    if (length <= limit) chunks.push(chunk as Buffer)
    else chunks.length = 0
  }
  return length > limit ? null : Buffer.concat(chunks)
}
