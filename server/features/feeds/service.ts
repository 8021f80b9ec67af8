import type { Pool } from 'pg'
import type { Language } from '#shared/contract/kinds.ts'
import { feedPath, sliceName } from '#shared/contract/paths.ts'
import type { FeedListing } from '#shared/contract/public.ts'
import type { Selection } from '#shared/contract/selection.ts'
import { isDatabaseAway } from '../../db/database-away.ts'
import type { ChangeListener, ChangeRange } from '../../db/write.ts'
import { InvalidRequestError, NotFoundError, TooManyRequestsError } from '../../errors.ts'
import { looksLikeFeed, readAddress } from './address.ts'
import { createCache, type Group } from './cache.ts'
import { directoryOf, resolve, type Directory } from './directory.ts'
import { titleOf, type Place } from './present.ts'
import { createRenderer, type Rendered, type Source } from './render.ts'
import {
  changesIn,
  countEvents,
  findFaces,
  findNamedThings,
  findSelection,
  findSlots,
  lastChange,
  lastRevisions,
  saveSelection,
  type Count,
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
