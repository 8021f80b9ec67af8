import * as z from 'zod'
import { fromBasicForm } from '#shared/time/calendar.ts'
import { isZone } from '#shared/time/place.ts'
import type { WallTime } from '#shared/time/when.ts'
import { ScheduleError } from './error.ts'
import { parseRule } from './rule.ts'
import { startsBefore, type Exclusions, type RuleStarts } from './starts.ts'

const shape = z.object({
  dtstart: z.string(),
  tzid: z.string(),
  rrule: z.string(),
  exdates: z.array(z.string()).default([]),
})

/**
 * Answers one line of `expand-rule`: a JSON object `{dtstart, tzid, rrule, exdates}` with moments in the local basic form.
 * The starts before `beforeMs`, as RFC 5545 says: skipped times left out, the first of two taken. A DTSTART that doesn't fit
 * its rule is no start. An UNTIL or an EXDATE that is a day holds for that whole day.
 *
 * @throws {ScheduleError} when the line is no such object or its rule can't be
 */
export function expandRuleLine(line: string, beforeMs: number): RuleStarts {
  const { dtstart, tzid, rrule, exdates } = readLine(line)
  if (!isZone(tzid)) throw new ScheduleError('zone', 'tzid', tzid, 'a zone of the IANA database, as Europe/Warsaw')
  const start = readMoment('dtstart', dtstart)
  const rule = parseRule(rrule.replace(/^RRULE:/i, ''))
  return startsBefore(rule, start.length === 10 ? `${start}T00:00:00` : start, tzid, beforeMs, readExclusions(exdates))
}

function readLine(line: string): z.infer<typeof shape> {
  const result = shape.safeParse(parseJson(line))
  if (result.success) return result.data
  throw new ScheduleError('rule-shape', 'line', line, `a JSON object {dtstart, tzid, rrule, exdates} of texts`)
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function readExclusions(exdates: readonly string[]): Exclusions {
  const instants = exdates
    .filter((text) => text.endsWith('Z'))
    .map((text) => Date.parse(`${readMoment('exdates', text.slice(0, -1))}Z`))
  const walls = exdates.filter((text) => !text.endsWith('Z')).map((text) => readMoment('exdates', text))
  return { walls: new Set(walls), instants: new Set(instants) }
}

function readMoment(place: string, text: string): WallTime {
  const moment = fromBasicForm(text)
  if (!moment) throw new ScheduleError('start', place, text, 'a moment that exists in the local basic form, as 20260531T170000')
  return moment
}
