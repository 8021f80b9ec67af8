import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { strictness } from './strict-request.ts'

const { strangeness } = strictness(readConfig({}))

function request(url: string, host = 'localhost'): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url, headers: { host } })
}

it.each([
  ['many segments', '/a'.repeat(32_000)],
  ['many slashes', '/'.repeat(64_000)],
  ['dots', `/${'.'.repeat(64_000)}`],
  ['dots and slashes', '/..a'.repeat(16_000)],
  ['percent signs', `/${'%2'.repeat(32_000)}`],
  ['a foreign character at the end', `/${'a'.repeat(64_000)}\u00ff`],
])('T67: an address of 64 kB with %s is judged at once', (_, url) => {
  const begun = process.cpuUsage()
  strangeness(request(url))
  strangeness(request('/', url))
  expect(process.cpuUsage(begun).user).toBeLessThan(500_000) // microseconds of computing
})
