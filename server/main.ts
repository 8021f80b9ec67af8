import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createApp, createFeeds, noticePartsOf, privacyOf, writerOf, type Parts } from './app.ts'
import { systemClock } from './clock.ts'
import { readConfig, type Config } from './config.ts'
import { openDatabase, type Database } from './db/client.ts'
import { ledgerAt } from './db/erasure-ledger.ts'
import { prepareInstallation, type Installation } from './db/installation.ts'
import { listenToChanges } from './db/listen.ts'
import { migrate, underStartLock } from './db/migrate.ts'
import { StartError } from './db/start-error.ts'
import { defaultDataFolder, openStorage } from './db/storage.ts'
import { writer } from './db/write.ts'
import { sweep as sweepAccounts } from './features/accounts/repository.ts'
import { ensureAdministrator } from './features/accounts/service.ts'
import { renderVersion } from './features/feeds/present.ts'
import { createComposer } from './features/notices/service.ts'
import { planningService } from './features/planning/service.ts'
import { forgetOld } from './features/privacy/retention-service.ts'
import { signUpService } from './features/sign-ups/service.ts'
import { readClientFiles } from './http/client-files.ts'
import { createLogger } from './http/log.ts'
import { signInDays } from './http/session-cookie.ts'
import { joinInThread } from './joining.ts'
import { startDelivery } from './mail/delivery.ts'
import { createCrowd } from './turns.ts'
import { isEmpty, loadSampleData } from '../prisma/sample/load.ts'

export type Running = {
  readonly address: string
  /** Finishes the requests that are being answered, then lets go of the database. */
  readonly stop: () => Promise<void>
}

const longestRequestMs = 30_000
/** Mails, offers and sweeping have connections of their own: no request waits for theirs, nor they for those of a rush. */
const jobConnections = 3

/**
 * Starts the server: settings, database, migrations, then the port.
 *
 * @param folder - the project's folder, which holds `prisma/migrations` and `build/client`
 * @param report - told what takes longer than a second, for people
 * @throws {StartError} with one sentence for the administrator
 */
export async function start(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
  report: (message: string) => void,
): Promise<Running> {
  const config = readConfig(env)
  await tryPort(config)
  const { logger, flush } = createLogger(config.logLevel)
  const storage = await openStorage(config, folder, report)
  const database = openDatabase(storage.config)
  const jobs = openDatabase(storage.config, jobConnections, 'podworko jobs')
  const release = async () => {
    await jobs.close()
    await database.close()
    await storage.leave()
    flush()
  }
  try {
    const { uidDomain, secret } = await prepareDatabase(config, database, folder, report)
    const feeds = createFeeds({ config, database, clock: systemClock }, uidDomain)
    const composer = createComposer(noticePartsOf({ config, database: jobs, feeds }))
    const crowd = createCrowd()
    const { mail, stop: stopDelivery } = startDelivery({
      prisma: jobs.prisma,
      clock: systemClock,
      logger,
      config,
      composer,
      crowded: crowd.isHere,
    })
    const ledger = ledgerAt(join(config.dataFolder ?? defaultDataFolder(folder), 'erasures'))
    await eraseAgain({ database, feeds, ledger }, report)
    const clientFiles = readClientFiles(join(folder, 'build', 'client'))
    const joining = joinInThread({ database: storage.config })
    const server = createServer(
      { requestTimeout: longestRequestMs, maxHeaderSize: 32_768 },
      createApp({ config, logger, clock: systemClock, database, clientFiles, feeds, secret, mail, ledger, crowd, joining }),
    )
    const address = await listen(server, config)
    const sweeping = sweep({ config, database: jobs, feeds, logger })
    const passing = passOnOffers({ database: jobs, feeds, logger })
    const stopListening = listenToChanges(storage.config, { onChange: feeds.hear, onHearing: feeds.setHearing })
    const stop = async () => {
      await finishRequests(server)
      await joining?.stop()
      await stopListening()
      await stopDelivery()
      clearInterval(sweeping)
      clearInterval(passing)
      await release()
    }
    return { address, stop }
  } catch (error) {
    await release()
    throw error
  }
}

/** Brings the database up to date, under the lock that lets one process at a time do so: migrations, constants, sample data. */
export async function prepareDatabase(
  config: Config,
  database: Database,
  folder: string,
  report: (message: string) => void,
): Promise<Installation> {
  return underStartLock(database.config, async (client) => {
    const applied = await migrate(client, join(folder, 'prisma', 'migrations'))
    if (applied.length > 0) report(`database: ${applied.length} migrations applied`)
    const installation = await prepareInstallation(client, renderVersion, config.publicUrl)
    if (config.sampleData === 'auto' && (await isEmpty(database))) {
      report('database: empty, loading the sample data (SAMPLE_DATA=off leaves it empty)')
      await loadSampleData(database, systemClock())
    }
    await greetAdministrator(config, database, report)
    const planning = planningService({ write: writer(database), prisma: database.prisma })
    await planning.settleClocks(process.versions.tz ?? '', systemClock())
    return installation
  })
}

