import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A way to the server under test that can be cut, as a network is: also for what a service worker asks. */
export type Network = {
  /** Where a page reaches the server through it. */
  readonly origin: string
  readonly cut: () => Promise<void>
  readonly mend: () => Promise<void>
}

export async function openNetwork(): Promise<Network> {
  const { port } = new URL(process.env['E2E_URL'] ?? '')
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect({ host: 'localhost', port: Number(port) })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy()) // whoever goes away takes the other end along
      one.on('close', () => open.delete(one))
    }
  })
  const listen = (at: number): Promise<void> => new Promise((done) => void server.listen(at, 'localhost', () => done()))
  await listen(0)
  const { port: own } = server.address() as AddressInfo
  return {
    origin: `http://localhost:${own}`,
    cut: () =>
      new Promise((done) => {
        server.close(() => done())
        for (const socket of open) socket.destroy()
      }),
    mend: () => listen(own),
  }
}
