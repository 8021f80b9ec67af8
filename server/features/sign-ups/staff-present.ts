import type { ComingMeeting, ListedSignUp, Offer } from '#shared/contract/desk.ts'
import type { Language } from '#shared/contract/kinds.ts'
import type { Text } from '#shared/contract/public.ts'
import { textIn, titleIn } from '../../db/columns.ts'
import { shiftSpan } from '../shifts/rules.ts'
import { presentNeeds } from './present.ts'
import type { ComingRow, ListedRow, PersonRow, PlaceRow } from './staff-repository.ts'
import { isWithin, slotOf, viewOfSlot, type Slot } from './slots.ts'
import { placesOfRow } from './repository.ts'
import { aboutOf, mostChildren, undoGives, undoUntil, type Places } from './rules.ts'

export const titleOf = ({ title, activity }: PlaceRow, language: Language, course: boolean): Text =>
  course ? titleIn(activity.series.title, language) : (textIn(title, language) ?? titleIn(activity.title, language))

const statuses = { CONFIRMED: 'confirmed', OFFERED: 'offered', WAITLISTED: 'waiting', WITHDRAWN: 'withdrawn' } as const
const sources = { WEB: 'web', PHONE: 'phone', DESK: 'desk', DOOR: 'door' } as const

type Around = {
  readonly meeting: Pick<PlaceRow, 'wallStart' | 'wallEnd'>
  readonly free: Places
  readonly startsAt: Date
  readonly now: Date
  readonly plans: boolean
}

/** A list as it is read: seats first, then the queue with its places, then who withdrew. */
export function presentList(rows: readonly ListedRow[], around: Around): readonly ListedSignUp[] {
  const waiting = rows.filter(({ status }) => statuses[status] === 'waiting')
  const order = ['confirmed', 'offered', 'waiting', 'withdrawn']
  return rows
    .map((row) => presentListed(row, waiting.indexOf(row), around))
    .toSorted(
      (one, other) =>
        order.indexOf(one.status) - order.indexOf(other.status) || (one.slot?.start ?? '').localeCompare(other.slot?.start ?? ''),
    )
}

function presentListed(row: ListedRow, queue: number, { meeting, free, startsAt, now, plans }: Around): ListedSignUp {
  const slot = slotOf(row)
  const { withdrawnAt, withdrawnFrom } = row
  const until = withdrawnAt && row.waveId === null ? undoUntil(withdrawnAt, startsAt) : null
  const gives = withdrawnFrom && undoGives(withdrawnFrom, placesOfRow(row), free)
  return {
    id: row.id,
    name: row.person.name,
    contact: plans ? (row.person.phone ?? row.person.email) : null,
    status: statuses[row.status],
    offeredUntil: row.status === 'OFFERED' ? (row.offeredUntil?.toISOString() ?? null) : null,
    place: queue < 0 ? null : queue + 1,
    seats: row.seats,
    attending: row.party.some(({ personId }) => personId === row.personId),
    others: row.party
      .filter(({ personId }) => personId !== row.personId)
      .map(({ person }) => ({ name: person.name, child: person.guardianId !== null })),
    care: row.careChildren,
    away: row.absences.length > 0,
    slot: slot && { ...viewOfSlot(meeting.wallStart, slot), outside: !isWithin(meeting, slot) },
    needs: plans && (row.needKinds.length > 0 || row.needs !== null) ? presentNeeds(row) : null,
    fits:
      row.fits === null || row.fitsNotedAt === null
        ? null
        : { yes: row.fits, by: row.fitsNotedBy?.name ?? '', at: row.fitsNotedAt.toISOString() },
    source: sources[row.source],
    recordedBy: row.recordedBy?.name ?? null,
    at: row.createdAt.toISOString(),
    undo: until && gives && until > now ? { until: until.toISOString(), gives } : null,
  }
}

/** `••• 123` or `ha•••@example.pl`: tells two people apart and tells nobody a number. */
export function hintOf({ email, phone }: Pick<PersonRow, 'email' | 'phone'>): string | null {
  if (phone !== null) return `••• ${phone.slice(-3)}`
  return email === null ? null : email.replace(/^(.{1,2})[^@]*/, '$1•••')
}

const steps = { YES: 'yes', NO: 'no', UNKNOWN: 'unknown', PARTLY: 'unknown' } as const

/** Whether one gets in without stairs: what the session says of itself, else the building and the room together. */
function stepFreeOf({ activity, venue, room }: PlaceRow): Offer['stepFree'] {
  if (activity.stepFree !== 'UNKNOWN') return steps[activity.stepFree]
  const known = [venue?.accessibility[0]?.value ?? 'UNKNOWN', ...(room ? [room.stepFree] : [])].map((value) => steps[value])
  return known.includes('no') ? 'no' : known.includes('unknown') ? 'unknown' : 'yes'
}

/** @param slots - by appointment: the free times */
export function presentOffer(row: PlaceRow, taken: Places, slots: readonly Slot[], language: Language): Offer {
  const about = aboutOf(row.activity.enrolment)
  const careSeats = row.activity.careSeats ?? 0
  const most = mostChildren({ careSeats, discreet: row.activity.isDiscreet }, { byStaff: true })
  return {
    session: row.id,
    title: titleOf(row, language, about !== 'session'),
    start: row.wallStart,
    end: row.wallEnd,
    venue: row.venue?.name ?? null,
    district: row.venue?.district?.name ?? row.activity.district?.name ?? null,
    stepFree: stepFreeOf(row),
    slots: about === 'appointment' ? slots.map((slot) => viewOfSlot(row.wallStart, slot)) : null,
    free:
      about === 'appointment'
        ? slots.length
        : row.activity.capacity === null
          ? null
          : Math.max(row.activity.capacity - taken.seats, 0),
    care: most === 0 ? null : { most, free: Math.max(careSeats - taken.care, 0) },
    for: about,
    discreet: row.activity.isDiscreet,
  }
}

/** One meeting of a sign-up: its session, or one of its course. */
export function presentComing(signUp: ComingRow, place: PlaceRow, language: Language): ComingMeeting {
  const [slot, shift] = [slotOf(signUp), signUp.shift]
  const whole = { start: place.wallStart, end: place.wallEnd }
  const { start, end } = shift ? shiftSpan(place.wallStart, shift) : slot ? viewOfSlot(place.wallStart, slot) : whole
  return {
    signUp: signUp.id,
    session: place.id,
    title: titleOf(place, language, false),
    start,
    end,
    venue: place.venue?.name ?? null,
    address: place.venue?.address ?? null,
    status: signUp.status === 'CONFIRMED' ? 'confirmed' : signUp.status === 'OFFERED' ? 'offered' : 'waiting',
    course: signUp.seriesId !== null,
    appointment: slot !== null,
    shift: shift && titleIn(shift.name, language),
    away: signUp.absences.some(({ sessionId, day }) => sessionId === place.id && place.wallStart.startsWith(day)),
    cancelled: place.status === 'CANCELLED',
    code: signUp.code,
    people: signUp.party.map(({ person }) => person.name),
    care: signUp.careChildren,
    untold: signUp.notices.some(({ sessionId }) => sessionId === null || sessionId === place.id),
    discreet: place.activity.isDiscreet,
  }
}
