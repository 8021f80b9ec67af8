import type { APIRequestContext } from '@playwright/test'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import type { SessionView, SignUpAnswer } from '#shared/contract/public.ts'
import { startOf } from '#shared/time/when.ts'

/** The id of a session that the sample data has now: of those in a feed whose event matches, the last, or one so many places before it. */
export async function sampleSession(
  request: APIRequestContext,
  holds = /./,
  feed = '/feeds/cities/gliwice.ics',
  beforeLast = 0,
): Promise<string> {
  const text = (await (await request.get(feed)).text()).replaceAll('\r\n ', '')
  const events = text.split('BEGIN:VEVENT').slice(1)
  const event = events.filter((one) => holds.test(one)).at(-1 - beforeLast) ?? ''
  const id = /^UID:(.+)@/m.exec(event)?.[1]
  if (id === undefined) throw new Error(`${feed} has no event with ${holds}`)
  return id
}

/** The token of a new sign-up of somebody invented, for a session that takes sign-ups one by one. */
export async function signedUp(request: APIRequestContext): Promise<string> {
  const id = await sampleSession(
    request,
    /X-PODWORKO-ENROLMENT:per-session[\s\S]*STATUS:CONFIRMED|STATUS:CONFIRMED[\s\S]*X-PODWORKO-ENROLMENT:per-session/,
  )
  const session = (await (await request.get(api.session(id))).json()) as SessionView
  const data = {
    name: `Halina Wymyślona ${Math.random().toString(36).slice(2)}`,
    contact: '600 000 000',
    attending: true,
    others: [],
    language: 'pl',
    seen: startOf(session.when),
    waiting: true,
    notice: noticeVersion,
  }
  const answer = await request.post(api.signUps(id), { data })
  if (!answer.ok()) throw new Error(`no sign-up for ${id}: ${answer.status()} ${await answer.text()}`)
  return ((await answer.json()) as SignUpAnswer).token
}
