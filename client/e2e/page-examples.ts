import type { PageName } from '#client/app/page-table.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { languages } from '#shared/contract/kinds.ts'

/** One address of every page of the router's table, with what the sample data holds. A page without an example doesn't compile. */
export const pageExamples = {
  front: '/?choose',
  city: '/gliwice',
} as const satisfies Record<PageName, string>

/** Every page in three languages. */
export const allPages = languages.flatMap((language) =>
  Object.entries(pageExamples).map(([name, path]) => ({ name, language, path: localPath(language, path) })),
)
