import { connect, type OnReadOpts, type Socket } from 'node:net'
import { lengthSaid } from './raw-answer.ts'

/** Somebody who reads an address again and again, at a steady pace whatever the answers take. */
export type ReadingOrder = { readonly port: number; readonly host: string; readonly path: string; readonly ms: number }
/** How long each answer took from its request, in milliseconds. */
export type Reading = { readonly took: readonly number[] }

const everyMs = 10

process.on('message', async ({ port, host, path, ms }: ReadingOrder) => {
  const request = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`
  const idle: Connection[] = []
  const read = async (): Promise<number> => {
    const begunMs = performance.now()
    const connection = idle.pop() ?? openConnection(port)
    await connection.ask(request)
    idle.push(connection)
    return performance.now() - begunMs
  }
  const asked: Promise<number>[] = []
  const until = performance.now() + ms
  for (let at = performance.now(); at < until; at += everyMs) {
    await new Promise((done) => setTimeout(done, Math.max(0, at - performance.now())))
    asked.push(read())
  }
  const took = await Promise.all(asked)
  for (const { close } of idle) close()
  process.send?.({ took } satisfies Reading)
})
process.once('disconnect', () => process.exit())

type Connection = { readonly ask: (request: string) => Promise<void>; readonly close: () => void }

/** Counts what comes and parses nothing, as `load.ts` does: a reader that computes much itself would be what is waited for. */
function openConnection(port: number): Connection {
  let left = 0
  let under: { readonly done: () => void; readonly fail: (error: Error) => void } | null = null
  const onread: OnReadOpts = {
    buffer: Buffer.allocUnsafeSlow(256 * 1024),
    callback(bytes, buffer) {
      if (left === 0) {
        if (!isOk(buffer)) {
          socket.destroy()
          return false
        }
        left = lengthSaid(buffer)
      }
      left -= bytes
      if (left === 0) under?.done()
      return true
    },
  }
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true, onread })
  socket.once('error', (error) => under?.fail(error))
  socket.once('close', () => under?.fail(new Error(`port ${port} gave no complete answer with status 200`)))
  return {
    ask: (request) =>
      new Promise((done, fail) => {
        under = { done, fail }
        socket.write(request, 'latin1')
      }),
    close: () => socket.destroy(),
  }
}

const isOk = (read: Uint8Array): boolean => Buffer.from(read.subarray(0, 13)).toString('latin1') === 'HTTP/1.1 200 '
