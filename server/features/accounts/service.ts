import { setTimeout as sleep } from 'node:timers/promises'
import type { Language } from '#shared/contract/kinds.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import type { Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import { snapshotNames } from '../../db/snapshot.ts'
import { askTogether, togetherMs } from '../../db/together.ts'
import { AppError, ImpossibleValueError, NotFoundError, TooManyRequestsError } from '../../errors.ts'
import type { Write } from '../../db/write.ts'
import { sessionTokens, signInDays, signInSecret } from '../../http/session-cookie.ts'
import { htmlOf, type Letter, type Mail } from '../../mail/letter.ts'
import { readEmail } from '../people/rules.ts'
import type { Auth } from './auth.ts'
import { writePasswordChanged, writeSignIn, type Written } from './letters.ts'
import { actorFrom, isAlive, type SignIn } from './policy.ts'
import {
  countTry,
  createAdministrator,
  dropSecondFactor,
  endSignIns,
  findByMailbox,
  findGrants,
  findLogins,
  findMailboxOfLink,
  findOwnAccount,
  findPassword,
  findSignIns,
  forgetCodes,
  forgetSent,
  forgetTries,
  hasAccount,
  hasAdministrator,
  noteUse,
  setPassword,
  toGrant,
  type Login,
} from './repository.ts'
import { dayOf } from './present.ts'
import { generatePassword, mailGoodForSeconds, passwordFault } from './rules.ts'

export class WrongCredentialsError extends AppError {
  readonly code = 'wrong-credentials'
  readonly status = 401
  constructor() {
    super('the e-mail and the password do not belong together')
  }
}

export class WrongCodeError extends AppError {
  readonly code = 'wrong-code'
  readonly status = 401
  constructor() {
    super('this code is wrong, used or too old')
  }
}

/** What a browser sent along, and from where: `client` is an address or an IPv6 household's /64 (T29). */
export type Browser = { readonly cookie: string | undefined; readonly userAgent: string; readonly client: string }

/** How a sign-in went on, with the cookies that the browser is to keep. */
export type Step = { readonly next: 'panel' | 'second-factor'; readonly cookies: readonly string[] }

export type AccountParts = {
  readonly database: Database
  readonly write: Write
  readonly mail: Mail
  readonly clock: Clock
  readonly publicUrl: string
  /** The installation's. */
  readonly secret: Buffer
}

const minuteMs = 60_000

/** Tries in a window. Of one person from one place few, of a place many: an office of forty sits behind one address (T29, T31). */
const budgets = {
  passwordHere: { most: 10, windowMs: 15 * minuteMs },
  /** Letters to one mailbox (T32). */
  mail: { most: 3, windowMs: 60 * minuteMs },
  passwordAnywhere: { most: 100, windowMs: 60 * minuteMs },
  codeHere: { most: 10, windowMs: 15 * minuteMs },
  codeAnywhere: { most: 20, windowMs: 60 * minuteMs },
  client: { most: 300, windowMs: 10 * minuteMs },
} as const

export type AccountService = ReturnType<typeof accountService>

/** Sign-ins that are remembered as long as nothing was committed. */
const signInsInMemory = 1_000

