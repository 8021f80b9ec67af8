import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding } from '../../http/encoding.ts'

const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)
/** Nearly as small as the slowest setting, in a twentieth of its time. */
const brotliQuality = 5

export type Form = { readonly body: Buffer; readonly etag: string }
export type Forms = Readonly<Record<Encoding, Form>>

/**
 * A text in the three forms in which it is sent. The tags come from the uncompressed bytes, because compressed ones differ
 * between versions of Node (mechanics 15).
 */
export async function formsOf(text: string): Promise<Forms> {
  const body = Buffer.from(text)
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27)
  const [gzipped, brotli] = await Promise.all([
    toGzip(body, { level: 6 }),
    toBrotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  ])
  return {
    identity: { body, etag: `"${hash}-id"` },
    gzip: { body: gzipped, etag: `"${hash}-gz"` },
    br: { body: brotli, etag: `"${hash}-br"` },
  }
}
