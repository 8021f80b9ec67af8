import type { Language } from '#shared/contract/kinds.ts'
import { searchBounds, searchQuery } from '#shared/contract/search.ts'
import { toDoDays } from '#shared/contract/to-do.ts'
import { localDayAt } from '#shared/time/place.ts'
import { warsaw } from '#shared/time/when.ts'
import { hasSomewhere, reachOf, type Actor, type Reach } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import { readPlan } from '../sessions/service.ts'
import { knowsAllOf, knowsNothingOf } from '../sessions/rules.ts'
import { isForSeries } from '../sign-ups/rules.ts'
import { findOpening } from '../venues/repository.ts'
import { doubleBookings } from './double-booking.ts'
import { mention, mentionOnlyTime, presentFound, toItem, type Found, type Mentioned, type ToDo } from './present.ts'
import {
  findByWords,
  findComing,
  findComingDiscreetIn,
  findHeld,
  findInReach,
  findPlanned,
  findRushed,
  type ComingRow,
  type HeldRow,
  type Span,
} from './repository.ts'
import { cohortsOf, hasNoHost, hasNoRoom, hostOf, isClosed, isOfUnknownEntrance, lookAhead, takingOf } from './rules.ts'
import { holdsWords, readSearch } from './search-words.ts'
import { lackingAt } from './volunteers-service.ts'

/** What needs the hand of whoever asks, in at most eight statements; one more where many signed up at once, two where somebody volunteers. */
export async function readToDo(database: Database, actor: Actor, language: Language, now: Date): Promise<ToDo> {
  const [see, sensitive] = [reachOf(actor, 'see'), reachOf(actor, 'see-sensitive')]
  const span = lookAhead(now)
  const coming = await findComing(database, span, see)
  const told = mention(await knownOf(database, span, see, sensitive), language)
  const beside = await heldBeside(database, span, coming)
  const opening = await findOpening(database.prisma, spotsOf(coming), span)
  const twice = (people: (row: HeldRow) => readonly string[]) => bookedTwice(coming, beside, people, told)
  const asSession = (row: ComingRow) => ({ session: told(row) })
  const lacking = await lackingAt(database, actor, coming, lookAhead(now, toDoDays.shifts).to)
  const draftsUntil = lookAhead(now, toDoDays.drafts).to
  return {
    items: [
      ...toItem('rush', await rushedOf(database, actor, coming, now), asSession),
      ...toItem(
        'host-twice',
        twice((row) => idsOf(hostOf(row))),
        (pair) => pair,
      ),
      ...toItem('cohort-twice', twice(cohortsOf), (pair) => pair),
      ...toItem(
        'closed',
        coming.filter((row) => isClosed(row, opening)),
        asSession,
      ),
      ...toItem('volunteer-papers', lacking.papers, asSession),
      ...toItem('shift-short', lacking.short, asSession),
      ...toItem(
        'draft-soon',
        coming.filter(({ activity, startsAt }) => activity.status === 'DRAFT' && startsAt < draftsUntil),
        asSession,
      ),
      ...toItem('no-host', coming.filter(hasNoHost), asSession),
      ...toItem('no-room', coming.filter(hasNoRoom), asSession),
      ...toItem('volunteer-line', lacking.line, asSession),
      ...toItem('venue-unknown', unknownVenues(coming, see), (venue) => ({ venue })),
    ],
  }
}

/** Of a course its next meeting. Who doesn't plan it can do nothing about it. */
async function rushedOf(
  database: Database,
  actor: Actor,
  coming: readonly ComingRow[],
  now: Date,
): Promise<readonly ComingRow[]> {
  if (!hasSomewhere(actor, 'plan')) return []
  const ids = await findRushed(database, idsOfRows(coming), now)
  const planned = ids.length === 0 ? new Set() : await findPlanned(database, ids, reachOf(actor, 'plan'))
  const found = coming.filter(({ id }) => planned.has(id))
  const isNext = (row: ComingRow) =>
    !isWholeCourse(row) || found.find((one) => isWholeCourse(one) && one.activity.series.id === row.activity.series.id) === row
  return found.filter(isNext)
}

const idsOfRows = (rows: readonly ComingRow[]): readonly string[] => rows.map(({ id }) => id)
const isWholeCourse = ({ activity }: ComingRow): boolean => isForSeries(activity.enrolment)

