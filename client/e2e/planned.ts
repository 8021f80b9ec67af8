import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { api, planningApi } from '#shared/contract/paths.ts'
import { publicHolidayOn } from '#shared/schedule/holidays.ts'
import { addDays, mondayOf } from '#shared/time/calendar.ts'
import { dayInWarsaw, wallInWarsaw } from '#shared/time/format.ts'
import { expect } from './page-test.ts'

type Planned = { readonly seriesId: string; readonly sessions: readonly { readonly id: string; readonly start: string }[] }
/** A day some weeks from now, 1 for its Monday: inside the programs of the invented season, which last half a year. */
export function dayAhead(weekday: number, weeks: number): string {
  const monday = mondayOf(dayInWarsaw(Date.now()))
  return addDays(monday, 7 * weeks + weekday - 1)
}

/**
 * The next holiday on a fixed day that is at least three weeks ahead; its program still runs then. Tests that are run in another year
 * find another one.
 */
export function holidayAhead(weeks = 3): string {
  let day = addDays(dayInWarsaw(Date.now()), 7 * weeks)
  while (publicHolidayOn(day) === null) day = addDays(day, 1)
  return day
}

/** As `dayAhead`, or a week later and so on, so that none of so many weeks from there on has its holiday on that day. */
export function plainDayAhead(weekday: number, weeks: number, count: number): string {
  let day = dayAhead(weekday, weeks)
  while (weekly(day, count).length < count) day = addDays(day, 7)
  return day
}

/** So many weeks from a day on, without those whose day is a holiday. */
export const weekly = (from: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, week) => addDays(from, 7 * week)).filter((day) => publicHolidayOn(day) === null)

/** The next Sunday on which 02:30 doesn't exist in Warsaw, not this week's. */
export function shortNightAhead(): string {
  let day = dayAhead(7, 1)
  while (!/-03-(2[5-9]|3[01])$/.test(day)) day = addDays(day, 7)
  return day
}

/** A meeting of an hour that begins so many minutes from now, or at three in the night where the plan refuses a time, as clocks may change then. */
export function meetingIn(minutes: number): Span {
  const at = (later: number): string => `${wallInWarsaw(Date.now() + later * 60_000).slice(0, 16)}:00`
  const start = at(minutes)
  if (start.slice(11, 13) !== '02') return { start, end: at(minutes + 60) }
  return { start: `${start.slice(0, 10)}T03:00:00`, end: `${start.slice(0, 10)}T04:00:00` }
}

type Span = { readonly start: string; readonly end: string }

/**
 * Plans a series of a test's own, as whoever is signed in, in the first program they may plan for that runs: an invented one.
 *
 * @param request - of a signed-in page (`page.request`)
 * @param spans - wall times of its sessions, as the contract has them: day, `T`, and hour to the second
 * @param fields - of the activity, where they aren't those of most tests
 */
export async function planSeries(
  request: APIRequestContext,
  title: string,
  spans: readonly Span[],
  publish = true,
  fields: object = {},
): Promise<Planned> {
  const origin = process.env['E2E_URL'] ?? ''
  const { programs } = (await (await request.get(api.managed.choices)).json()) as { programs: { id: string; name: string }[] }
  const running = programs.find(({ name }) => name.includes('Przykład')) ?? programs[0]
  const made = await request.post(planningApi.allSeries, {
    headers: { origin, 'idempotency-key': randomUUID() },
    data: {
      series: { title: { pl: title }, programId: running?.id },
      activity: { title: { pl: title }, kind: 'WORKSHOP', enrolment: 'OPEN', ...fields },
      schedule: { kind: 'picked', spans: spans.map((span) => ({ kind: 'timed', ...span })) },
      publish,
      anyway: true,
    },
  })
  expect([made.status(), await made.text()]).toEqual([201, expect.any(String)])
  const { seriesId } = (await made.json()) as Planned
  const series = (await (await request.get(planningApi.series(seriesId))).json()) as Planned
  return { seriesId, sessions: series.sessions }
}
