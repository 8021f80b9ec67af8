import { randomBytes } from 'node:crypto'
import type { RequestListener, ServerResponse } from 'node:http'
import express, { type Router } from 'express'
import { api, importApi } from '#shared/contract/paths.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './db/client.ts'
import { writer, type Write } from './db/write.ts'
import { accountRoutes, staffRoutes } from './features/accounts/routes.ts'
import { accountService } from './features/accounts/service.ts'
import { staffService } from './features/accounts/staff.ts'
import { activityRoutes } from './features/activities/routes.ts'
import { doorService } from './features/attendance/door-service.ts'
import { attendanceService } from './features/attendance/panel-service.ts'
import { attendanceRoutes, doorRoutes } from './features/attendance/routes.ts'
import { auditRoutes, noteViews } from './features/audit/routes.ts'
import { clubRoutes } from './features/clubs/routes.ts'
import { feedHandlers, feedRoutes, hostFeedRoutes, type FeedHandlers } from './features/feeds/routes.ts'
import { personalFeedRoutes } from './features/feeds/personal-routes.ts'
import { createPersonalFeedService, type PersonalFeedService } from './features/feeds/personal-service.ts'
import { createFeedService, createHostFeedService, type FeedService, type HostFeedService } from './features/feeds/service.ts'
import { exportRoutes, peopleExportRoutes, textsExportRoutes } from './features/exports/routes.ts'
import { importedFiles } from './features/imports/limits.ts'
import { importRoutes } from './features/imports/routes.ts'
import { importService } from './features/imports/service.ts'
import { organisationRoutes } from './features/organisations/routes.ts'
import { reachService } from './features/notices/reach-service.ts'
import { linksRoutes } from './features/notices/links-routes.ts'
import { linksService } from './features/notices/links-service.ts'
import { mailboxRoutes } from './features/notices/mailbox-routes.ts'
import { noticeRoutes } from './features/notices/routes.ts'
import { planningReadingRoutes } from './features/planning/reading-routes.ts'
import { planningRoutes } from './features/planning/routes.ts'
import { seriesRoutes } from './features/planning/series-routes.ts'
import { templateRoutes } from './features/planning/template-routes.ts'
import type { Ledger } from './db/erasure-ledger.ts'
import { privacyRoutes } from './features/privacy/routes.ts'
import { privacyService, type PrivacyService } from './features/privacy/service.ts'
import { programRoutes } from './features/programs/routes.ts'
import { projectRoutes } from './features/projects/routes.ts'
import { numbersRoutes } from './features/reports/numbers-routes.ts'
import { reportRoutes } from './features/reports/routes.ts'
import { sessionsIn } from './features/sessions/policy.ts'
import { planRoutes, sessionRoutes } from './features/sessions/routes.ts'
import { createPlanService } from './features/sessions/service.ts'
import { exchangeService } from './features/sign-ups/exchange-service.ts'
import { absenceService } from './features/sign-ups/absence-service.ts'
import { signUpRoutes } from './features/sign-ups/routes.ts'
import { shiftRoutes } from './features/sign-ups/shift-routes.ts'
import { shiftService } from './features/sign-ups/shift-service.ts'
import { signUpService, type SignUpService } from './features/sign-ups/service.ts'
import { deskRoutes } from './features/sign-ups/staff-routes.ts'
import { staffSignUpService } from './features/sign-ups/staff-service.ts'
import { mergeRoutes } from './features/merges/routes.ts'
import { volunteerRoutes } from './features/volunteers/routes.ts'
import { venueRoutes } from './features/venues/routes.ts'
import { refuseOtherMethods } from './http/allowed-methods.ts'
import { serveClientFiles, type ClientFiles } from './http/client-files.ts'
import { docsRoutes } from './http/docs.ts'
import { safeFetch } from './http/fetch-safely.ts'
import { healthRoutes } from './http/health.ts'
import { readJsonExcept } from './http/json-body.ts'
import { perMinute } from './http/limits.ts'
import { requestLog, type Logger } from './http/log.ts'
import { pageRoutes } from './http/pages.ts'
import { problemHandler, sendProblem } from './http/problem.ts'
import { privateAnswers, refuseForeignOrigins } from './http/same-origin.ts'
import { securityHeaders } from './http/security-headers.ts'
import { recogniseActor, requireActor, type Authenticate } from './http/signed-in.ts'
import { straightRoute } from './http/straight-route.ts'
import { strictness } from './http/strict-request.ts'
import type { Joining } from './joining.ts'
import { keptMail, type Mail } from './mail/letter.ts'
import { pageExistence } from './page-existence.ts'
import { createCrowd, onePerTurn, type Crowd } from './turns.ts'

