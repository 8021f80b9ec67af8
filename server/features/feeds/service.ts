import type { Pool } from 'pg'
import type { Answer } from '#shared/contract/answer.ts'
import { mostHostFeeds, type hostFeedsAnswer, type newHostFeed } from '#shared/contract/host-feed.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { feedPath, personalFeedPath, sliceName } from '#shared/contract/paths.ts'
import type { FeedListing } from '#shared/contract/public.ts'
import type { Selection } from '#shared/contract/selection.ts'
import type { FeedEvent } from '#shared/ical/event.ts'
import { writeEvent, writeFeed } from '#shared/ical/write-feed.ts'
import { reachOf, type Actor } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import { dayColumn, dayOf } from '../../db/columns.ts'
import { isDatabaseAway } from '../../db/database-away.ts'
import type { ChangeListener, ChangeRange, Write } from '../../db/write.ts'
import { AppError, InvalidRequestError, NotFoundError, TooManyRequestsError } from '../../errors.ts'
import { toGrant } from '../accounts/repository.ts'
import { looksLikeFeed, readAddress } from './address.ts'
import { createCache, type Group } from './cache.ts'
import { directoryOf, resolve, type Directory } from './directory.ts'
import { formsOf, type Form } from './forms.ts'
import { hashOfToken, newToken, readPersonalAddress } from './personal-address.ts'
import { presentHostFeed, titleOf, toEvent, toHostedEvent, toHostedHead, type Place } from './present.ts'
import { createRenderer, type Rendered, type Source } from './render.ts'
import {
  addOwnFeed,
  changesIn,
  countEvents,
  findFacesOfAll,
  findHosted,
  findHostFeed,
  findFaces,
  findNamedThings,
  findOwnFeeds,
  findSelection,
  findSlots,
  lastChange,
  lastRevisions,
  noteUse,
  revokeOwnFeed,
  rotateOwnFeed,
  saveSelection,
  type Count,
  type OwnFeedRow,
} from './repository.ts'
import { hashOf, isNamed, publishedPath, todayAt, touches, windowOf, type Target } from './rules.ts'

/** Lets who asks cause some work, or throws. */
export type Admit = () => Promise<void>

export type FeedService = {
  /** A feed that is known to be true now. Asks nobody and never waits. */
  readonly recall: (url: string, nowMs: number) => Rendered | undefined
  /**
   * The feed at an address (path and query).
   *
   * @param admit - asked before a selection is made anew: what it throws is thrown on. Named feeds are few, so nobody is asked
   * @throws {AppError} saying what would be right, when there is none
   */
  readonly find: (url: string, admit?: Admit) => Promise<Rendered>
  /** Every named feed, with how much it holds today and the number of its last change. */
  readonly list: (language: Language) => Promise<readonly FeedListing[]>
  /** The short path of a selection whose address is long, stored; the canonical path of any other. */
  readonly save: (path: string) => Promise<string>
  /** Drops what a change concerns. The process that wrote calls it before it answers, the others when they hear of it. */
  readonly hear: ChangeListener
  readonly setHearing: (hearing: boolean) => void
  /** Where these feeds are published. */
  readonly place: Place
  /** Sessions as feeds show them, by id; for mails about them, so those are there too that feeds don't show any more. */
  readonly eventsOf: (ids: readonly string[], language: Language) => Promise<ReadonlyMap<string, FeedEvent>>
}

export type FeedOptions = { readonly pool: Pool; readonly place: Place; readonly clock: () => Date }

/** Room for feeds in memory, in bytes; those named in `/api/feeds` apart (mechanics 14). */
const room = { total: 64_000_000, ranged: 8_000_000 }
/** Addresses of which we remember what they mean; longer ones are read anew each time. */
const remembered = { addresses: 10_000, addressLength: 2_000, ranges: 200 }
/** Below this a feed holds all that was counted: to reach 1 MB each of its events would need more than 3 kB. */
const surelyWhole = 300
/** More changes at once than this aren't looked at one by one: everything is rendered anew. */
const mostChanges = 5_000

