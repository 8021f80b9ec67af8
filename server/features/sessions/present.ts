import type { Answer } from '#shared/contract/answer.ts'
import type { Language } from '#shared/contract/kinds.ts'
import type { planAnswer, planChoices, plannedSession } from '#shared/contract/plan.ts'
import type { DiscreetSessionView, SessionAnswer, SessionView } from '#shared/contract/public.ts'
import { firstDayOf, warsaw, type When } from '#shared/time/when.ts'
import { textIn, titleIn } from '../../db/columns.ts'
import { presentActivity } from '../activities/present.ts'
import { distinctLinks, toLink } from '../organisations/present.ts'
import { paying } from '../programs/rules.ts'
import { presentFunding } from '../projects/present.ts'
import { presentVenue } from '../venues/present.ts'
import type { PlanChoiceRows, PlannedRow, SessionRow } from './repository.ts'

type Place = SessionView['place']

/** What residents see of a session: everything, or the neutral face of a discreet one. */
export function presentSession(row: SessionRow, place: Place, language: Language, now: Date): SessionAnswer {
  const { id, activity, endsAt } = row
  const always = {
    id,
    when: whenOf(row),
    city: activity.series.program.municipality,
    ended: endsAt <= now,
    sample: activity.series.isSample,
  }
  return activity.isDiscreet
    ? { ...always, ...neutralFace(row, language) }
    : { ...always, ...fullFace(row, language), place: row.cancelledAt ? null : place }
}

type Always = 'id' | 'when' | 'city' | 'ended' | 'sample'

/** Mechanics 24: no kind, place, program, club, fund or reason, which could tell what it is about. */
function neutralFace(row: SessionRow, language: Language): Omit<DiscreetSessionView, Always> {
  const { cancelledAt, movedAt, movedFrom } = row
  return {
    discreet: true,
    title: titleIn(row.activity.discreetTitle, language),
    cancelled: cancelledAt && { at: cancelledAt.toISOString() },
    moved: movedAt && movedFrom !== null ? { at: movedAt.toISOString(), from: movedFrom } : null,
  }
}

function fullFace(row: SessionRow, language: Language): Omit<SessionView, Always | 'place'> {
  const { activity, venue } = row
  const { series } = activity
  return {
    discreet: false,
    series: { slug: series.slug, name: titleIn(series.title, language).text },
    activity: presentOverridden(row, language),
    note: textIn(row.note, language),
    venue: venue && presentVenue(venue, language),
    room: row.room?.name ?? null,
    district: venue ? venue.district : (activity.district ?? series.club?.district ?? null),
    program: toLink(series.program),
    club: series.club && toLink(series.club),
    cancelled: cancellation(row, language),
    moved: move(row, language),
    funding: presentFunding(paying(series.program.funding, firstDayOf(whenOf(row))), language),
  }
}

/** The activity with what was set for this session alone. */
function presentOverridden({ activity, title, host, overrides }: SessionRow, language: Language): SessionView['activity'] {
  const view = presentActivity(activity, language)
  return {
    ...view,
    title: textIn(title, language) ?? view.title,
    host: overrides.includes('host') ? host : view.host,
  }
}

function whenOf({ whenKind, wallStart, wallEnd, startsAt, endsAt }: SessionRow): When {
  if (whenKind === 'ALL_DAY') return { kind: 'all-day', firstDay: wallStart, lastDay: wallEnd }
  const [startMs, endMs] = [startsAt.getTime(), endsAt.getTime()]
  return { kind: 'timed', start: wallStart, end: wallEnd, zone: warsaw, startMs, endMs }
}

function cancellation(row: SessionRow, language: Language): SessionView['cancelled'] {
  if (!row.cancelledAt) return null
  return {
    at: row.cancelledAt.toISOString(),
    reason: textIn(row.cancelReason, language),
    instead: linkInstead(row.instead, language) ?? textIn(row.insteadText, language),
  }
}