/** Pairs of sessions that take the same people at once, at least one of them the reader's; of the other, if it isn't, only the time. */
function bookedTwice(
  coming: readonly ComingRow[],
  beside: readonly HeldRow[],
  people: (row: HeldRow) => readonly string[],
  told: (row: ComingRow) => Mentioned,
): readonly { readonly session: Mentioned; readonly other: Mentioned }[] {
  const own = new Map(coming.map((row) => [row.id, row]))
  const mentions = new Map([
    ...beside.map((row) => [row.id, mentionOnlyTime(row)] as const),
    ...coming.map((row) => [row.id, told(row)] as const),
  ])
  const all = [...coming, ...beside.filter(({ id }) => !own.has(id))]
  return doubleBookings(all.map((row) => takingOf(row, people(row)))).flatMap((pair) => {
    const [mine, theirs] = own.has(pair.first) ? [pair.first, pair.second] : [pair.second, pair.first]
    const [session, other] = [mentions.get(mine), mentions.get(theirs)]
    return session && other && own.has(mine) ? [{ session, other }] : []
  })
}

async function knownOf(database: Database, span: Span, see: Reach, sensitive: Reach): Promise<(id: string) => boolean> {
  if (knowsAllOf(see, sensitive)) return () => true
  if (knowsNothingOf(sensitive)) return () => false
  const known = await findComingDiscreetIn(database, span, sensitive)
  return (id) => known.has(id)
}

async function heldBeside(database: Database, span: Span, coming: readonly ComingRow[]): Promise<readonly HeldRow[]> {
  const unique = (ids: readonly (string | null)[]) => [...new Set(ids.flatMap(idsOf))]
  const hosts = unique(coming.map(hostOf))
  const editions = unique(coming.map(({ activity }) => activity.series.editionId))
  const groups = unique(coming.map(({ activity }) => activity.series.groupId))
  return hosts.length + editions.length + groups.length === 0 ? [] : findHeld(database, span, { hosts, editions, groups })
}

const idsOf = (id: string | null): readonly string[] => (id === null ? [] : [id])

const spotsOf = (coming: readonly ComingRow[]) =>
  coming.flatMap(({ venueId, roomId }) => (venueId === null ? [] : [{ venueId, roomId }]))

/** Each once, those that are needed first in front. */
function unknownVenues(coming: readonly ComingRow[], see: Reach) {
  const venues = coming
    .filter(isOfUnknownEntrance)
    .flatMap(({ venue }) => (venue ? [{ id: opens(venue, see) ? venue.id : null, slug: venue.slug, name: venue.name }] : []))
  return [...new Map(venues.map((venue) => [venue.slug, venue])).values()]
}

/**
 * What somebody looks for, by name and, for sessions, by day.
 *
 * @param asked - the parameters as they stand in the address
 * @throws {ZodError} naming each that is wrong
 */
export async function search(database: Database, actor: Actor, asked: unknown, now: Date): Promise<Found> {
  const { q, lang } = searchQuery.parse(asked)
  const { day, words } = readSearch(q, localDayAt(now.getTime(), warsaw))
  const reaches = {
    see: reachOf(actor, 'see'),
    sensitive: reachOf(actor, 'see-sensitive'),
    administer: reachOf(actor, 'administer'),
  }
  const sessions = day === null ? [] : await sessionsOf(database, actor, { day, words, lang })
  const enoughForPeople = words.join('').length >= searchBounds.lettersForPeople && !knowsNothingOf(reaches.administer)
  const candidates = await findByWords(database, words, enoughForPeople)
  const nothing = { series: [], clubs: [], programs: [], venues: [], people: [] }
  const named = words.length === 0 ? nothing : await findInReach(database, candidates, reaches, searchBounds.rows)
  return presentFound(named, sessions, lang)
}

const opens = ({ organisationId }: { readonly organisationId: string | null }, { everywhere, organisations }: Reach): boolean =>
  everywhere || organisationId === null || organisations.includes(organisationId)

type OfDay = { readonly day: string; readonly words: readonly string[]; readonly lang: Language }

/** Words are looked for in what the reader is shown: the true title of a discreet session is found only by those who may know it. */
async function sessionsOf(database: Database, actor: Actor, { day, words, lang }: OfDay): Promise<Found['sessions']> {
  const { sessions, venues } = await readPlan(database, actor, { from: day, to: day, lang })
  const nameOf = new Map(venues.map(({ slug, name }) => [slug, name]))
  return sessions
    .filter(({ title }) => holdsWords(title.text, words))
    .slice(0, searchBounds.rows)
    .map((session) => ({ ...session, venueName: session.venue === null ? null : (nameOf.get(session.venue) ?? null) }))
}
