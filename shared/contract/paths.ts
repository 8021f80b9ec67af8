import { queryOf, type Collection, type Selection } from './selection.ts'

/** Every address of the product, once: what the server answers, what the client asks for and what a mail or a feed links to. */
export const api = {
  feeds: '/api/feeds',
  cities: '/api/cities',
  session: (id: string) => `/api/sessions/${encodeURIComponent(id)}`,
  series: (slug: string) => `/api/series/${slug}`,
  club: (slug: string) => `/api/clubs/${slug}`,
  venue: (slug: string) => `/api/venues/${slug}`,
  program: (slug: string) => `/api/programs/${slug}`,
  project: (slug: string) => `/api/projects/${slug}`,
  organisation: (slug: string) => `/api/organisations/${slug}`,
  savedSelections: '/api/saved-selections',
  openapi: '/api/openapi.json',
  docs: '/api/docs',
} as const

/** The published calendar of a selection, canonical: the address that a phone subscribes to and that the agenda reads. */
export function feedPath(selection: Selection): string {
  const { slice } = selection
  const name = slice.collection === 'all' ? 'all' : `${slice.collection}/${slice.slug}`
  return `/feeds/${name}.ics${queryOf(selection)}`
}

export const savedFeedPath = (hash: string): string => `/feeds/s/${hash}.ics`
export const sessionFeedPath = (id: string): string => `/feeds/sessions/${encodeURIComponent(id)}.ics`

/** Pages for people. The language is a path prefix for English and Ukrainian (`/en/…`, `/uk/…`); Polish has none. */
export const pages = {
  front: '/',
  city: (slug: string) => `/${slug}`,
  session: (id: string) => `/sessions/${encodeURIComponent(id)}`,
  of: (collection: Exclude<Collection, 'cities' | 'audiences' | 'kinds'>, slug: string) => `/${collection}/${slug}`,
  subscribe: '/subscribe',
  week: '/week',
  accessibility: '/accessibility',
} as const
