import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { api, planningApi } from '#shared/contract/paths.ts'
import { addDays, mondayOf } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { expect } from './page-test.ts'

type Planned = { readonly seriesId: string; readonly sessions: readonly { readonly id: string; readonly start: string }[] }
/** A day some weeks from now, 1 for its Monday: inside the programs of the invented season, which last half a year. */
export function dayAhead(weekday: number, weeks: number): string {
  const monday = mondayOf(dayInWarsaw(Date.now()))
  return addDays(monday, 7 * weeks + weekday - 1)
}

type Span = { readonly start: string; readonly end: string }

/**
 * Plans a series of a test's own, as whoever is signed in, in the first program they may plan for that runs: an invented one.
 *
 * @param request - of a signed-in page (`page.request`)
 * @param spans - wall times of its sessions: `2027-02-09T17:00:00`
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