export type Parts = {
  readonly config: Config
  readonly logger: Logger
  readonly clock: Clock
  readonly database: Database
  readonly clientFiles: ClientFiles
  readonly feeds: FeedService
  /** The installation's; without it, a sign-in is good as long as this process lives. */
  readonly secret?: Buffer
  /** Who was erased, beside the data; without it, nobody is remembered. */
  readonly ledger?: Ledger
  /** How mails go out; without it, they stay in the panel. */
  readonly mail?: Mail
  /** Told of every write that comes and goes. */
  readonly crowd?: Crowd
  /** Where web sign-ups are placed; without it, here. */
  readonly joining?: Pick<Joining, 'join'> | null
  /** Who sends a request; without it, whoever signed in. */
  readonly authenticate?: Authenticate
}

/**
 * The published feeds of this installation.
 *
 * @param uidDomain - stands after `@` in every UID
 */
export function createFeeds(
  { config, database, clock }: Pick<Parts, 'config' | 'database' | 'clock'>,
  uidDomain: string,
): FeedService {
  return createFeedService({ pool: database.pool, place: { publicUrl: config.publicUrl, uidDomain }, clock })
}

/** The way to write: this process's own feeds know of it before the one who wrote is answered. */
export const writerOf = ({ database, feeds }: Pick<Parts, 'database' | 'feeds'>): Write => writer(database, [feeds.hear])

/** What mails to people who signed up are made of. Without SMTP_URL they stay here, and nobody sends them. */
export const noticePartsOf = ({ config, database, feeds }: Pick<Parts, 'config' | 'database' | 'feeds'>) => ({
  database,
  eventsOf: feeds.eventsOf,
  publicUrl: config.publicUrl,
  from: config.mail?.from ?? `podworko@${new URL(config.publicUrl).hostname}`,
})

type FeatureParts = Pick<Parts, 'config' | 'database' | 'clock' | 'feeds' | 'secret' | 'mail' | 'ledger' | 'joining'>

const accountsOf = ({ mail = keptMail, secret = randomBytes(32), ...parts }: FeatureParts) =>
  accountService({
    database: parts.database,
    write: writerOf(parts),
    mail,
    clock: parts.clock,
    publicUrl: parts.config.publicUrl,
    secret,
  })

const hostFeedsOf = (parts: Pick<Parts, 'database' | 'clock' | 'feeds'>): HostFeedService =>
  createHostFeedService({ ...parts, place: parts.feeds.place, write: writerOf(parts) })

const personalFeedsOf = (parts: Pick<Parts, 'database' | 'clock' | 'feeds'>): PersonalFeedService =>
  createPersonalFeedService({ ...parts, place: parts.feeds.place, write: writerOf(parts) })

type PrivacyNeeds = Pick<Parts, 'database' | 'clock' | 'feeds' | 'ledger'> & { readonly signUps: Pick<SignUpService, 'withdraw'> }

const noLedger: Ledger = { note: () => {}, all: () => [] }

/** Copies and erasures of what is kept about people. */
export const privacyOf = ({ ledger = noLedger, ...parts }: PrivacyNeeds): PrivacyService =>
  privacyService({ ...parts, ledger, write: writerOf(parts) })

