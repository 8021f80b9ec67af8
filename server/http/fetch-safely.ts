import { lookup } from 'node:dns/promises'
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { AppError } from '../errors.ts'
import { breaker } from './breaker.ts'
import { isPublicAddress } from './public-address.ts'

/** One answer for every address that isn't asked at all, so that nobody learns from it what there is in our network (T44). */
export class AddressRefusedError extends AppError {
  readonly code = 'address-refused'
  readonly status = 422
  constructor() {
    super('this address is not asked: it has to be a public https address, without a name and password in it')
  }
}

export const fetchFaults = ['unreachable', 'timeout', 'status', 'redirects', 'interrupted', 'resting'] as const

/** A public address that didn't answer with a file. */
export class FetchFailedError extends AppError {
  readonly code = 'address-failed'
  readonly status = 422
  constructor(
    readonly fault: (typeof fetchFaults)[number],
    answered: number | null = null,
  ) {
    super(`the address gave nothing (${fault}${answered ? ` ${answered}` : ''})`, { fault, answered })
  }
}

export class AnswerTooLargeError extends AppError {
  readonly code = 'answer-too-large'
  readonly status = 413
  constructor(limit: number) {
    super(`what stands at the address is larger than ${limit / 1024 / 1024} MB`, { limit })
  }
}

export class WrongTypeError extends AppError {
  readonly code = 'wrong-type'
  readonly status = 415
  constructor(type: string) {
    super(`what stands at the address is no calendar and no table but ${type.slice(0, 60)}`, { type: type.slice(0, 60) })
  }
}

export type FetchOptions = {
  /** Decoded bytes. */
  readonly limit: number
  /** Of the whole, redirects and names included, in milliseconds. */
  readonly timeout?: number
  /** Media types that are taken; a server that says none is believed to have one of them. */
  readonly types: readonly string[]
  /** Names to addresses. Given by tests alone, as are the two that follow. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
  readonly allows?: (address: string) => boolean
  readonly allowsPort?: (port: number) => boolean
  /** Trusted beside the usual authorities. */
  readonly ca?: string
}

const longestWay = 3
const ports: readonly number[] = [80, 443, 8080, 8443]

const lookUpAll = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address)

/**
 * Gets a file from an address that somebody typed. Only https and, plainly worse, http; a name is resolved once, each of its addresses
 * has to be public, and the connection goes to that checked address, whatever the name says by then (T46). At most three redirects, each
 * judged like the first, none from https to http. No cookies, no credentials, one connection.
 */
export function safeFetch(options: FetchOptions): (url: string) => Promise<Buffer> {
  const rest = breaker({ failures: 3, restMs: 5 * 60_000 })
  return async (text) => {
    const url = judge(text, options)
    const signal = AbortSignal.timeout(options.timeout ?? 10_000)
    if (rest.isResting(url.hostname)) throw new FetchFailedError('resting')
    try {
      const bytes = await follow(url, options, signal)
      rest.worked(url.hostname)
      return bytes
    } catch (error) {
      if (error instanceof FetchFailedError) rest.failed(url.hostname)
      throw error
    }
  }
}

/** @throws {AddressRefusedError} for what isn't a web address that may be asked */
function judge(text: string, { allowsPort = (port) => ports.includes(port) }: FetchOptions): URL {
  const written = text.trim().replace(/^webcals?:/i, 'https:')
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) throw new AddressRefusedError()
  const url = new URL(written)
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  if (url.username !== '' || url.password !== '' || !allowsPort(port)) throw new AddressRefusedError()
  return url
}

async function follow(first: URL, options: FetchOptions, signal: AbortSignal): Promise<Buffer> {
  let url = first
  for (let way = 0; way <= longestWay; way += 1) {
    const answer = await ask(url, await addressOf(url.hostname, options, signal), options, signal)
    const status = answer.statusCode ?? 0
    if (status >= 300 && status < 400 && answer.headers.location) {
      answer.destroy()
      url = next(url, answer.headers.location, options)
      continue
    }
    if (status !== 200) {
      answer.destroy()
      throw new FetchFailedError('status', status)
    }
    return await readAnswer(answer, options, signal)
  }
  throw new FetchFailedError('redirects')
}

function next(from: URL, location: string, options: FetchOptions): URL {
  if (!URL.canParse(location, from)) throw new AddressRefusedError()
  const url = judge(new URL(location, from).href, options)
  if (from.protocol === 'https:' && url.protocol === 'http:') throw new AddressRefusedError()
  return url
}

/** The one address that is connected to. */
async function addressOf(
  hostname: string,
  { resolve = lookUpAll, allows = isPublicAddress }: FetchOptions,
  signal: AbortSignal,
): Promise<string> {
  const host = hostname.replace(/^\[|\]$/g, '')
  const found = /^[\d.]+$|:/.test(host) ? [host] : await named(resolve, host, signal)
  const [first] = found
  if (first === undefined || !found.every(allows)) throw new AddressRefusedError()
  return first
}

/** A name that isn't there is told like one that may not be asked. */
async function named(
  resolve: NonNullable<FetchOptions['resolve']>,
  host: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const late = new Promise<never>((_, fail) =>
    signal.addEventListener('abort', () => fail(new FetchFailedError('timeout')), { once: true }),
  )
  try {
    return await Promise.race([resolve(host), late])
  } catch (error) {
    if (error instanceof FetchFailedError) throw error
    return []
  }
}

function ask(url: URL, address: string, { ca }: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const pinned: LookupFunction = (_host, asked, done) => {
    const family = address.includes(':') ? 6 : 4
    if (asked.all) done(null, [{ address, family }])
    else done(null, address, family)
  }
  const settings: RequestOptions & { ca?: string } = {
    method: 'GET',
    lookup: pinned,
    agent: false,
    signal,
    headers: {
      accept: 'text/calendar, text/csv, text/plain;q=0.9, */*;q=0.1',
      'accept-encoding': 'gzip, deflate, br',
      'user-agent': 'Podworko (calendar import)',
    },
    maxHeaderSize: 16_384,
    ...(ca === undefined ? {} : { ca }),
  }
  return new Promise((done, fail) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const sent = send(url, settings, done)
    sent.on('error', () => fail(new FetchFailedError(signal.aborted ? 'timeout' : 'unreachable')))
    sent.end()
  })
}

/** Reads to the end, unpacked, and stops at the limit, so that a packed gigabyte costs no more than 2 MB (T47). */
async function readAnswer(answer: IncomingMessage, { limit, types }: FetchOptions, signal: AbortSignal): Promise<Buffer> {
  const type = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  try {
    if (type !== '' && !types.includes(type)) throw new WrongTypeError(type)
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of unpacked(answer)) {
      length += (chunk as Buffer).length
      if (length > limit) throw new AnswerTooLargeError(limit)
      chunks.push(chunk as Buffer)
    }
    return Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new FetchFailedError(signal.aborted ? 'timeout' : 'interrupted')
  } finally {
    answer.destroy()
  }
}

function unpacked(answer: IncomingMessage): Readable {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  const unpack = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }[encoding]
  if (!unpack) return answer
  const stream = unpack()
  answer.on('error', (error) => stream.destroy(error))
  return answer.pipe(stream)
}
