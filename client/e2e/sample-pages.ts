import type { APIRequestContext } from '@playwright/test'

/** The id of a session that the sample data has now: of those in a feed, the one whose event matches, else the last. */
export async function sampleSession(
  request: APIRequestContext,
  holds = /./,
  feed = '/feeds/cities/gliwice.ics',
): Promise<string> {
  const text = (await (await request.get(feed)).text()).replaceAll('\r\n ', '')
  const events = text.split('BEGIN:VEVENT').slice(1)
  const event = events.findLast((one) => holds.test(one)) ?? ''
  const id = /^UID:(.+)@/m.exec(event)?.[1]
  if (id === undefined) throw new Error(`${feed} has no event with ${holds}`)
  return id
}

/** An example's address with a session of today's sample data in it. */
export async function addressOf(path: string, request: APIRequestContext): Promise<string> {
  return path.includes(':id') ? path.replace(':id', await sampleSession(request)) : path
}
