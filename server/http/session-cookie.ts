import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** Days after which a sign-in ends, whatever happens, and without being used. */
export const signInDays = { longest: 30, idle: 7 } as const

/**
 * What the names of our cookies begin with. `__Host-` makes a browser refuse one that came without https, for a domain or for a part of
 * the site, so that no neighbouring host can plant one (T27).
 */
export const cookiePrefix = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-podworko' : 'podworko')

const sessionCookie = (publicUrl: string): string => `${cookiePrefix(publicUrl)}.session_token`

/** Signs everything about sign-ins; made from the installation's secret, so that the one can't be found from the other. */
export function signInSecret(installationSecret: Buffer): string {
  return Buffer.from(hkdfSync('sha256', installationSecret, '', 'podworko sign-in', 32)).toString('base64url')
}

/** Reads one cookie out of the header; the last of those that stand there twice doesn't count. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [key = '', ...value] = pair.trim().split('=')
    if (key === name) return value.join('=')
  }
  return undefined
}

/** Whether a request carries any cookie of ours, good or bad: then a foreign page may be behind it (T28). */
export const carriesOurCookie = (header: string | undefined): boolean => /(?:^|;\s*)(?:__Host-)?podworko\./.test(header ?? '')

const remembered = { headers: 1_000, length: 1_000 }

/** Reads the token of a sign-in out of a `Cookie` header; null unless it bears our signature. What it read lately it doesn't compute again. */
export function sessionTokens(publicUrl: string, secret: string): (header: string | undefined) => string | null {
  const known = new Map<string, string | null>()
  return (header = '') => {
    const before = known.get(header)
    if (before !== undefined) return before
    const token = readSessionToken(header, publicUrl, secret)
    if (known.size >= remembered.headers) known.clear()
    if (header.length <= remembered.length) known.set(header, token)
    return token
  }
}

function readSessionToken(header: string, publicUrl: string, secret: string): string | null {
  const value = decoded(readCookie(header, sessionCookie(publicUrl)) ?? '')
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const [token, signature] = [value.slice(0, dot), value.slice(dot + 1)]
  return isSame(signature, signatureOf(token, secret)) ? token : null
}

/** A `Cookie` header for a token that is in the database: how tests and the e2e server sign somebody in. */
export const sessionCookieHeader = (token: string, publicUrl: string, secret: string): string =>
  `${sessionCookie(publicUrl)}=${encodeURIComponent(`${token}.${signatureOf(token, secret)}`)}`

/** As better-auth signs its cookies: HMAC-SHA-256 in base64. */
const signatureOf = (token: string, secret: string): string => createHmac('sha256', secret).update(token).digest('base64')

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return '' // a cookie that nobody of us wrote
  }
}