/** The session that takes its place, if residents may see that one. */
function linkInstead(instead: SessionRow['instead'], language: Language) {
  if (!instead || instead.removedAt || instead.activity.status !== 'PUBLISHED' || instead.activity.isDiscreet) return null
  const { slug, title } = instead.activity.series
  return { id: instead.id, slug, name: titleIn(title, language).text }
}

function move({ movedAt, movedFrom, moveReason }: SessionRow, language: Language): SessionView['moved'] {
  if (!movedAt || movedFrom === null) return null
  return { at: movedAt.toISOString(), from: movedFrom, reason: textIn(moveReason, language) }
}

type PlannedSession = Answer<typeof plannedSession>
export type Plan = Answer<typeof planAnswer>

/** What an organiser sees of some days. A discreet session that isn't the reader's business has a neutral title, its time and its room. */
export function presentPlan(rows: readonly PlannedRow[], isKnown: (id: string) => boolean, language: Language): Plan {
  const sessions = rows.map((row) => {
    const hidden = row.activity.isDiscreet && !isKnown(row.id)
    return { row, hidden, session: hidden ? neutral(row, language) : whole(row, language) }
  })
  const told = sessions.flatMap(({ row, hidden }) => (hidden ? [] : [row.activity.series]))
  return {
    sessions: sessions.map(({ session }) => session),
    venues: distinctLinks(rows.flatMap(({ venue }) => venue ?? [])),
    rooms: roomsOf(rows),
    programs: distinctLinks(told.map(({ program }) => program)),
    clubs: distinctLinks(told.flatMap(({ club }) => club ?? [])),
  }
}

type Told = 'title' | 'series' | 'kind' | 'enrolment' | 'host' | 'capacity' | 'program' | 'club'

function timeAndPlace(row: PlannedRow): Omit<PlannedSession, Told> {
  const { id, whenKind, wallStart, wallEnd, status, movedFrom, venue, roomId, activity } = row
  return {
    id,
    when:
      whenKind === 'ALL_DAY'
        ? { kind: 'all-day', firstDay: wallStart, lastDay: wallEnd }
        : { kind: 'timed', start: wallStart, end: wallEnd },
    draft: activity.status === 'DRAFT',
    cancelled: status === 'CANCELLED',
    moved: movedFrom !== null,
    discreet: activity.isDiscreet,
    sample: activity.series.isSample,
    venue: venue?.slug ?? null,
    room: roomId,
  }
}

function whole(row: PlannedRow, language: Language): PlannedSession {
  const { activity, overrides } = row
  const { series } = activity
  const one = overrides.includes('host') ? row : activity
  return {
    ...timeAndPlace(row),
    title: textIn(row.title, language) ?? titleIn(activity.title, language),
    series: series.slug,
    kind: activity.kind,
    enrolment: activity.enrolment,
    host: one.host ?? one.hostAccount?.name ?? null,
    capacity: activity.capacity,
    program: series.program.slug,
    club: series.club?.slug ?? null,
  }
}

function neutral(row: PlannedRow, language: Language): PlannedSession {
  const nothing = { series: null, kind: null, enrolment: null, host: null, capacity: null, program: null, club: null }
  return { ...timeAndPlace(row), ...nothing, title: titleIn(row.activity.discreetTitle, language) }
}

function roomsOf(rows: readonly PlannedRow[]): Plan['rooms'] {
  const rooms = rows.flatMap(({ room, venue }) => (room && venue ? [{ ...room, venue: venue.slug }] : []))
  return [...new Map(rooms.map((room) => [room.id, room])).values()].toSorted((one, other) =>
    one.name.localeCompare(other.name, 'pl'),
  )
}

export function presentChoices({ programs, clubs, venues, hosts }: PlanChoiceRows): Answer<typeof planChoices> {
  return {
    programs: [...programs],
    clubs: clubs.map(({ program, ...club }) => ({ ...club, program: program.slug })),
    venues: venues.map(({ rooms, ...venue }) => ({ ...toLink(venue), rooms })),
    hosts: [...hosts],
  }
}
