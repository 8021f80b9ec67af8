import { createServer, get, Agent } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ClientConfig } from 'pg'
import { createApp, createFeeds } from '#server/app.ts'
import { systemClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import { openDatabase, type Database } from '#server/db/client.ts'
import { prepareInstallation } from '#server/db/installation.ts'
import { listenToChanges } from '#server/db/listen.ts'
import { underStartLock } from '#server/db/migrate.ts'
import { writer } from '#server/db/write.ts'
import { renderVersion } from '#server/features/feeds/present.ts'
import { createLogger } from '#server/http/log.ts'
import { feedsOfGroup } from './season.ts'

/** First message: the database. Each next one: an edit of one session of a group. */
export type EditOrder =
  | { readonly config: ClientConfig; readonly publicUrl: string; readonly groups: number }
  | { readonly group: number; readonly note: string }

/** Milliseconds from the order to write until its answer, for reading the group's feeds again, and for reading `all` again. */
export type EditTimes = { readonly writeMs: number; readonly feedsMs: number; readonly allMs: number }

type Editor = (group: number, note: string) => Promise<EditTimes>

/**
 * Edits sessions and reads the feeds that hold them, as the server would do for an organiser: the write tells the feeds of its
 * own process before it returns. Runs in a process of its own for each database, so that the sizes don't share a heap.
 */
process.on('message', async (order: EditOrder) => {
  if ('config' in order) {
    edit = await openEditor(order)
    process.send?.('ready')
  } else process.send?.(await edit?.(order.group, order.note))
})
process.once('disconnect', () => process.exit())
let edit: Editor | undefined

async function openEditor({
  config: databaseConfig,
  publicUrl,
  groups,
}: Extract<EditOrder, { config: unknown }>): Promise<Editor> {
  const config = readConfig({ PUBLIC_URL: publicUrl })
  const database = openDatabase(databaseConfig)
  const { uidDomain } = await underStartLock(databaseConfig, (client) =>
    prepareInstallation(client, renderVersion, config.publicUrl),
  )
  const feeds = createFeeds({ config, database, clock: systemClock }, uidDomain)
  const { logger } = createLogger('info', { write: () => true })
  const server = createServer(createApp({ config, logger, clock: systemClock, database, clientFiles: new Map(), feeds }))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  await new Promise<void>((done) => {
    listenToChanges(databaseConfig, {
      onChange: feeds.hear,
      onHearing: (hearing) => {
        feeds.setHearing(hearing)
        if (hearing) done()
      },
    })
  })
  const read = reader((server.address() as AddressInfo).port, new URL(publicUrl).host)
  for (let group = 1; group <= groups; group += 1) for (const path of feedsOfGroup(group)) await read(path)
  await read(everything)

  const write = writer(database, [feeds.hear])
  const sessions = await nextSessions(database)
  return async (group, note) => {
    const id = sessions.get(group) ?? ''
    const begun = performance.now()
    await write((tx) => tx.session.update({ where: { id }, data: { note: { pl: note } }, select: { id: true } }))
    const written = performance.now()
    const texts = await inTurn(feedsOfGroup(group), read)
    const rebuilt = performance.now()
    const all = await read(everything)
    const end = performance.now()
    const paths = [...feedsOfGroup(group), everything]
    const stale = paths.filter((_, index) => ![...texts, all][index]?.replaceAll('\r\n ', '').includes(note))
    if (stale.length > 0) throw new Error(`these feeds don't show the edit of session ${id}: ${stale.join(', ')}`)
    return { writeMs: written - begun, feedsMs: rebuilt - written, allMs: end - rebuilt }
  }
}

const everything = '/feeds/all.ics'

async function inTurn(paths: readonly string[], read: (path: string) => Promise<string>): Promise<string[]> {
  const texts: string[] = []
  for (const path of paths) texts.push(await read(path))
  return texts
}

/** Reads addresses over one kept connection, without compression, which the client would have to undo in this process. */
function reader(port: number, host: string): (path: string) => Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return (path) =>
    new Promise((done, fail) => {
      get({ host: '127.0.0.1', port, path, agent, headers: { host } }, (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () => {
          if (res.statusCode === 200) done(Buffer.concat(chunks).toString('utf8'))
          else fail(new Error(`${path} answered ${res.statusCode}`))
        })
      }).once('error', fail)
    })
}

/** The next session of each group, which is in every feed, `all` included. */
async function nextSessions({ pool }: Database): Promise<ReadonlyMap<number, string>> {
  const { rows } = await pool.query<{ group: number; id: string }>(`
    SELECT DISTINCT ON (ser.slug) substr(ser.slug, 6)::int AS group, s.id
    FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "Series" ser ON ser.id = a."seriesId"
    WHERE s."startsAt" > now() ORDER BY ser.slug, s."startsAt"`)
  return new Map(rows.map(({ group, id }) => [group, id]))
}