/** Signing in and out, and who is signed in. Everything about it that has to be right for strangers is better-auth's. */
export function accountService({ database, write, mail, clock, publicUrl, secret: installationSecret }: AccountParts) {
  const { pool, prisma } = database
  const secret = signInSecret(installationSecret)
  let made: Promise<Auth> | undefined
  const auth = (): Promise<Auth> =>
    (made ??= import('./auth.ts').then(({ createAuth }) => createAuth({ prisma, publicUrl, secret })))

  const findLogin = askTogether((tokens: readonly string[]) => findLogins(pool, tokens), togetherMs)
  const snapshotName = snapshotNames(pool)
  const known = new Map<string, { readonly snapshot: string; readonly login: Login }>()

  /** A sign-in is read anew unless nothing at all was committed since. */
  async function loginOf(token: string, snapshot: string): Promise<Login | undefined> {
    const before = known.get(token)
    if (before?.snapshot === snapshot) return before.login
    const login = await findLogin(token)
    if (known.size >= signInsInMemory) known.clear()
    if (login) known.set(token, { snapshot, login })
    return login
  }
  const tokenOf = sessionTokens(publicUrl, secret)

  async function signInOf(cookie: string | undefined): Promise<{ login: Login; signIn: SignIn; snapshot: string } | null> {
    const token = tokenOf(cookie)
    if (token === null) return null
    const snapshot = await snapshotName()
    const login = await loginOf(token, snapshot)
    return login ? { login, signIn: toSignIn(login), snapshot } : null
  }

  /** Who sends a request with this cookie. @throws as {@link actorFrom} does */
  async function recognise(cookie: string | undefined): Promise<Actor | null> {
    const found = await signInOf(cookie)
    if (!found) return null
    const now = clock()
    const actor = actorFrom(found.signIn, now, dayInWarsaw(now.getTime()))
    if (actor && now.getTime() - found.login.updatedAt.getTime() > 10 * minuteMs) await noteUse(prisma, found.login.id, now)
    return actor && { ...actor, snapshot: found.snapshot }
  }

  /** Counts a try. @throws {TooManyRequestsError} when there were too many in the window */
  async function spend(budget: keyof typeof budgets, ...about: readonly string[]): Promise<void> {
    const { most, windowMs } = budgets[budget]
    const { tries, endsInMs } = await countTry(prisma, [budget, ...about].join(' '), windowMs, clock())
    if (tries > most) throw new TooManyRequestsError(Math.max(1, Math.ceil(endsInMs / 1000)))
  }

  async function signInByPassword(email: string, password: string, browser: Browser): Promise<Step> {
    const mailbox = readEmail(email) ?? nobody
    await spend('client', browser.client)
    await spend('passwordHere', mailbox, browser.client)
    await spend('passwordAnywhere', mailbox)
    const { api } = await auth()
    const answer = await refusedAs(new WrongCredentialsError(), () =>
      api.signInEmail({ body: { email: mailbox, password }, headers: headersOf(browser, []), returnHeaders: true }),
    )
    await forgetTries(prisma, `passwordHere ${mailbox} ${browser.client}`)
    return toStep(answer)
  }

  /**
   * Sends a link and a code, if somebody signs in with this mailbox. Takes the same time whether or not (T18): looking up and writing
   * takes less than the least that is waited for.
   */
  async function sendSignIn(email: string, language: Language, browser: Browser): Promise<void> {
    const enough = sleep(leastMs)
    await spend('client', browser.client)
    const mailbox = readEmail(email) ?? nobody
    const { tries } = await countTry(prisma, `mail ${mailbox}`, budgets.mail.windowMs, clock())
    const account = await findByMailbox(prisma, mailbox)
    if (account && tries <= budgets.mail.most) await putSignInLetter(mailbox, language)
    await enough
  }

  async function putSignInLetter(mailbox: string, language: Language): Promise<void> {
    const { api } = await auth()
    await forgetCodes(prisma, mailbox)
    const taken: string[] = []
    const take = (token: string) => void taken.push(token)
    await api.signInMagicLink({ body: { email: mailbox, metadata: { take } }, headers: new Headers() })
    const code = await api.createVerificationOTP({ body: { email: mailbox, type: 'sign-in' } })
    const minutes = mailGoodForSeconds / 60
    const { subject, lines } = writeSignIn({ token: taken[0] ?? '', code, minutes }, language, publicUrl)
    const now = clock()
    const expiresAt = new Date(now.getTime() + mailGoodForSeconds * 1000)
    await write((tx) => mail.put(tx, letterOf('sign-in', mailbox, { subject, lines }, language, expiresAt), now))
    mail.kick()
  }

  async function signInByLink(token: string, browser: Browser): Promise<Step> {
    await spend('client', browser.client)
    const { api } = await auth()
    const mailbox = await findMailboxOfLink(prisma, token)
    const answer = await refusedAs(new LinkUsedError(), () =>
      api.magicLinkVerify({ query: { token }, headers: headersOf(browser, []), returnHeaders: true }),
    )
    if (mailbox !== null) await forgetSent(prisma, mailbox)
    return toStep(answer)
  }

  async function signInByCode(email: string, code: string, browser: Browser): Promise<Step> {
    const mailbox = readEmail(email) ?? nobody
    await spend('client', browser.client)
    await spend('codeHere', mailbox, browser.client)
    await spend('codeAnywhere', mailbox)
    const { api } = await auth()
    const answer = await refusedAs(new WrongCodeError(), () =>
      api.signInEmailOTP({ body: { email: mailbox, otp: code }, headers: headersOf(browser, []), returnHeaders: true }),
    )
    await forgetTries(prisma, `codeHere ${mailbox} ${browser.client}`)
    await forgetSent(prisma, mailbox)
    return toStep(answer)
  }

  /** The second step of a sign-in that the first step's cookie stands for. */
  async function giveSecondFactor(
    factor: { readonly code?: string; readonly backupCode?: string },
    browser: Browser,
  ): Promise<Step> {
    await spend('client', browser.client)
    const { api } = await auth()
    // Without the cookie of a sign-in: with it better-auth would count no tries.
    const headers = headersOf(browser, ['two_factor'])
    const answer = await refusedAs(new WrongCodeError(), () =>
      factor.code === undefined
        ? api.verifyBackupCode({ body: { code: factor.backupCode ?? '' }, headers, returnHeaders: true })
        : api.verifyTOTP({ body: { code: factor.code }, headers, returnHeaders: true }),
    )
    return toStep(answer)
  }

  async function signOut(browser: Browser): Promise<readonly string[]> {
    const { api } = await auth()
    const { headers } = await api.signOut({ headers: headersOf(browser, all), returnHeaders: true })
    return headers.getSetCookie()
  }

  /** The sign-in that a request comes with, roles or not. @throws {NotFoundError} without one */
  async function ownSignIn(cookie: string | undefined): Promise<Login> {
    const found = await signInOf(cookie)
    if (!found || !isAlive(found.signIn, clock())) throw new NotFoundError()
    return found.login
  }

  /** Begins to set up an authenticator app; until a code of it was given, nothing counts. */
  async function beginSecondFactor(password: string | undefined, browser: Browser) {
    const { account } = await ownSignIn(browser.cookie)
    if (account.twoFactorEnabled) throw new AlreadySetUpError()
    await spend('passwordHere', account.email, browser.client)
    const { api } = await auth()
    const answer = await refusedAs(wrongOwnPassword(), () =>
      api.enableTwoFactor({ body: password === undefined ? {} : { password }, headers: headersOf(browser, all) }),
    )
    if (!('totpURI' in answer)) throw new Error('better-auth began another second factor than the one asked for')
    const address = answer.totpURI
    return { address, secret: new URL(address).searchParams.get('secret') ?? '', backupCodes: answer.backupCodes }
  }

  /** Ends it. All other sign-ins of the account end with it, as they were made without the second factor. */
  async function confirmSecondFactor(code: string, browser: Browser): Promise<readonly string[]> {
    const { account } = await ownSignIn(browser.cookie)
    if (account.twoFactorEnabled) throw new AlreadySetUpError()
    await spend('codeHere', account.id, browser.client)
    const { api } = await auth()
    const { headers } = await refusedAs(new WrongCodeError(), () =>
      api.verifyTOTP({ body: { code }, headers: headersOf(browser, all), returnHeaders: true }),
    )
    await prisma.loginSession.deleteMany({ where: { accountId: account.id, secondFactorAt: null } })
    return headers.getSetCookie()
  }

  async function ownAccount(actor: Actor) {
    const today = new Date(`${dayInWarsaw(clock().getTime())}T00:00:00Z`)
    const [own, grants] = await Promise.all([findOwnAccount(prisma, actor.accountId), findGrants(prisma, actor.accountId, today)])
    return { own: { hasPassword: own.credentials.length > 0, hasSecondFactor: own.twoFactorEnabled }, grants }
  }

  /** All devices on which somebody is signed in; `isThis` is the one that asks. */
  async function signIns(actor: Actor, cookie: string | undefined) {
    const now = clock()
    const idleSince = new Date(now.getTime() - signInDays.idle * 24 * 60 * minuteMs)
    const rows = await findSignIns(prisma, actor.accountId, now, idleSince)
    const token = tokenOf(cookie)
    return rows.map((row) => ({ ...row, isThis: row.token === token }))
  }

  /** @throws {NotFoundError} when it is nobody's, or somebody else's */
  async function endSignIn(actor: Actor, id: string): Promise<void> {
    if ((await endSignIns(prisma, actor.accountId, { only: id })) === 0) throw new NotFoundError()
  }

  async function endOtherSignIns(actor: Actor, cookie: string | undefined): Promise<void> {
    await endSignIns(prisma, actor.accountId, { but: (await ownSignIn(cookie)).id })
  }

  /** @throws {ImpossibleValueError} when it isn't the present one; who guesses is stopped like at the door */
  async function checkOwnPassword(actor: Actor, given: string | undefined, field: string, browser: Browser): Promise<void> {
    const present = await findPassword(prisma, actor.accountId)
    if (present === null) return
    await spend('passwordHere', actor.email, browser.client)
    const { verifyPassword } = await import('better-auth/crypto')
    if (given === undefined || !(await verifyPassword({ hash: present, password: given }))) throw wrongOwnPassword(field)
    await forgetTries(prisma, `passwordHere ${actor.email} ${browser.client}`)
  }

  /** Sets a new password, ends all other sign-ins and tells the owner of the mailbox. */
  async function changePassword(
    actor: Actor,
    { current, next, language }: { readonly current?: string | undefined; readonly next: string; readonly language: Language },
    browser: Browser,
  ): Promise<void> {
    const fault = passwordFault(next, [actor.name, actor.email])
    if (fault !== null) throw new ImpossibleValueError([{ name: 'next', value: '', expected: fault, code: 'weak_password' }])
    await checkOwnPassword(actor, current, 'current', browser)
    const { id } = await ownSignIn(browser.cookie)
    const { hashPassword } = await import('better-auth/crypto')
    const hash = await hashPassword(next)
    await write(
      async (tx) => {
        await setPassword(tx, actor.accountId, hash)
        await endSignIns(tx, actor.accountId, { but: id })
        await mail.put(tx, letterOf('password', actor.email, writePasswordChanged(language, publicUrl), language, null), clock())
      },
      { accountId: actor.accountId, act: 'change-password' },
    )
    mail.kick()
  }

  /** For a new telephone. An administrator has to set up another one before anything else. */
  async function removeSecondFactor(actor: Actor, password: string | undefined, browser: Browser): Promise<void> {
    await checkOwnPassword(actor, password, 'password', browser)
    await write((tx) => dropSecondFactor(tx, actor.accountId), { accountId: actor.accountId, act: 'drop-second-factor' })
  }

  async function newBackupCodes(actor: Actor, password: string | undefined, browser: Browser): Promise<readonly string[]> {
    await spend('passwordHere', actor.email, browser.client)
    const { api } = await auth()
    const body = password === undefined ? {} : { password }
    const { backupCodes } = await refusedAs(wrongOwnPassword(), () =>
      api.generateBackupCodes({ body, headers: headersOf(browser, all) }),
    )
    await forgetTries(prisma, `passwordHere ${actor.email} ${browser.client}`)
    return backupCodes
  }

  /** For what else strangers may try. @throws {TooManyRequestsError} */
  const countClient = (browser: Browser): Promise<void> => spend('client', browser.client)

  return {
    recognise,
    countClient,
    sendSignIn,
    signInByLink,
    signInByCode,
    signIns,
    endSignIn,
    endOtherSignIns,
    changePassword,
    removeSecondFactor,
    newBackupCodes,
    signInByPassword,
    giveSecondFactor,
    signOut,
    beginSecondFactor,
    confirmSecondFactor,
    ownAccount,
  }
}

