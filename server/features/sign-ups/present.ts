import { needKinds, type Language } from '#shared/contract/kinds.ts'
import type { ManageView, SeatsView } from '#shared/contract/public.ts'
import { textIn, titleIn } from '../../db/columns.ts'
import type { Missing } from '../shifts/rules.ts'
import type { SessionRow } from '../sessions/repository.ts'
import type { MeetingRow } from './absence-repository.ts'
import { placesOfRow, type AlternativeRow, type Facts, type Seats, type SignUpRow } from './repository.ts'
import type { OwnShiftRow } from './shift-seats-service.ts'
import { slotOf, viewOfSlot, type Slot } from './slots.ts'
import {
  aboutOf,
  conditionsOf,
  mostChildren,
  mostPeople,
  openPlaces,
  openSeats,
  standingOf,
  undoGives,
  undoUntil,
  windowOf,
  type Places,
} from './rules.ts'

type SeatsAround = {
  readonly alternatives: readonly AlternativeRow[]
  /** Where there is care, when there is none here. */
  readonly withCare: readonly AlternativeRow[]
  readonly home: readonly string[]
  /** Free times; null: one has no time of one's own. */
  readonly slots: readonly Slot[] | null
}

/** How many seats there are, and never whose. Of a discreet session only whether there are any (mechanics 24). */
export function presentSeats(
  facts: Facts,
  counted: Seats,
  { alternatives, withCare, home, slots }: SeatsAround,
  language: Language,
  now: Date,
): SeatsView {
  const { capacity, discreet, enrolment } = facts
  const free = openSeats(facts, counted)
  const standing = standingOf(facts, now)
  const { opensAt, closesAt } = windowOf(facts)
  const elsewhere = standing === 'elsewhere'
  return {
    standing,
    for: elsewhere ? null : aboutOf(enrolment),
    opensAt: opensAt && opensAt > now ? opensAt.toISOString() : null,
    closesAt: facts.closesMinutesBefore === null || elsewhere || enrolment === 'MEMBERSHIP' ? null : closesAt.toISOString(),
    // What is kept back is none of the free ones that people here read of.
    seats:
      capacity === null || discreet || elsewhere
        ? null
        : { capacity, taken: Math.max(counted.taken, capacity - Math.max(free, 0)) },
    free: slots ? slots.length > 0 : free > 0,
    slots: slots && !elsewhere ? slots.map((slot) => viewOfSlot(facts.wallStart, slot)) : null,
    waiting: discreet || elsewhere || slots ? null : counted.waiting > 0,
    largestParty: mostPeople(facts.largestParty),
    care: elsewhere
      ? null
      : careOf(
          facts,
          counted,
          withCare.map((one) => seatsAlternative(one, language)),
        ),
    asks: elsewhere ? null : asksOf(facts, home),
    alternatives: elsewhere ? [] : alternatives.map((one) => seatsAlternative(one, language)),
  }
}

/** Of care a number could tell whose children come: only whether there are seats. */
function careOf(facts: Facts, counted: Seats, instead: SeatsView['alternatives']): SeatsView['care'] {
  const most = mostChildren(facts, { byStaff: false })
  return most === 0 ? null : { most, free: !lacksCare(facts, counted), instead }
}

/** Whether care is offered in public, and all of it is taken. */
export const lacksCare = (facts: Facts, counted: Seats): boolean =>
  mostChildren(facts, { byStaff: false }) > 0 && openPlaces(facts, counted).care <= 0

const seatsAlternative = ({ id, title, wallStart, place }: AlternativeRow, language: Language) => ({
  id,
  title: titleIn(title, language),
  start: wallStart,
  place,
})

export const presentAlternative = (row: AlternativeRow, language: Language) => ({
  ...seatsAlternative(row, language),
  slot: null,
})

function asksOf(facts: Facts, home: readonly string[]): SeatsView['asks'] {
  const { asked, byStaff } = conditionsOf(facts)
  if (asked.length === 0 && !byStaff) return null
  return {
    age: asked.includes('age') ? { from: facts.ageFrom, to: facts.ageTo } : null,
    home,
    audiences: asked.includes('audience') ? facts.audiences : [],
    byStaff,
  }
}

type Around = {
  readonly session: SessionRow
  readonly free: Places
  readonly facts: Facts
  /** Of a course or a club: what is to come. */
  readonly meetings: readonly MeetingRow[]
  /** Of a volunteer. */
  readonly shift: OwnShiftRow | null
  /** False: somebody else has the time that was given back. */
  readonly mayUndo: boolean
}