const hourMs = 3_600_000
const offersEveryMs = 20_000

/** Seats that were offered for a time and that nobody took go to the next who wait. */
function passOnOffers({ database, feeds, logger }: Pick<Parts, 'database' | 'feeds' | 'logger'>): NodeJS.Timeout {
  const signUps = signUpService({ database, write: writerOf({ database, feeds }), clock: systemClock })
  const tell = (error: unknown): void => logger.error({ err: error }, 'offers wait: the database is away')
  return setInterval(() => void signUps.passOn().catch(tell), offersEveryMs).unref()
}

/** What has ended - links, codes, sign-ins, counts of tries - goes at the start and every hour, and so does what is known of people when it was kept long enough. */
function sweep({ config, database, feeds, logger }: Pick<Parts, 'config' | 'database' | 'feeds' | 'logger'>): NodeJS.Timeout {
  const once = async (): Promise<void> => {
    await sweepAccounts(database.prisma, systemClock(), signInDays.idle)
    const gone = await forgetOld({ write: writerOf({ database, feeds }), clock: systemClock, days: config.keepDays })
    if (Object.values(gone).some((count) => count > 0)) logger.info({ gone }, 'what was kept long enough is gone')
  }
  const tell = (error: unknown): void => logger.error({ err: error }, 'nothing was swept')
  once().catch(tell)
  return setInterval(() => void once().catch(tell), hourMs).unref()
}

/** A restored backup may hold people who were erased after it was made: they are erased again before anybody is answered (T72). */
async function eraseAgain(parts: Pick<Parts, 'database' | 'feeds' | 'ledger'>, report: (message: string) => void): Promise<void> {
  const signUps = signUpService({ database: parts.database, write: writerOf(parts), clock: systemClock })
  const again = await privacyOf({ ...parts, clock: systemClock, signUps }).reapply()
  if (again > 0) report(`people: ${again} who were erased before came back with a backup, and are erased again`)
}

/** A password that was made here is shown once, to people, never in the log: only its hash is kept. */
async function greetAdministrator(config: Config, database: Database, report: (message: string) => void): Promise<void> {
  const made = await ensureAdministrator(database.prisma, config.administrator)
  if (made === null) return
  if (made.password === null)
    return report(`accounts: ${made.email} is an administrator now, with the password from ADMIN_PASSWORD`)
  report(
    `accounts: sign in at ${config.publicUrl}/panel as ${made.email} with the password ${made.password} - it is shown this once, so note it down`,
  )
}

/**
 * Starts the server as a program: says where it answers, ends in good order on SIGTERM and SIGINT, and when it can't start
 * says why in one sentence on stderr and leaves exit code 1.
 */
export async function run(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
  report: (message: string) => void,
): Promise<void> {
  try {
    const running = await start(env, folder, report)
    report(`Podwórko is at ${running.address}`)
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, async () => {
        await running.stop()
        process.exit(0)
      })
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    process.stderr.write(`Podwórko can't start: ${error.message}\n`)
    process.exitCode = 1
  }
}

async function listen(server: Server, { port, host, publicUrl, publicUrlIsSet }: Config): Promise<string> {
  await new Promise<void>((done, fail) => {
    server.once('error', (cause: NodeJS.ErrnoException) => fail(listenError(cause, port, host)))
    server.listen({ port, host }, done)
  })
  const { port: actual } = server.address() as AddressInfo
  return publicUrlIsSet ? publicUrl : `http://localhost:${actual}`
}

/** A start that can't end well must fail before it touches the database: a new PUBLIC_URL there changes every published event. */
async function tryPort(config: Config): Promise<void> {
  const server = createServer()
  await listen(server, config)
  await new Promise((done) => server.close(done))
}

function listenError(cause: NodeJS.ErrnoException, port: number, host = ''): StartError {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `the port ${port} is in use by another program: stop that one, or set PORT to another number`,
    EACCES: `the port ${port} may not be opened by this user: set PORT to a number above 1023`,
    EADDRNOTAVAIL: `this machine has no address ${host}: set HOST to one that it has, or leave it out`,
    ENOTFOUND: `this machine has no address ${host}: set HOST to one that it has, or leave it out`,
  }
  return new StartError(reasons[cause.code ?? ''] ?? `the port ${port} can't be opened: ${cause.message}`, { cause })
}

async function finishRequests(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  server.closeIdleConnections()
  const tooLong = setTimeout(() => server.closeAllConnections(), longestRequestMs)
  await closed
  clearTimeout(tooLong)
}