export class AlreadySetUpError extends AppError {
  readonly code = 'already-set-up'
  readonly status = 409
  constructor() {
    super('this account has a second factor already')
  }
}

export class LinkUsedError extends AppError {
  readonly code = 'link-used'
  readonly status = 410
  constructor() {
    super('this link was used already or is too old: ask for a new one')
  }
}

const wrongOwnPassword = (name = 'password') =>
  new ImpossibleValueError([{ name, value: '', expected: 'your present password', code: 'wrong_password' }])

/** A request for a mail is answered no sooner. */
const leastMs = 300

/** Nobody can have it, so that what is no mailbox takes the same way as one that isn't known. */
const nobody = 'nobody@invalid'

/** A letter in both its forms. */
export const letterOf = (
  kind: string,
  to: string,
  { subject, lines }: Written,
  language: Language,
  expiresAt: Date | null,
): Letter => ({ kind, to, subject, text: lines.join('\n'), html: htmlOf(lines, language), language, expiresAt })

const toSignIn = ({ account, ...rest }: Login): SignIn => ({
  ...rest,
  account: {
    ...account,
    grants: account.grants.map((row) => ({ grant: toGrant(row), endsOn: dayOf(row.endsOn) })),
  },
})

const all = 'all'

/** Only those of our cookies that a step is about. */
function headersOf({ cookie, userAgent }: Browser, wanted: readonly string[] | typeof all): Headers {
  const pairs = (cookie ?? '').split(';').map((pair) => pair.trim())
  const kept = wanted === all ? pairs : pairs.filter((pair) => wanted.some((name) => pair.split('=')[0]?.endsWith(`.${name}`)))
  return new Headers({ 'user-agent': userAgent.slice(0, 300), ...(kept.length > 0 && { cookie: kept.join('; ') }) })
}

