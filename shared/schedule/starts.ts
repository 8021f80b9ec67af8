import { addDays, wallOfNumber } from '#shared/time/calendar.ts'
import { placeOnTimeline, type Placed } from '#shared/time/place.ts'
import type { LocalDay, WallTime } from '#shared/time/when.ts'
import type { Rule, RuleEnd } from './rule.ts'
import { stepRule } from './step.ts'

/** One start of a rule: what the clock on the wall shows, and where that is on the time line. */
export type RuleStart = Placed & { readonly wall: WallTime }

/**
 * Hands the starts of a rule to `visit`, in time order, until it answers false or the rule ends.
 *
 * A start that the clocks skip is shown (`clock: 'skipped'`) but isn't one: it uses up no COUNT (RFC 5545 §3.3.10, "MUST be
 * ignored and MUST NOT be counted"). One that happens twice is the first of the two.
 *
 * @param last - the last wall time to look at, inside; what ends a rule without an end
 * @returns true when the rule itself ended, false when `last` or `visit` did
 */
export function visitStarts(
  rule: Rule,
  start: WallTime,
  zone: string,
  last: WallTime,
  visit: (start: RuleStart) => boolean,
): boolean {
  let counted = 0
  const bound = lastOf(rule.end, last)
  for (const wall of stepRule(rule, start, bound)) {
    const placed = placeOnTimeline(wall, zone)
    if (isPast(rule.end, wall, placed, counted)) return true
    if (placed.clock !== 'skipped') counted += 1
    if (!visit({ wall, ...placed })) return false
  }
  return bound < last || isPast(rule.end, last, placeOnTimeline(last, zone), counted)
}

/** A list of starts as an import or `expand-rule` needs it, with what the clocks did to it. */
export type RuleStarts = {
  readonly starts: readonly RuleStart[]
  /** Left out, because the clocks skip them. */
  readonly skipped: readonly WallTime[]
  /** Happen twice; the first of the two was taken. */
  readonly repeated: readonly WallTime[]
}

/** Dates that a rule leaves out (EXDATE): wall times, whole days, or instants in milliseconds. */
export type Exclusions = { readonly walls: ReadonlySet<WallTime | LocalDay>; readonly instants: ReadonlySet<number> }

/** All starts of a rule before an instant, as RFC 5545 says; no limit on their number but that instant. */
export function startsBefore(rule: Rule, start: WallTime, zone: string, beforeMs: number, excluded: Exclusions): RuleStarts {
  const starts: RuleStart[] = []
  const skipped: WallTime[] = []
  const repeated: WallTime[] = []
  const last = `${addDays(wallOfNumber(beforeMs).slice(0, 10), 1)}T23:59:59`
  visitStarts(rule, start, zone, last, (one) => {
    if (one.ms >= beforeMs) return false
    if (excluded.walls.has(one.wall) || excluded.walls.has(one.wall.slice(0, 10)) || excluded.instants.has(one.ms)) return true
    if (one.clock === 'skipped') skipped.push(one.wall)
    else starts.push(one)
    if (one.clock === 'repeated') repeated.push(one.wall)
    return true
  })
  return { starts, skipped, repeated }
}

/** The earlier of `last` and a wall time that certainly lies after the end of the rule, so that no more is stepped than needed. */
function lastOf(end: RuleEnd, last: WallTime): WallTime {
  const past = end.kind === 'day' ? `${end.day}T23:59:59` : end.kind === 'wall' ? end.wall : null
  const bound = end.kind === 'instant' ? `${addDays(wallOfNumber(end.ms).slice(0, 10), 1)}T23:59:59` : (past ?? last)
  return bound < last ? bound : last
}

function isPast(end: RuleEnd, wall: WallTime, { ms, clock }: Placed, counted: number): boolean {
  if (end.kind === 'count') return counted >= end.count
  if (end.kind === 'day') return wall.slice(0, 10) > end.day
  if (end.kind === 'wall') return wall > end.wall
  return end.kind === 'instant' && clock !== 'skipped' && ms > end.ms
}
