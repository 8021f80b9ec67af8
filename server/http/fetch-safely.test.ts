import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { safeFetch, type FetchOptions } from './fetch-safely.ts'
import { isPublicAddress } from './public-address.ts'

const bomb = gzipSync(Buffer.alloc(50_000_000))
const limit = 2 * 1024 * 1024
const types = ['text/calendar', 'text/csv']
const fromOutside = safeFetch({ limit, types })

/** A server of the test's own, reached as `calendar.example` by a resolver that is given. */
async function serveAt(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}
const here: Partial<FetchOptions> = {
  resolve: async () => ['127.0.0.1'],
  allows: (address) => address === '127.0.0.1',
  allowsPort: () => true,
}
const local = (more: Partial<FetchOptions> = {}) => safeFetch({ limit, types, ...here, ...more })

describe('T44: addresses that are not asked', () => {
  it.each([
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://0/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://127.0.0.1\\@1.1.1.1/',
    'http://localhost./',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://100.64.0.1/',
    'http://[fc00::1]/',
    'http://[fe80::1]/',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://db:5432/',
    'http://①②⑦.⓪.⓪.①/',
    'https://ops.pl@127.0.0.1/',
    'https://user:secret@example.com/',
    'file:///etc/passwd',
    'gopher://example.com/',
    'javascript:alert(1)',
    'https://example.com:22/',
    'calendar.example',
    '',
  ])('%s', async (url) => {
    await expect(fromOutside(url)).rejects.toMatchObject({
      code: 'address-refused',
      message: 'this address is not asked: it has to be a public https address, without a name and password in it',
    })
  })

  it.each([
    ['1.1.1.1', true],
    ['2606:4700:4700::1111', true],
    ['172.32.0.1', true],
    ['172.16.0.1', false],
    ['192.0.2.1', false],
    ['198.18.0.1', false],
    ['2002:7f00:1::', false],
    ['2001:db8::1', false],
    ['ff02::1', false],
    ['::', false],
    ['fec0::1', false],
    ['nothing', false],
  ])('%s is public: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic)
  })

  it('a name is refused when one of its addresses is', async () => {
    const fetch = safeFetch({ limit, types, resolve: async () => ['1.1.1.1', '10.0.0.1'] })
    await expect(fetch('https://calendar.example/')).rejects.toMatchObject({ code: 'address-refused' })
  })
})

it('T46: connects to the address that was checked, and asks its name once', async () => {
  const port = await serveAt((req, res) =>
    res.setHeader('Content-Type', 'text/calendar; charset=utf-8').end(`host ${req.headers.host}`),
  )
  const answers = [['127.0.0.1'], ['10.0.0.1']]
  let asked = 0
  const fetch = local({ resolve: async () => answers[asked++] ?? [] })
  expect((await fetch(`http://calendar.example:${port}/a.ics`)).toString()).toBe(`host calendar.example:${port}`)
  expect(asked).toBe(1)
})

describe('T45: redirects', () => {
  it('are followed three times, each judged like the first', async () => {
    const port = await serveAt((req, res) => {
      const step = Number(/\d+/.exec(req.url ?? '')?.[0] ?? 0)
      const to = req.url === '/inside' ? 'http://10.0.0.1/' : req.url === '/file' ? 'file:///etc/passwd' : `/${step - 1}`
      if (req.url === '/0') res.setHeader('Content-Type', 'text/csv').end('a;b')
      else res.writeHead(302, { location: to }).end()
    })
    const at = (path: string) => local({ resolve: async () => ['127.0.0.1'] })(`http://calendar.example:${port}${path}`)
    expect((await at('/3')).toString()).toBe('a;b')
    await expect(at('/9')).rejects.toMatchObject({ code: 'address-failed', fault: 'redirects' })
    await expect(at('/inside')).rejects.toMatchObject({ code: 'address-refused' })
    await expect(at('/file')).rejects.toMatchObject({ code: 'address-refused' })
  })
})

describe('T47: servers that mean harm', () => {
  it.each<readonly [string, RequestListener, object]>([
    ['a page', (_req, res) => res.setHeader('Content-Type', 'text/html').end('<html>'), { status: 415 }],
    ['a gigabyte', (_req, res) => endless(res, () => Buffer.alloc(65_536, 'a')), { status: 413 }],
    [
      'a gzip bomb',
      (_req, res) => res.writeHead(200, { 'Content-Type': 'text/csv', 'Content-Encoding': 'gzip' }).end(bomb),
      { status: 413 },
    ],
    ['a broken gzip', (_req, res) => res.writeHead(200, { 'Content-Encoding': 'gzip' }).end('no gzip'), { fault: 'interrupted' }],
    ['no file', (_req, res) => res.writeHead(404).end(), { fault: 'status' }],
    ['silence', () => undefined, { fault: 'timeout' }],
    ['a drop now and then', (_req, res) => drip(res), { fault: 'timeout' }],
    ['a closed door', (req) => req.socket.destroy(), { fault: 'unreachable' }],
  ])('%s', async (_, listener, expected) => {
    const port = await serveAt(listener)
    const begin = performance.now()
    await expect(local({ timeout: 700 })(`http://calendar.example:${port}/`)).rejects.toMatchObject(expected)
    expect(performance.now() - begin).toBeLessThan(5000)
  })

  it('after three failures in a row a host is left alone, and others are not', async () => {
    let asked = 0
    const port = await serveAt((_req, res) => {
      asked += 1
      res.writeHead(500).end()
    })
    const fetch = local()
    for (let n = 0; n < 3; n += 1)
      await expect(fetch(`http://calendar.example:${port}/`)).rejects.toMatchObject({ fault: 'status' })
    await expect(fetch(`http://calendar.example:${port}/`)).rejects.toMatchObject({ fault: 'resting' })
    expect(asked).toBe(3)
    await expect(fetch(`http://other.example:${port}/`)).rejects.toMatchObject({ fault: 'status' })
  })
})

type Res = Parameters<RequestListener>[1]

function endless(res: Res, chunk: () => Buffer): void {
  res.setHeader('Content-Type', 'text/csv')
  const push = () => {
    while (!res.destroyed && res.write(chunk()));
    if (!res.destroyed) res.once('drain', push)
  }
  push()
}

function drip(res: Res): void {
  res.setHeader('Content-Type', 'text/csv')
  const timer = setInterval(() => res.write('a'), 50)
  res.on('close', () => clearInterval(timer))
}
