import type { Answer } from '#shared/contract/answer.ts'
import {
  mostPersonalFeeds,
  type newPersonalFeed,
  type personalFeedInput,
  type personalFeedsAnswer,
} from '#shared/contract/personal-feed.ts'
import { personalFeedPath } from '#shared/contract/paths.ts'
import { writeEvent, writeFeed } from '#shared/ical/write-feed.ts'
import type * as z from 'zod'
import type { Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import { dayColumn, dayOf } from '../../db/columns.ts'
import type { Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { callerProofOf } from '../sign-ups/desk-service.ts'
import { readSecret } from '../sign-ups/repository.ts'
import { CallerNotCheckedError } from '../sign-ups/rules.ts'
import { openSignUp } from '../sign-ups/service.ts'
import { hintOf } from '../sign-ups/staff-present.ts'
import { showsMailbox } from '../sign-ups/token.ts'
import { formsOf, type Form } from './forms.ts'
import { hashOfToken, newToken, readPersonalAddress } from './personal-address.ts'
import { presentPersonalFeed, toPersonalEvent, toPersonalHead } from './personal-present.ts'
import {
  addFeed,
  findAround,
  findEntries,
  findFeedsOf,
  findOwner,
  findPersonalFeed,
  notePersonalUse,
  revokeFeed,
  rotateFeed,
  type ListedFeedRow,
  type Owner,
  type PersonalFeedRow,
} from './personal-repository.ts'
import { contactShown, MailboxNotShownError, offersOf, sameAs, TooManyPersonalFeedsError, type Proof } from './personal-rules.ts'
import type { Place } from './present.ts'
import { findFacesOfAll } from './repository.ts'
import { todayAt, windowOf } from './rules.ts'

type Input = z.infer<typeof personalFeedInput>
type Listed = Answer<typeof personalFeedsAnswer>
type Made = Answer<typeof newPersonalFeed>

/** The link of a sign-up, and what came with it from a mailed letter. */
export type Holding = { readonly token: string; readonly mailboxProof: string | null }

/** Calendars of what people signed up to. Who may make one is what this says; what stands in it is the public feed's own text. */
export type PersonalFeedService = {
  /** The calendar at an address; null when there is none (any more), whatever the reason (T20). */
  readonly read: (url: string) => Promise<Form | null>
  /** By the link of a sign-up. @throws {NotFoundError} for a link that opens nothing */
  readonly list: (by: Holding) => Promise<Listed>
  /** @throws {MailboxNotShownError} for more than the one sign-up without the letter @throws {TooManyPersonalFeedsError} */
  readonly make: (by: Holding, input: Input) => Promise<Made>
  readonly rotate: (by: Holding, id: string) => Promise<Made>
  readonly revoke: (by: Holding, id: string) => Promise<void>
  /** At the desk. @throws {NotFoundError} for people out of reach */
  readonly listFor: (actor: Actor, personId: string) => Promise<Listed>
  /** @throws {CallerNotCheckedError} before it is sure who asks */
  readonly makeFor: (actor: Actor, personId: string, input: Input) => Promise<Made>
  readonly rotateFor: (actor: Actor, personId: string, id: string) => Promise<Made>
  readonly revokeFor: (actor: Actor, personId: string, id: string) => Promise<void>
}

type Parts = {
  readonly database: Pick<Database, 'prisma' | 'pool'>
  readonly write: Write
  readonly place: Place
  readonly clock: Clock
}

/** Who asks: whose calendars, shown by what, and whose are listed with them. */
type Asking = {
  readonly owner: Owner
  readonly signUpId: string | null
  readonly proof: Proof
  readonly people: readonly Owner[]
  readonly madeById: string | null
}

export function createPersonalFeedService({ database, write, place, clock }: Parts): PersonalFeedService {
  const { prisma, pool } = database

  async function holding({ token, mailboxProof }: Holding): Promise<Asking> {
    const row = await openSignUp(database, token)
    const owner = row && (await findOwner(prisma, row.personId))
    if (!owner) throw new NotFoundError()
    const isShown =
      mailboxProof !== null &&
      owner.email !== null &&
      showsMailbox(mailboxProof, await readSecret(database), { signUpId: row.id, email: owner.email }, clock())
    const proof = isShown ? 'EMAIL' : 'LINK'
    return { owner, signUpId: isShown ? null : row.id, proof, people: await peopleOf(owner, proof), madeById: null }
  }

  /** @param isSure - whether it has to be sure who asks */
  async function atDesk(actor: Actor, personId: string, isSure: boolean): Promise<Asking> {
    const proof = await callerProofOf(database, actor, personId, clock())
    const owner = await findOwner(prisma, personId)
    if (!owner) throw new NotFoundError()
    if (proof === null && isSure) throw new CallerNotCheckedError()
    // Before it is sure, the list says no more than that there are calendars, so that a lost phone's can be taken away.
    const people = await peopleOf(owner, proof ?? 'PHONE')
    return { owner, signUpId: null, proof: proof ?? 'CODE', people, madeById: actor.accountId }
  }

  const peopleOf = async (owner: Owner, proof: Proof): Promise<readonly Owner[]> =>
    sameAs(owner, await findAround(prisma, { ...owner, householdId: null }, contactShown(owner, proof)))

  /** One of the calendars that whoever asks may change. @throws {NotFoundError} for all others */
  async function one({ people, proof }: Asking, id: string): Promise<ListedFeedRow> {
    const row = (
      await findFeedsOf(
        prisma,
        people.map((person) => person.id),
      )
    ).find((feed) => feed.id === id)
    if (!row) throw new NotFoundError()
    if (proof === 'LINK' && row.proof !== 'LINK') throw new MailboxNotShownError()
    return row
  }

  async function list({ owner, people, proof }: Asking): Promise<Listed> {
    const rows = await findFeedsOf(
      prisma,
      people.map(({ id }) => id),
    )
    return {
      feeds: rows.map((row) => presentPersonalFeed(row, proof)),
      offers: [...offersOf(proof)],
      mailbox: owner.email === null ? null : hintOf({ email: owner.email, phone: null }),
    }
  }

  const told = (row: ListedFeedRow | null, token: string, proof: Proof): Made => {
    if (!row) throw new NotFoundError()
    return { feed: presentPersonalFeed(row, proof), url: `${place.publicUrl}${personalFeedPath(token)}` }
  }
  const by = ({ madeById }: Asking) => (madeById === null ? undefined : { accountId: madeById, act: 'personal-feed' })

  async function make(asking: Asking, { holds, waiting }: Input): Promise<Made> {
    const { owner, signUpId, proof, madeById } = asking
    if (!offersOf(proof).includes(holds)) throw new MailboxNotShownError()
    const token = newToken()
    const scope = holds === 'household' ? ('HOUSEHOLD' as const) : ('PERSON' as const)
    const feed = {
      personId: owner.id,
      signUpId,
      scope,
      proof,
      waiting,
      madeById,
      createdAt: clock(),
      tokenHash: hashOfToken(token),
    }
    const row = await write((tx) => addFeed(tx, feed, mostPersonalFeeds), by(asking))
    if (!row) throw new TooManyPersonalFeedsError(mostPersonalFeeds)
    return told(row, token, proof)
  }

  async function rotate(asking: Asking, id: string): Promise<Made> {
    const { id: own } = await one(asking, id)
    const token = newToken()
    return told(await write((tx) => rotateFeed(tx, own, hashOfToken(token)), by(asking)), token, asking.proof)
  }

  async function revoke(asking: Asking, id: string): Promise<void> {
    const { id: own } = await one(asking, id)
    if (!(await write((tx) => revokeFeed(tx, own, clock()), by(asking)))) throw new NotFoundError()
  }

  return {
    async read(url) {
      const asked = readPersonalAddress(url)
      const feed = asked && (await findPersonalFeed(prisma, asked.tokenHash))
      if (!feed) return null
      const today = todayAt(clock().getTime())
      const entries = await entriesOf(feed, today)
      const faces = await findFacesOfAll(pool, [...new Set(entries.map(({ sessionId }) => sessionId))])
      const events = faces.flatMap((face) =>
        entries
          .filter(({ sessionId }) => sessionId === face.id)
          .map((entry) => writeEvent(toPersonalEvent(face, entry, asked, place))),
      )
      const modifiedMs = Math.max(0, ...faces.map((face) => face.modifiedMs)) || today.startMs
      if (!feed.lastUsedOn || dayOf(feed.lastUsedOn) !== today.day) await notePersonalUse(prisma, feed.id, dayColumn(today.day))
      return (await formsOf(writeFeed(toPersonalHead(feed.scope, asked.language, modifiedMs, place), events))).identity
    },
    list: async (given) => list(await holding(given)),
    make: async (given, input) => make(await holding(given), input),
    rotate: async (given, id) => rotate(await holding(given), id),
    revoke: async (given, id) => revoke(await holding(given), id),
    listFor: async (actor, personId) => list(await atDesk(actor, personId, false)),
    makeFor: async (actor, personId, input) => make(await atDesk(actor, personId, true), input),
    async rotateFor(actor, personId, id) {
      const asking = await atDesk(actor, personId, false)
      await one(asking, id)
      return rotate(await atDesk(actor, personId, true), id)
    },
    revokeFor: async (actor, personId, id) => revoke(await atDesk(actor, personId, false), id),
  }

  async function entriesOf({ person, signUpId, scope, proof, waiting }: PersonalFeedRow, today: ReturnType<typeof todayAt>) {
    const isHousehold = scope === 'HOUSEHOLD'
    const around = await findAround(prisma, isHousehold ? person : { ...person, householdId: null }, contactShown(person, proof))
    const people = isHousehold ? around : sameAs(person, around)
    return findEntries(pool, {
      personIds: people.map(({ id }) => id),
      signUpId,
      byStaffOnly: proof === 'CODE',
      waiting,
      discreet: !isHousehold, // whoever else looks at it isn't meant to know (mechanics 24)
      window: windowOf(null, today),
      today: new Date(today.startMs),
    })
  }
}
