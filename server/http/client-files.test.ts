import { readFileSync } from 'node:fs'
import express from 'express'
import { expect, it } from 'vitest'
import { readClientFiles, serveClientFiles } from './client-files.ts'

const folder = new URL('../../client/public/', import.meta.url)

async function workerOf(offlineCopy: 'on' | 'off'): Promise<string> {
  const app = express().use(serveClientFiles(readClientFiles(folder.pathname), offlineCopy))
  const server = app.listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const answer = await fetch(`http://127.0.0.1:${port}/service-worker.js`)
  server.close()
  expect(answer.headers.get('cache-control')).toBe('no-cache')
  return answer.text()
}

it('switches the service worker off from the server, at the address that browsers ask again', async () => {
  expect(await workerOf('on')).toBe(readFileSync(new URL('service-worker.js', folder), 'utf8'))
  expect(await workerOf('off')).toBe(readFileSync(new URL('service-worker-off.js', folder), 'utf8'))
})
