import { createServer, request, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly bytes: Buffer
}
export type Asked = { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
export type Ask = (path: string, asked?: Asked) => Promise<Answer>

/**
 * A real server on a free port until the file's last test, and a function that asks it. The path goes over the wire exactly as
 * written, which `fetch` would tidy up. A rush of a thousand finds room to wait in.
 */
export async function serve(listener: RequestListener): Promise<Ask> {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen({ port: 0, host: '127.0.0.1', backlog: 2_048 }, done))
  afterAll(() => new Promise((done) => server.close(done)))
  const { port } = server.address() as AddressInfo
  return (path, asked = {}) => ask(port, path, asked)
}

function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asked): Promise<Answer> {
  return new Promise((done, fail) => {
    const req = request({ port, path, method, agent: false, headers: { host: 'localhost', ...headers } }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => {
        const bytes = Buffer.concat(chunks)
        done({ status: res.statusCode ?? 0, headers: res.headers, body: bytes.toString('utf8'), bytes })
      })
    })
    req.on('error', fail)
    req.end(body)
  })
}
