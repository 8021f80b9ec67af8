import { connect } from 'node:net'

/** One answer as it came over the wire. Names of headers are as they were sent. */
export type RawAnswer = {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
  /** Of head and body together. */
  readonly bytes: number
}

const limitMs = 30_000

/** Asks once, on a connection that stays open, and reads the answer to its end. */
export function askRaw(port: number, request: string): Promise<RawAnswer> {
  return new Promise((done, fail) => {
    let read = Buffer.alloc(0)
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(request, 'latin1'))
    socket.setTimeout(limitMs, () => socket.destroy(new Error('no complete answer in time')))
    socket.on('error', fail)
    socket.on('close', () => fail(new Error('the connection closed before the answer was complete')))
    socket.on('data', (bytes) => {
      read = Buffer.concat([read, bytes])
      const answer = readAnswer(read)
      if (!answer) return
      done(answer)
      socket.destroy()
    })
  })
}

/** Null while something is missing. Only answers with Content-Length, or without a body, are understood. */
function readAnswer(bytes: Buffer): RawAnswer | null {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return null
  const [statusLine = '', ...lines] = bytes.subarray(0, headEnd).toString('latin1').split('\r\n')
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const)
  const length = Number(headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0)
  const body = bytes.subarray(headEnd + 4)
  if (body.length < length) return null
  return { status: Number(statusLine.split(' ')[1]), headers, body, bytes: bytes.length }
}

/** Of head and body together, from an answer whose head is complete in what was read first. */
export function lengthSaid(read: Uint8Array): number {
  const head = Buffer.from(read.buffer, read.byteOffset, Math.min(read.byteLength, 4_096)).toString('latin1')
  return head.indexOf('\r\n\r\n') + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
}
