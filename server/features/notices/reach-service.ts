import { randomUUID } from 'node:crypto'
import type { Answer } from '#shared/contract/answer.ts'
import type { callInput, callList, newsForSignUp, reachView } from '#shared/contract/call.ts'
import type { Language } from '#shared/contract/kinds.ts'
import * as z from 'zod'
import { hasSomewhere, NotAllowedError, reachOf as reachOfRight, type Actor, type Reach } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { By, Tx, Write } from '../../db/write.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import { isSessionId } from '../sessions/rules.ts'
import { sessionsIn } from '../sessions/policy.ts'
import { signUpsIn } from '../sign-ups/policy.ts'
import { findSignUp, readSecret } from '../sign-ups/repository.ts'
import { idInToken, isGenuine } from '../sign-ups/token.ts'
import { sessionsToTell } from './policy.ts'
import { presentCall, toCalls, toReachNotice, type ToCall } from './present.ts'
import { presentNews } from './session-present.ts'
import { presentTexts, type TextMessage } from './texts.ts'
import { findChangesOf, findInReach, findOpen, findUnknownOf, isSignUpIn, markKnown, markOpened } from './reach-repository.ts'
import { addCall, addTexted, closeCalls, findCalls, mayAllBeTexted, undoCall, type CallRow } from './call-repository.ts'
import { byUrgency, reachOf } from './reach.ts'

export type ReachService = {
  /** People to phone, in reach, the most urgent first; of one session where it is given. @throws {NotAllowedError} */
  readonly calls: (actor: Actor, sessionId: string | null, language: Language) => Promise<Answer<typeof callList>>
  /** What the office's gateway may send, the most urgent first: one message for each thing that somebody doesn't know. @throws {NotAllowedError} */
  readonly texts: (actor: Actor, sessionId: string | null) => Promise<readonly TextMessage[]>
  /** @throws {ImpossibleValueError} for notices that aren't there or not in reach, and for a text message to whom none may reach */
  readonly note: (actor: Actor, input: z.infer<typeof callInput>, by: By) => Promise<{ readonly id: string }>
  /**
   * For the desk, which has somebody on the line: they know all that there is to say about a sign-up.
   *
   * @returns the call that can be undone; null: there was nothing to tell
   * @throws {NotFoundError} for a sign-up out of reach
   */
  readonly told: (actor: Actor, signUpId: string, by: By) => Promise<{ readonly id: string | null }>
  /** @throws {NotFoundError} when it isn't one's own, or is undone already */
  readonly undo: (actor: Actor, callId: string, by: By) => Promise<void>
  readonly reach: (actor: Actor, sessionId: string) => Promise<Answer<typeof reachView>>
  /** Ends the calls about a session, although some don't know, or begins them again. */
  readonly close: (actor: Actor, sessionId: string, closed: boolean, by: By) => Promise<Answer<typeof reachView>>
  /** What the holder of a link was told and hasn't said to know. @throws {NotFoundError} */
  readonly news: (token: string, language: Language) => Promise<Answer<typeof newsForSignUp>>
  /** "Wiem, dziękuję". @throws {NotFoundError} */
  readonly know: (token: string) => Promise<void>
}

const [halfHourMs, weekMs] = [1_800_000, 7 * 86_400_000]

