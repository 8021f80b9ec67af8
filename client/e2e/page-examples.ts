import type { APIRequestContext } from '@playwright/test'
import type { PageName } from '#client/app/page-table.ts'
import { feedPath } from '#shared/contract/paths.ts'
import { everything } from '#shared/contract/selection.ts'
import { readFeed } from '#shared/ical/read-feed.ts'
import { sessionWithDoor } from './door-link.ts'
import { signedUp } from './sample-pages.ts'

/**
 * One address of every page of the router's table, with what the sample data holds. A page without an example doesn't compile.
 * Ids of sessions follow from the day on which the sample data was loaded, so that one is found when a test runs: see `exampleOf`.
 */
export const pageExamples = {
  front: '/?choose',
  city: '/gliwice',
  session: '/sessions/:id',
  series: '/series/kawa-u-sasiada',
  club: '/clubs/strefa-seniora',
  venue: '/venues/przykladowy-dom-zatorze',
  district: '/districts/gliwice-sosnica',
  program: '/programs/reaktywacja',
  project: '/projects/metropolitarny-system-aktywizacji',
  organisation: '/organisations/ops-gliwice',
  manage: '/manage/:token',
  volunteering: '/volunteering',
  'lost-link': '/lost-link',
  door: '/door/:door',
  subscribe: '/subscribe?slice=cities/gliwice',
  week: '/week?slice=cities/gliwice',
  accessibility: '/accessibility',
} as const satisfies Record<PageName, string>

/** The address to open: a session's id is that of the next one in Gliwice. */
export async function exampleOf(path: string, request: APIRequestContext): Promise<string> {
  if (path.includes(':door')) return path.replace(':door', (await sessionWithDoor()).token)
  if (path.includes(':token')) return path.replace(':token', await signedUp(request))
  if (!path.includes(':id')) return path
  const feed = await request.get(feedPath({ ...everything, slice: { collection: 'cities', slug: 'gliwice' } }))
  const { events } = readFeed(await feed.text())
  const next = events.find(({ when }) => when.kind === 'timed' && when.startMs > Date.now())
  if (!next) throw new Error('the sample data has no session to come in Gliwice')
  return path.replace(':id', next.uid.slice(0, next.uid.lastIndexOf('@')))
}
