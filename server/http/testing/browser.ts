import type { Answer, Ask } from './serve.ts'

type Cookies = Readonly<Record<string, string>>
type Headers = Readonly<Record<string, string>>

export type TestBrowser = {
  readonly get: (path: string, headers?: Headers) => Promise<Answer>
  readonly send: (method: string, path: string, body?: object, headers?: Headers) => Promise<Answer>
  readonly post: (path: string, body?: object, headers?: Headers) => Promise<Answer>
  readonly cookies: () => Cookies
}

let made = 0

/**
 * Browsers for an app at a public address, behind a proxy on this machine (`TRUST_PROXY: 'loopback'`): each keeps its cookies, names its own Origin,
 * and comes from an address of its own unless it is told another.
 */
export const browserFor =
  (ask: Ask, publicUrl: string) =>
  (address = `198.51.${Math.floor((made += 1) / 200)}.${made % 200}`): TestBrowser => {
    let jar: Cookies = {}
    async function send(method: string, path: string, body?: object, headers: Headers = {}): Promise<Answer> {
      const cookie = Object.entries(jar)
        .map(([name, value]) => `${name}=${value}`)
        .join('; ')
      const answer = await ask(path, {
        method,
        headers: {
          host: new URL(publicUrl).host,
          'x-forwarded-for': address,
          ...(method !== 'GET' && { origin: publicUrl }),
          ...(body && { 'content-type': 'application/json' }),
          ...(cookie !== '' && { cookie }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      for (const line of answer.headers['set-cookie'] ?? []) jar = withCookie(jar, line)
      return answer
    }
    return {
      get: (path, headers) => send('GET', path, undefined, headers),
      post: (path, body = {}, headers) => send('POST', path, body, headers),
      send,
      cookies: () => jar,
    }
  }

function withCookie(jar: Cookies, line: string): Cookies {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (/max-age=0/i.test(line)) return Object.fromEntries(Object.entries(jar).filter(([key]) => key !== name))
  return { ...jar, [name]: value }
}
