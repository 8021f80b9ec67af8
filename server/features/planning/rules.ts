import type { ScheduleError } from '#shared/schedule/error.ts'
import { expand, type Skipped } from '#shared/schedule/expand.ts'
import type { Schedule } from '#shared/schedule/schedule.ts'
import { instantsOf, placeSpan } from '#shared/time/place.ts'
import type { LocalDay, WallSpan, When } from '#shared/time/when.ts'
import { AppError } from '../../errors.ts'
import type { Dated } from './reconcile.ts'

/** The schedule is well-formed, but can't be (mechanics 32). The words for organisers hang on `fault`. */
export class ImpossibleScheduleError extends AppError {
  readonly code = 'impossible-schedule'
  readonly status = 422
  constructor(error: ScheduleError) {
    const { fault, place, value, expected } = error
    super(error.message, { fault, place, value, expected }, { cause: error })
  }
}

/** Nothing is planned, moved or restored into the past. */
export class InThePastError extends AppError {
  readonly code = 'in-the-past'
  readonly status = 422
  constructor(start: string) {
    super(`${start} is over: a session can only be planned for a time to come`, { start })
  }
}

/** What began is history: it can be noted, but not planned any more. */
export class SessionOverError extends AppError {
  readonly code = 'session-over'
  readonly status = 409
  constructor(sessionId: string, start: string) {
    super(`session ${sessionId} began at ${start}, so it can't be changed any more`, { sessionId, start })
  }
}

export type RoomConflict = {
  readonly sessionId: string
  readonly start: string
  readonly room: string
  /** The session that holds the room. */
  readonly other: { readonly sessionId: string; readonly title: string; readonly start: string; readonly end: string }
}

export class RoomTakenError extends AppError {
  readonly code = 'room-taken'
  readonly status = 409
  constructor(conflicts: readonly RoomConflict[]) {
    const [first] = conflicts
    const holder = first ? `: ${first.room} holds "${first.other.title}" from ${first.other.start} to ${first.other.end}` : ''
    super(`the room is taken${holder}`, { conflicts })
  }
}

/** A part of an edit that can't be taken back, with the reason. */
export type Left = {
  readonly id: string
  readonly reason: 'changed-since' | 'has-people' | 'began' | 'room-taken'
  readonly fields: readonly string[]
}

export class UndoConflictError extends AppError {
  readonly code = 'undo-conflict'
  readonly status = 409
  constructor(left: readonly Left[]) {
    super('some of it was changed since: it can be taken back without those parts', { left })
  }
}

/** What a schedule gives for matching: its dates, those taken out included, and the dates skipped by rule. */
export function datesOf(
  schedule: Schedule,
  programEnd: LocalDay | null,
): { readonly occurrences: readonly Dated[]; readonly skipped: readonly Skipped[] } {
  const { occurrences, skipped } = expand(schedule.kind === 'rule' ? { ...schedule, excluded: [] } : schedule, programEnd)
  const dated = occurrences.map((date) => ({ ...date, startMs: instantsOf(date.when, schedule.zone).startMs }))
  return { occurrences: dated, skipped }
}

/** A room's times around its sessions. */
export type RoomTimes = { readonly setupMinutes: number; readonly clearMinutes: number }

/** The columns that say when a session is; the only place that knows how they hang together. */
export type WhenColumns = {
  readonly whenKind: 'TIMED' | 'ALL_DAY'
  readonly wallStart: string
  readonly wallEnd: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly occupiedFrom: Date
  readonly occupiedTo: Date
}

export function whenColumns(when: When, zone: string, room: RoomTimes | null): WhenColumns {
  const { startMs, endMs } = instantsOf(when, zone)
  const { setupMinutes = 0, clearMinutes = 0 } = room ?? {}
  return {
    whenKind: when.kind === 'timed' ? 'TIMED' : 'ALL_DAY',
    wallStart: when.kind === 'timed' ? when.start : when.firstDay,
    wallEnd: when.kind === 'timed' ? when.end : when.lastDay,
    startsAt: new Date(startMs),
    endsAt: new Date(endMs),
    occupiedFrom: new Date(startMs - setupMinutes * 60_000),
    occupiedTo: new Date(endMs + clearMinutes * 60_000),
  }
}

/** Back from the columns, with the instants as they are stored: where a zone has changed since, they differ from newly derived ones. */
export function whenOf(
  columns: Pick<WhenColumns, 'whenKind' | 'wallStart' | 'wallEnd' | 'startsAt' | 'endsAt'>,
  zone: string,
): When {
  const { whenKind, wallStart, wallEnd, startsAt, endsAt } = columns
  if (whenKind === 'ALL_DAY') return { kind: 'all-day', firstDay: wallStart, lastDay: wallEnd }
  return { kind: 'timed', start: wallStart, end: wallEnd, zone, startMs: startsAt.getTime(), endMs: endsAt.getTime() }
}

/** A typed span on the time line, refused when it isn't to come. */
export function placeAhead(span: WallSpan, zone: string, now: Date): When {
  const when = placeSpan(span, zone)
  if (instantsOf(when, zone).startMs <= now.getTime())
    throw new InThePastError(span.kind === 'timed' ? span.start : span.firstDay)
  return when
}
