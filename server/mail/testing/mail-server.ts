import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

/**
 * How the other side behaves: `busy` answers 451, `refuse` 550 to a recipient, `mute` never answers the mail it has taken, `late` takes it and
 * answers after our patience.
 */
export type Behaviour = 'take' | 'busy' | 'refuse' | 'mute' | 'late'

export type Received = { readonly mail: ParsedMail; readonly raw: string }

/** A real SMTP server on a port of its own, until the file's last test. `down` closes the port, `up` opens the same one again. */
export async function mailServer(lateMs = 0) {
  const received: Received[] = []
  const state = { behaviour: 'take' as Behaviour, tries: 0 }
  const make = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo(_address, _session, done) {
        state.tries += 1
        if (state.behaviour === 'busy') return done(Object.assign(new Error('try again later'), { responseCode: 451 }))
        if (state.behaviour === 'refuse') return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }))
        return done()
      },
      onData(stream, _session, done) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const { behaviour } = state
          if (behaviour === 'mute') return
          const raw = Buffer.concat(chunks).toString('utf8')
          const take = async () => {
            received.push({ mail: await simpleParser(raw), raw })
            setTimeout(() => done(), behaviour === 'late' ? lateMs : 0)
          }
          void take()
        })
      },
    })
  let server = make()
  server.on('error', () => {})
  const listen = (port: number) => new Promise<void>((open) => server.listen(port, '127.0.0.1', open))
  const close = () => new Promise<void>((closed) => server.close(() => closed()))
  await listen(0)
  const { port } = server.server.address() as AddressInfo
  afterAll(close)
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    state,
    down: close,
    up: async () => {
      server = make()
      server.on('error', () => {})
      await listen(port)
    },
  }
}