/** All that published feeds do, apart from HTTP. Asks the database nothing until somebody asks for a feed. */
export function createFeedService({ pool, place, clock }: FeedOptions): FeedService {
  let hearing = false
  const mayServeOld = (error: unknown): boolean => isDatabaseAway(error) || (!hearing && error instanceof TooManyRequestsError)
  const options = { clock: () => clock().getTime(), limits: room, mayServeOld }
  const feeds = createCache<Target, Rendered>(options)
  const directories = createCache<null, Directory>(options)
  const listings = createCache<null, readonly FeedListing[]>(options)
  const source: Source = {
    findSlots: (selection, window, today) => findSlots(pool, selection, window, today),
    findFaces: (ids) => findFaces(pool, ids),
    lastChange: (selection) => lastChange(pool, selection),
  }
  const render = createRenderer({ source, place, clock, directory })
  const keys = new Map<string, string>()
  const savedPaths = new Map<string, string>()
  const heard: ChangeRange[] = []

  function directory(): Promise<Directory> {
    return directories.get('directory', null, 'pinned', async () => {
      const value = directoryOf(await findNamedThings(pool))
      return { value, bytes: 0, fromMs: -Infinity, untilMs: Infinity }
    })
  }

  async function find(url: string, admit: Admit = async () => {}): Promise<Rendered> {
    const { target, key, group } = await locate(url, admit)
    const rendered = await feeds.get(key, target, group, async () => {
      if (group !== 'pinned') await admit()
      return render(target)
    })
    if (url.length <= remembered.addressLength) remember(keys, url, key)
    return rendered
  }

  async function locate(url: string, admit: Admit): Promise<{ target: Target; key: string; group: Group }> {
    const asked = readAddress(url)
    if (asked.kind === 'saved') return locate(await savedPath(asked.hash, admit), admit)
    if (asked.kind === 'session')
      return { target: asked, key: `${asked.id} ${asked.language} ${asked.cancelled}`, group: 'other' }
    const selection = resolve(asked.selection, await directory())
    return { target: { kind: 'selection', selection }, key: feedPath(selection), group: groupOf(selection) }
  }

  async function savedPath(hash: string, admit: Admit): Promise<string> {
    const known = savedPaths.get(hash)
    if (known !== undefined) return known
    await admit()
    const path = await findSelection(pool, hash)
    if (path === null) throw new NotFoundError()
    remember(savedPaths, hash, path)
    return path
  }

  async function list(language: Language): Promise<readonly FeedListing[]> {
    return listings.get(language, null, 'pinned', async () => {
      const today = todayAt(clock().getTime())
      const { selections, nameOf } = await directory()
      const [counts, revisions] = await Promise.all([countEvents(pool, windowOf(null, today), today), lastRevisions(pool)])
      const [eventsOf, revisionOf] = [bySlice(counts), bySlice(revisions)]
      const toListing = async (named: Selection): Promise<FeedListing> => {
        const selection = { ...named, language }
        const slice = sliceName(selection.slice)
        const counted = eventsOf.get(slice) ?? 0
        return {
          url: `${place.publicUrl}${feedPath(selection)}`,
          title: titleOf(selection, nameOf),
          slice,
          events: counted < surelyWhole ? counted : (await find(feedPath(selection))).events,
          revision: revisionOf.get(slice) ?? 0,
        }
      }
      return { value: await Promise.all(selections.map(toListing)), bytes: 0, fromMs: today.startMs, untilMs: today.endMs }
    })
  }

  async function save(path: string): Promise<string> {
    const asked = looksLikeFeed(path) ? readAddress(path) : null
    if (asked?.kind !== 'selection')
      throw new InvalidRequestError([
        { name: 'path', value: path.slice(0, 60), expected: 'the path of a selection of sessions, as /feeds/all.ics?kind=trip' },
      ])
    const selection = resolve(asked.selection, await directory())
    const canonical = feedPath(selection)
    const published = publishedPath(selection, place.publicUrl)
    if (published !== canonical) await saveSelection(pool, hashOf(canonical), canonical)
    return published
  }

  async function hear(range: ChangeRange): Promise<void> {
    if (heard.some(({ first, last }) => first <= range.first && range.last <= last)) return
    const changes = await changesIn(pool, range, mostChanges).catch(() => null)
    feeds.invalidate((target) => changes === null || changes.some((change) => touches(target, change)))
    listings.invalidate(() => true)
    if (changes === null || changes.some(({ sessionId }) => sessionId === null)) {
      directories.invalidate(() => true)
      keys.clear()
    }
    if (changes !== null && heard.push(range) > remembered.ranges) heard.shift()
  }

  return {
    recall(url, nowMs) {
      const key = keys.get(url)
      return key === undefined ? undefined : feeds.peek(key, nowMs)
    },
    find,
    list,
    save,
    hear,
    place,
    async eventsOf(ids, language) {
      const faces = ids.length === 0 ? [] : await findFacesOfAll(pool, ids)
      return new Map(faces.map((face) => [face.id, toEvent(face, { language, cancelled: 'mark' }, place)]))
    },
    setHearing(isHearing) {
      hearing = isHearing
      for (const cache of [feeds, directories, listings]) cache.setHearing(isHearing)
    },
  }
}