export function reachService({ database, write, clock }: { database: Database; write: Write; clock: Clock }): ReachService {
  const { prisma } = database

  return {
    async calls(actor, sessionId, language) {
      const now = clock()
      const views = (await groupsOf(actor, sessionId, now)).flatMap(
        ({ things, calls }) => presentCall(things, calls, language, now) ?? [],
      )
      const order = { now: 0, later: 1, 'no-way': 2 }
      return { calls: views.toSorted((one, other) => order[one.state] - order[other.state]) }
    },

    async texts(actor, sessionId) {
      const now = clock()
      return (await groupsOf(actor, sessionId, now)).flatMap(({ things, calls }) => presentTexts(things, calls, now))
    },

    async note(actor, { notices, result, again }, by) {
      const now = clock()
      const until = again === undefined ? null : new Date(again)
      if ((result === 'LATER') !== (until !== null) || (until && (until <= now || until.getTime() > now.getTime() + weekMs)))
        throw new ImpossibleValueError([{ name: 'again', value: again ?? '', expected: 'with LATER, a moment within a week' }])
      return write(async (tx) => {
        const known = await findInReach(tx, notices, ...reachesOf(actor))
        if (known.length < new Set(notices).size)
          throw new ImpossibleValueError([{ name: 'notices', value: '', expected: 'notices of yours', code: 'unknown' }])
        const next = result === 'NO_ANSWER' || result === 'TEXTED' ? new Date(now.getTime() + halfHourMs) : until
        if (result === 'TEXTED') return texted(tx, known, { at: now, again: next, accountId: actor.accountId })
        if (result === 'TOLD') await markKnown(tx, { id: { in: notices } }, 'PHONE', now)
        return addCall(tx, { result, noticeIds: notices, at: now, again: next, accountId: actor.accountId })
      }, by)
    },

    async told(actor, signUpId, by) {
      if (!isSessionId(signUpId) || !(await isSignUpIn(prisma, signUpId, signUpsIn(actor)))) throw new NotFoundError()
      const now = clock()
      return write(async (tx) => {
        const unknown = await findUnknownOf(tx, signUpId)
        const reachable = await findInReach(tx, ids(unknown), ...reachesOf(actor))
        if (reachable.length === 0) return { id: null }
        await markKnown(tx, { id: { in: [...ids(reachable)] } }, 'PHONE', now)
        return addCall(tx, { result: 'TOLD', noticeIds: [...ids(reachable)], at: now, again: null, accountId: actor.accountId })
      }, by)
    },

    async undo(actor, callId, by) {
      if (!isSessionId(callId)) throw new NotFoundError()
      await write(async (tx) => {
        if (!(await undoCall(tx, callId, actor.accountId, clock()))) throw new NotFoundError()
        return null
      }, by)
    },

    async reach(actor, sessionId) {
      await needToTell(actor, sessionId)
      return reachNow(sessionId)
    },

    async close(actor, sessionId, closed, by) {
      await needToTell(actor, sessionId)
      return write(async (tx) => {
        await closeCalls(tx, sessionId, closed ? { at: clock(), accountId: actor.accountId } : null)
        return reachNow(sessionId, tx)
      }, by)
    },

    async news(token, language) {
      const now = clock()
      const rows = await findUnknownOf(prisma, await opened(token))
      // The page tells at once what a mail tells in a while, and needs no call; it may say that all is as it was to whom was told otherwise.
      const things = toCalls(
        rows.map((row) => ({ ...row, fate: row.fate === 'SENT' ? row.fate : ('KEPT' as const), closedAt: null })),
        now,
        Infinity,
      )
      await markOpened(
        prisma,
        rows.map(({ id }) => id),
        now,
      )
      return {
        news: things.map(({ untold, session, row }) => presentNews(untold.news, session, untold.formerly, language, row.signUp)),
      }
    },

    async know(token) {
      const signUpId = await opened(token)
      await write((tx) => markKnown(tx, { signUpId, kind: 'CHANGE' }, 'PERSON', clock()))
    },
  }

  async function texted(
    tx: Tx,
    known: Awaited<ReturnType<typeof findInReach>>,
    said: { readonly at: Date; readonly again: Date | null; readonly accountId: string },
  ): Promise<{ readonly id: string }> {
    const byPerson = new Map<string, string[]>()
    for (const { id, personId } of known) byPerson.set(personId, [...(byPerson.get(personId) ?? []), id])
    if (!(await mayAllBeTexted(tx, [...byPerson.keys()])))
      throw new ImpossibleValueError([
        { name: 'result', value: 'TEXTED', expected: 'people whom a text may reach', code: 'no-sms' },
      ])
    const waveId = randomUUID()
    await addTexted(tx, [...byPerson.values()], { ...said, waveId })
    return { id: waveId }
  }

  /** Whom to phone, the most urgent first: what there is to tell at one number, and the attempts so far. */
  async function groupsOf(
    actor: Actor,
    sessionId: string | null,
    now: Date,
  ): Promise<readonly { readonly things: readonly ToCall[]; readonly calls: readonly CallRow[] }[]> {
    if (!hasSomewhere(actor, 'tell')) throw new NotAllowedError('tell')
    const rows = await findOpen(prisma, ...reachesOf(actor), now)
    const things = toCalls(
      rows.filter((row) => sessionId === null || row.session?.id === sessionId),
      now,
    )
    const ordered = things.toSorted(
      (one, other) => byUrgency(one.untold, other.untold) || nameOf(one).localeCompare(nameOf(other), 'pl'),
    )
    const groups = new Map<string, ToCall[]>()
    for (const thing of ordered) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing])
    const calls = await findCalls(
      prisma,
      things.flatMap(({ untold }) => untold.notices.map(({ id }) => id)),
    )
    return [...groups.values()].map((group) => {
      const of = new Set(group.flatMap(({ untold }) => untold.notices.map(({ id }) => id)))
      return { things: group, calls: calls.filter(({ noticeIds }) => noticeIds.some((id) => of.has(id))) }
    })
  }

  async function opened(token: string): Promise<string> {
    const id = idInToken(token)
    const row = id === null ? null : await findSignUp(prisma, id)
    const isRight = isGenuine(token, await readSecret(database), row?.id ?? '', row?.generation ?? 0)
    if (!row || !isRight) throw new NotFoundError()
    return row.id
  }

  async function reachNow(sessionId: string, db: Tx | Database['prisma'] = prisma): Promise<Answer<typeof reachView>> {
    const rows = await findChangesOf(db, sessionId)
    const signUps = [...new Set(rows.map(({ signUpId }) => signUpId))].map((id) => {
      const own = rows.filter(({ signUpId }) => signUpId === id)
      return { name: own[0]?.signUp.person.name ?? '', notices: own.map(toReachNotice) }
    })
    return reachOf(signUps)
  }

  /** @throws {NotFoundError} for what isn't seen @throws {NotAllowedError} for what is */
  async function needToTell(actor: Actor, sessionId: string): Promise<void> {
    const select = { id: true } as const
    const is = (where: ReturnType<typeof sessionsIn>) =>
      isSessionId(sessionId) ? prisma.session.findFirst({ where: { AND: [{ id: sessionId }, where] }, select }) : null
    if (await is(sessionsToTell(...reachesOf(actor)))) return
    if (await is(sessionsIn(reachOfRight(actor, 'see')))) throw new NotAllowedError('tell')
    throw new NotFoundError()
  }
}

const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id)

const reachesOf = (actor: Actor): readonly [Reach, Reach] => [reachOfRight(actor, 'tell'), reachOfRight(actor, 'see-sensitive')]

const nameOf = ({ row }: ToCall): string => row.signUp.person.name

/** A household at one number is phoned once. */
const keyOf = ({ row: { signUp } }: ToCall): string => signUp.person.phone ?? signUp.personId