/** Every feature's routes. A feature exports a function from its services to an Express router with full paths from `shared/contract`. */
export function featureRoutes(parts: FeatureParts): readonly Router[] {
  const { config, database, clock, feeds, mail = keptMail } = parts
  const reach = reachService({ database, write: writerOf({ database, feeds }), clock })
  const { prisma } = database
  const { publicUrl } = config
  const accounts = accountsOf(parts)
  const staff = staffService({ prisma, write: writerOf(parts), mail, clock, publicUrl })
  const signUps = signUpService({ database, write: writerOf({ database, feeds }), clock })
  const shifts = shiftService({ database, clock, signUps })
  const manage = { database, clock, write: writerOf({ database, feeds }), sessionsSeen: sessionsIn }
  return [
    planRoutes(createPlanService(database)), // asked most often, so asked first
    signUpRoutes({ ...signUps, ...parts.joining }, exchangeService({ database, clock, signUps }), absenceService(signUps)), // asked by all at once
    healthRoutes(database.pool),
    docsRoutes(config.publicUrl),
    accountRoutes(accounts),
    staffRoutes(staff, accounts, { prisma, mail, clock }),
    organisationRoutes(manage),
    venueRoutes(manage),
    projectRoutes(manage),
    programRoutes(manage),
    clubRoutes(manage),
    activityRoutes(database, clock),
    sessionRoutes(database, clock),
    auditRoutes(database),
    planningReadingRoutes(database, clock),
    planningRoutes(database, writerOf({ database, feeds }), clock),
    importRoutes(
      importService({ prisma: database.prisma, write: writerOf({ database, feeds }), clock, fetch: safeFetch(importedFiles) }),
    ),
    exportRoutes(database),
    peopleExportRoutes(staffSignUpService({ database, clock, signUps })),
    seriesRoutes(database, writerOf({ database, feeds }), clock),
    templateRoutes(database, writerOf({ database, feeds })),
    reportRoutes(database, clock),
    numbersRoutes(database, clock),
    mailboxRoutes(database, mail.sends, writerOf({ database, feeds })),
    noticeRoutes(reach),
    textsExportRoutes(reach),
    linksRoutes(
      linksService({ database, write: writerOf({ database, feeds }), mail, clock, eventsOf: feeds.eventsOf, publicUrl }),
    ),
    shiftRoutes(shifts),
    volunteerRoutes({ database, write: writerOf({ database, feeds }), clock, signUps, shifts }),
    privacyRoutes(privacyOf({ ...parts, signUps })),
    attendanceRoutes(
      attendanceService({
        database,
        write: writerOf({ database, feeds }),
        clock,
        staff: staffSignUpService({ database, clock, signUps }),
      }),
    ),
    doorRoutes(doorService({ database, write: writerOf({ database, feeds }), clock })),
    deskRoutes({ database, write: writerOf({ database, feeds }), clock, signUps }),
    mergeRoutes({ database, write: writerOf({ database, feeds }), clock }),
    feedRoutes(feeds),
    hostFeedRoutes(hostFeedsOf(parts)),
    personalFeedRoutes(personalFeedsOf(parts)),
  ]
}

/** All that answers requests: strictness, feeds, interface, pages, and refusals as problem documents. */
export function createApp(parts: Parts): RequestListener {
  const { config, logger, feeds, clock, crowd = createCrowd() } = parts
  const { answered, follow } = requestLog(logger)
  const { isOurs, strangeness } = strictness(config)
  const { answerKept, answerNew } = feedHandlers(feeds, [hostFeedsOf(parts), personalFeedsOf(parts)], clock)
  const app = createExpress(parts, answerNew)
  const inTurn = onePerTurn()

  const guarded = (res: ServerResponse, work: () => void): void => {
    try {
      work()
    } catch (error) {
      logger.error({ err: error }, 'a request failed')
      if (res.headersSent) res.destroy()
      else sendProblem(res, error)
    }
  }

  return (req, res) =>
    guarded(res, () => {
      const begunMs = performance.now()
      // A feed in memory goes out at once: Express, and following the answer to its end, would cost more than the answer.
      if (isOurs(req) && answerKept(req, res)) return answered(req, res.statusCode, begunMs)
      follow(req, res, begunMs)
      const strange = strangeness(req)
      if (strange) return sendProblem(res, strange)
      if (req.method === 'POST') {
        res.once('close', crowd.enter())
        return inTurn(() => guarded(res, () => app(req, res)))
      }
      return app(req, res)
    })
}

function createExpress(parts: Parts, answerNewFeed: FeedHandlers['answerNew']): RequestListener {
  const { config, clientFiles, logger, database, clock, secret = randomBytes(32) } = parts
  const routers = featureRoutes({ ...parts, secret })
  const { recognise } = accountsOf({ ...parts, secret })
  const authenticate: Authenticate = parts.authenticate ?? ((req) => recognise(req.headers.cookie))
  const onError = problemHandler(logger)
  const everywhere = securityHeaders(config.publicUrl.startsWith('https:'))
  const anyApi = [perMinute(1200), refuseForeignOrigins(config.publicUrl)]
  const anyPanel = [recogniseActor(authenticate), requireActor, noteViews(database)]
  const app = express()
  app.disable('x-powered-by')
  app.enable('strict routing')
  app.enable('case sensitive routing')
  app.set('query parser', 'simple')
  app.set('trust proxy', config.trustProxy)
  app.use(answerNewFeed)
  app.use(everywhere)
  app.use(serveClientFiles(clientFiles, config.offlineCopy))
  app.use('/api', ...anyApi, ...readJsonExcept(importApi.all))
  app.use([api.auth, api.panel], privateAnswers)
  app.use(api.panel, ...anyPanel)
  for (const router of routers) app.use(router)
  app.use(refuseOtherMethods(routers))
  app.use(pageRoutes(clientFiles, pageExistence(database, clock)))
  app.use(onError)
  const answerPlan = straightRoute(app, api.panelPlan, [everywhere, ...anyApi, privateAnswers, ...anyPanel, ...routers], onError)
  return (req, res) => {
    if (!answerPlan(req, res)) app(req, res)
  }
}
