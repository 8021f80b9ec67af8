import { checkSchedule, checkSpan } from '#shared/schedule/check.ts'
import { ScheduleError } from '#shared/schedule/error.ts'
import { expand, type Skipped } from '#shared/schedule/expand.ts'
import type { Schedule } from '#shared/schedule/schedule.ts'
import { instantsOf, placeSpan } from '#shared/time/place.ts'
import { startOf, type LocalDay, type WallSpan, type When } from '#shared/time/when.ts'
import { AppError, ImpossibleValueError } from '../../errors.ts'
import { issueOf } from '../organisations/rules.ts'
import type { Left, RoomConflict, SoftConflict } from './impact.ts'
import type { Dated } from './reconcile.ts'

/** What an editor sees of the thing that was edited meanwhile, with its version; the same names as in what is sent. */
export type Version = Readonly<Record<string, unknown>> & { readonly version: number }

/** The schedule is well-formed, but can't be (mechanics 32). The words for organisers hang on `fault`, the place in the form on the issue's name. */
export class ImpossibleScheduleError extends AppError {
  readonly code = 'impossible-schedule'
  readonly status = 422
  constructor(error: ScheduleError, name: string) {
    const { fault, place, value, expected } = error
    const issues = [{ name, value, expected, code: fault }]
    super(error.message, { fault, place, value, expected, issues }, { cause: error })
  }
}

/** Nothing is planned, moved or restored into the past. */
export class InThePastError extends AppError {
  readonly code = 'in-the-past'
  readonly status = 422
  constructor(start: string, name: string) {
    const issues = [{ name, value: start, expected: 'a time to come', code: 'in-the-past' }]
    super(`${start} is over: a session can only be planned for a time to come`, { start, issues })
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

export class RoomTakenError extends AppError {
  readonly code = 'room-taken'
  readonly status = 409
  constructor(conflicts: readonly RoomConflict[]) {
    const [first] = conflicts
    const holder = first
      ? `: ${first.room} holds ${first.other.title ? `"${first.other.title.pl}"` : 'something'} from ${first.other.start} to ${first.other.end}`
      : ''
    super(`the room is taken${holder}`, { conflicts })
  }
}

/** It can be saved, once somebody said that it is meant so. */
export class SoftConflictsError extends AppError {
  readonly code = 'soft-conflicts'
  readonly status = 409
  constructor(conflicts: readonly SoftConflict[]) {
    super('something speaks against it: send the ids of the conflicts in "confirm" to save it all the same', { conflicts })
  }
}

export class UndoConflictError extends AppError {
  readonly code = 'undo-conflict'
  readonly status = 409
  constructor(left: readonly Left[]) {
    super('some of it was changed since: it can be taken back without those parts', { left })
  }
}

export const undoHours = 24

export class TooLateError extends AppError {
  readonly code = 'too-late'
  readonly status = 409
  constructor(at: Date) {
    super(`edits can be taken back for ${undoHours} hours; this one is from ${at.toISOString()}`, { at: at.toISOString() })
  }
}

/** Edits that were one act are taken back as one. */
export class PartOfBatchError extends AppError {
  readonly code = 'part-of-batch'
  readonly status = 409
  constructor(batchId: string) {
    super('this edit is part of a larger act, which is taken back as one', { batchId })
  }
}

/** @throws {ImpossibleScheduleError} @param path - where the schedule stands in what was sent */
export function refuseImpossible(schedule: Schedule, path = 'schedule'): void {
  asImpossible(
    () => checkSchedule(schedule),
    (error) => `${path}.${fieldOfSchedule(error, schedule)}`,
  )
}

/** @throws {ImpossibleScheduleError} */
export function refuseImpossibleSpan(span: WallSpan, path: string): void {
  asImpossible(
    () => checkSpan(span),
    ({ place }) => `${path}.${place}`,
  )
}

function asImpossible(check: () => void, nameOf: (error: ScheduleError) => string): void {
  try {
    check()
  } catch (error) {
    throw error instanceof ScheduleError ? new ImpossibleScheduleError(error, nameOf(error)) : error
  }
}

const spanFields = ['start', 'end', 'firstDay', 'lastDay']

function fieldOfSchedule({ place, value }: ScheduleError, schedule: Schedule): string {
  if (['zone', 'excluded', 'spans'].includes(place)) return place
  if (!spanFields.includes(place)) return 'rule'
  if (schedule.kind === 'rule') return `first.${place}`
  const at = schedule.spans.findIndex((span) => Object.entries(span).some(([name, text]) => name === place && text === value))
  return `spans.${Math.max(0, at)}.${place}`
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

/** @throws {ImpossibleValueError} beside the first day, when the program is over before any date of a schedule */
export function refuseAfterProgram(schedule: Schedule, programEnd: LocalDay | null): void {
  if (programEnd === null || datesOf(schedule, programEnd).occurrences.length > 0) return
  const name = schedule.kind === 'rule' ? 'schedule.first' : 'schedule.spans.0.start'
  throw new ImpossibleValueError([issueOf(name, programEnd, 'a date before the program is over', 'after-program')])
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
export function placeAhead(span: WallSpan, zone: string, now: Date, path: string): When {
  const when = placeSpan(span, zone)
  const name = `${path}.${span.kind === 'timed' ? 'start' : 'firstDay'}`
  if (instantsOf(when, zone).startMs <= now.getTime()) throw new InThePastError(startOf(span), name)
  return when
}