const outcomes = { CONFIRMED: 'confirmed', OFFERED: 'offered', WAITLISTED: 'waiting', WITHDRAWN: 'withdrawn' } as const

/** What whoever holds the link sees: their own sign-up, under the session's public title. */
export function presentManaged(
  row: SignUpRow,
  { session, free, facts, meetings, shift, mayUndo }: Around,
  language: Language,
  now: Date,
): ManageView {
  const { activity, title } = session
  // What was a course may have become a club, and what was either may be signed up to by session now: the sign-up stays for all of it.
  const slot = slotOf(row)
  const own = shift ?? (slot && viewOfSlot(session.wallStart, slot))
  const about = row.seriesId === null ? (slot ? 'appointment' : 'session') : facts.enrolment === 'MEMBERSHIP' ? 'club' : 'course'
  const attending = row.party.some(({ personId }) => personId === row.personId)
  const mostCare = shift ? 0 : mostChildren(facts, { byStaff: false })
  const isLapsed = row.offeredUntil !== null && row.offeredUntil <= now && row.status !== 'CONFIRMED'
  return {
    outcome: isLapsed ? 'withdrawn' : outcomes[row.status],
    code: row.code,
    for: about,
    sessionId: session.id,
    title: activity.isDiscreet
      ? titleIn(activity.discreetTitle, language)
      : row.seriesId !== null
        ? titleIn(activity.series.title, language)
        : (textIn(title, language) ?? titleIn(activity.title, language)),
    start: own?.start ?? session.wallStart,
    end: own?.end ?? session.wallEnd,
    cancelled: session.cancelledAt !== null || facts.cancelled,
    started: facts.startsAt <= now && about !== 'club',
    shift: shift && presentOwnShift(row, shift, language),
    sample: activity.series.isSample,
    name: row.person.name,
    attending,
    others: row.party
      .filter(({ personId }) => personId !== row.personId)
      .map(({ person }) => ({ name: person.name, child: person.guardianId !== null })),
    care:
      row.careChildren > 0 || mostCare > 0 ? { children: row.careChildren, most: Math.max(mostCare, row.careChildren) } : null,
    needs: presentNeeds(row),
    meetings: [...meetings],
    offer: offerOf(row, facts.startsAt, now),
    lapsed: isLapsed,
    undo: mayUndo ? undoOf(row, free, facts.startsAt, now) : null,
  }
}

/** Whom nobody has told yet reads it here first: from now on they have all the hours, at least. */
function offerOf({ status, offerHours, offeredUntil }: SignUpRow, startsAt: Date, now: Date): ManageView['offer'] {
  if (status !== 'OFFERED' || offerHours === null || (offeredUntil !== null && offeredUntil <= now)) return null
  const until = offeredUntil ?? new Date(now.getTime() + offerHours * 3_600_000)
  return { until: (until < startsAt ? until : startsAt).toISOString() }
}

export const presentNeeds = (row: Pick<SignUpRow, 'needKinds' | 'needs'>): ManageView['needs'] => ({
  kinds: needKinds.filter((kind) => row.needKinds.includes(kind)),
  words: row.needs ?? '',
})

/** What a volunteer's request waits for; null: for nothing. */
export const waitsForOf = (row: Pick<SignUpRow, 'status' | 'standsInForId'>, missing: readonly Missing[]) =>
  row.status !== 'WAITLISTED' ? null : missing.length > 0 ? 'check' : row.standsInForId === null ? 'place' : 'approval'

const presentOwnShift = (row: SignUpRow, { name, missing }: OwnShiftRow, language: Language): ManageView['shift'] => ({
  name: titleIn(name, language),
  waitsFor: waitsForOf(row, missing),
  missing,
  standIn: row.standInSince === null || row.status !== 'CONFIRMED' ? 'none' : row.standIns.length > 0 ? 'found' : 'wanted',
})

function undoOf(row: SignUpRow, free: Places, startsAt: Date, now: Date): ManageView['undo'] {
  const { withdrawnAt, withdrawnFrom, waveId } = row
  if (withdrawnAt === null || withdrawnFrom === null || waveId !== null) return null
  const until = undoUntil(withdrawnAt, startsAt)
  return until <= now ? null : { until: until.toISOString(), gives: undoGives(withdrawnFrom, placesOfRow(row), free) }
}