function toStep({ headers, response }: { readonly headers: Headers; readonly response: unknown }): Step {
  const halfWay = typeof response === 'object' && response !== null && 'twoFactorRedirect' in response
  return { next: halfWay ? 'second-factor' : 'panel', cookies: headers.getSetCookie() }
}

/** better-auth says no with many codes, some of which tell who has an account: ours is one. Its bugs stay bugs. */
async function refusedAs<T>(refusal: AppError, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const status = statusOf(error)
    if (status === 429) throw new TooManyRequestsError(900)
    if (status === null || status >= 500) throw error
    throw refusal
  }
}

function statusOf(error: unknown): number | null {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : null
}

export const inventedAdministrator = 'administrator@podworko.example'

/**
 * Sees to it that somebody can administer everything: the one whom the settings name, if nobody has that mailbox yet; without settings
 * somebody invented, if there is no administrator at all. An account that is there keeps its password.
 *
 * @returns who was made, with the password that was made for them or null for the one from the settings; null: nobody
 */
export async function ensureAdministrator(
  prisma: Database['prisma'],
  wanted: { readonly email: string; readonly password: string | undefined } | undefined,
): Promise<{ readonly email: string; readonly password: string | null } | null> {
  if (wanted ? await hasAccount(prisma, wanted.email) : await hasAdministrator(prisma)) return null
  const email = wanted?.email ?? inventedAdministrator
  const password = wanted?.password ?? generatePassword()
  const { hashPassword } = await import('better-auth/crypto')
  await createAdministrator(prisma, email, await hashPassword(password))
  return { email, password: wanted?.password === undefined ? password : null }
}
