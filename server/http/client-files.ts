import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { extname } from 'node:path'
import type { RequestHandler, Response } from 'express'
import { chooseEncoding, type Encoding } from './encoding.ts'

type Body = { readonly bytes: Buffer; readonly etag: string }
type ClientFile = { readonly type: string; readonly forms: Readonly<Partial<Record<Encoding, Body>>> }
/** The built client, in memory, by path: `/assets/index-1a2b3c.js`. */
export type ClientFiles = ReadonlyMap<string, ClientFile>

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
const suffixes: readonly (readonly [Encoding, string])[] = [
  ['br', '.br'],
  ['gzip', '.gz'],
]

/** Reads the folder that the build made, compressed forms beside their originals. A folder that isn't there has no files. */
export function readClientFiles(folder: string): ClientFiles {
  if (!existsSync(folder)) return new Map()
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => extname(path) in types && statSync(join(folder, path)).isFile(),
  )
  return new Map(paths.map((path) => [`/${path.replaceAll(sep, '/')}`, readFile(join(folder, path))]))
}

function readFile(path: string): ClientFile {
  const compressed = suffixes.flatMap(([encoding, suffix]) => {
    const beside = path + suffix
    return existsSync(beside) ? [[encoding, body(readFileSync(beside))] as const] : []
  })
  const forms = Object.fromEntries([['identity', body(readFileSync(path))], ...compressed]) as ClientFile['forms']
  return { type: types[extname(path)] ?? 'application/octet-stream', forms }
}

function body(bytes: Buffer): Body {
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` }
}

const worker = '/service-worker.js'
const workerThatLeaves = '/service-worker-off.js'

/**
 * Answers the files of the built client, pages apart. A name with a hash in it never changes, so it is kept for a year.
 *
 * @param offlineCopy - `off` answers the service worker's address with one that forgets every copy and leaves
 */
export function serveClientFiles(files: ClientFiles, offlineCopy: 'on' | 'off'): RequestHandler {
  return (req, res, next) => {
    const file = files.get(offlineCopy === 'off' && req.path === worker ? workerThatLeaves : req.path)
    if (!file || req.path.endsWith('.html') || (req.method !== 'GET' && req.method !== 'HEAD')) return next()
    const hashed = req.path.startsWith('/assets/')
    res.set('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    sendForm(req.headers['accept-encoding'], res, file)
  }
}

function sendForm(acceptEncoding: string | undefined, res: Response, { type, forms }: ClientFile): void {
  const available = Object.keys(forms) as Encoding[]
  const encoding = chooseEncoding(acceptEncoding, available)
  const form = forms[encoding] ?? forms.identity
  if (!form) return
  res.vary('Accept-Encoding').set('Content-Type', type).set('ETag', form.etag)
  if (encoding !== 'identity') res.set('Content-Encoding', encoding)
  if (res.req.fresh) res.status(304).end()
  else res.end(form.bytes)
}
