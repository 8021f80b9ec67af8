import { Agent, get } from 'node:http'

/** Somebody who reads an address again and again, at a steady pace whatever the answers take. */
export type ReadingOrder = { readonly port: number; readonly host: string; readonly path: string; readonly ms: number }
/** How long each answer took from its request, in milliseconds, in ascending order. */
export type Reading = { readonly took: readonly number[] }

const everyMs = 10

process.on('message', async ({ ms, ...where }: ReadingOrder) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const asked: Promise<number>[] = []
  const until = performance.now() + ms
  for (let at = performance.now(); at < until; at += everyMs) {
    await new Promise((done) => setTimeout(done, Math.max(0, at - performance.now())))
    asked.push(read(where, agent))
  }
  const took = (await Promise.all(asked)).toSorted((one, other) => one - other)
  process.send?.({ took } satisfies Reading)
})
process.once('disconnect', () => process.exit())

function read({ port, host, path }: Omit<ReadingOrder, 'ms'>, agent: Agent): Promise<number> {
  const begun = performance.now()
  return new Promise((done, fail) => {
    get({ host: '127.0.0.1', port, path, agent, headers: { host } }, (res) => {
      res.resume()
      res.on('end', () => {
        if (res.statusCode === 200) done(performance.now() - begun)
        else fail(new Error(`${path} was answered ${res.statusCode}`))
      })
    }).once('error', fail)
  })
}
