import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One answer of our server, without what node:http adds by itself; the body in base64. */
export type BareAnswer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }

/** The reference for answering: a bare node:http server that gives the same answer to everything. It tells its port. */
process.once('message', ({ status, headers, body }: BareAnswer) => {
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((_req, res) => {
    res.writeHead(status, headers)
    res.end(bytes)
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
})
process.once('disconnect', () => process.exit())