function groupOf(selection: Selection): Group {
  if (isNamed(selection)) return 'pinned'
  return selection.range ? 'ranged' : 'other'
}

const bySlice = (counts: readonly Count[]): ReadonlyMap<string, number> =>
  new Map(counts.map(({ collection, slug, count }) => [collection === 'all' ? 'all' : `${collection}/${slug}`, count]))

function remember(memory: Map<string, string>, name: string, value: string): void {
  if (memory.size >= remembered.addresses) memory.clear()
  memory.set(name, value)
}

/** Private calendars of what somebody leads. */
export type HostFeedService = {
  /** The calendar at an address, for the day; null when there is none (any more), whatever the reason (T20). */
  readonly read: (url: string) => Promise<Form | null>
  readonly list: (actor: Actor) => Promise<Answer<typeof hostFeedsAnswer>>
  /** @throws {TooManyHostFeedsError} */
  readonly make: (actor: Actor) => Promise<Answer<typeof newHostFeed>>
  /** The same calendar at another address; the one it had answers nobody from now on. @throws {NotFoundError} */
  readonly rotate: (actor: Actor, id: string) => Promise<Answer<typeof newHostFeed>>
  /** @throws {NotFoundError} */
  readonly revoke: (actor: Actor, id: string) => Promise<void>
}

export class TooManyHostFeedsError extends AppError {
  readonly code = 'too-many-host-feeds'
  readonly status = 409
  constructor() {
    super(`you have ${mostHostFeeds} calendars of your own already: take one away first`)
  }
}

type HostFeedParts = {
  readonly database: Pick<Database, 'prisma' | 'pool'>
  readonly write: Write
  readonly place: Place
  readonly clock: () => Date
}

export function createHostFeedService({ database: { prisma, pool }, write, place, clock }: HostFeedParts): HostFeedService {
  const by = ({ accountId }: Actor) => ({ accountId, act: 'host-feed' })
  const told = (row: OwnFeedRow | null, token: string): Answer<typeof newHostFeed> => {
    if (!row) throw new NotFoundError()
    return { feed: presentHostFeed(row), url: `${place.publicUrl}${personalFeedPath(token)}` }
  }

  return {
    async read(url) {
      const asked = readPersonalAddress(url)
      const feed = asked && (await findHostFeed(prisma, asked.tokenHash))
      if (!feed) return null
      const today = todayAt(clock().getTime())
      const { id: accountId, name, email, grants: all } = feed.account
      const grants = all.filter(({ endsOn }) => !endsOn || dayOf(endsOn) >= today.day).map(toGrant)
      const see = reachOf({ accountId, name, email, grants }, 'see') // as it is now: a role taken away hides its sessions at once
      const hosted = await findHosted(prisma, accountId, see, windowOf(null, today))
      const drafts = new Set(hosted.filter(({ activity }) => activity.status === 'DRAFT').map(({ id }) => id))
      const style = { language: asked.language, cancelled: asked.cancelled }
      const faces = await findFacesOfAll(
        pool,
        hosted.map(({ id }) => id),
      )
      const events = faces.map((face) => writeEvent(toHostedEvent(face, drafts.has(face.id), style, place)))
      const modifiedMs = Math.max(0, ...faces.map((face) => face.modifiedMs)) || today.startMs
      if (!feed.lastUsedOn || dayOf(feed.lastUsedOn) !== today.day) await noteUse(prisma, feed.id, dayColumn(today.day))
      return (await formsOf(writeFeed(toHostedHead(name, asked.language, modifiedMs, place), events))).identity
    },
    async list(actor) {
      return { feeds: (await findOwnFeeds(prisma, actor.accountId)).map(presentHostFeed) }
    },
    async make(actor) {
      const token = newToken()
      const row = await write((tx) => addOwnFeed(tx, actor.accountId, hashOfToken(token), mostHostFeeds), by(actor))
      if (!row) throw new TooManyHostFeedsError()
      return told(row, token)
    },
    async rotate(actor, id) {
      const token = newToken()
      const { accountId } = actor
      return told(await write((tx) => rotateOwnFeed(tx, { id, accountId, tokenHash: hashOfToken(token) }), by(actor)), token)
    },
    async revoke(actor, id) {
      if (!(await write((tx) => revokeOwnFeed(tx, id, actor.accountId, clock()), by(actor)))) throw new NotFoundError()
    },
  }
}
