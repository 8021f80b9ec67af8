import type { PageName } from '#client/app/page-table.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { languages } from '#shared/contract/kinds.ts'

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
  subscribe: '/subscribe?slice=cities/gliwice',
  week: '/week?slice=cities/gliwice',
  accessibility: '/accessibility',
} as const satisfies Record<PageName, string>

/** Every page in three languages. */
export const allPages = languages.flatMap((language) =>
  Object.entries(pageExamples).map(([name, path]) => ({ name, language, path: localPath(language, path) })),
)
