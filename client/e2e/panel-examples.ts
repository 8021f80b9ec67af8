import type { PanelPageName } from '#client/app/organisers/panel-table.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { languages } from '#shared/contract/kinds.ts'

/** One address of every page of the organisers' area. A page without an example doesn't compile. */
export const panelExamples = {
  today: '/panel',
  plan: '/panel/plan',
  search: '/panel/search?q=kawa',
  myCalendar: '/panel/my-calendar',
  weekPost: '/panel/post',
  post: '/panel/sessions/:id/post',
  poster: '/panel/sessions/:id/poster',
} as const satisfies Record<PanelPageName, string>

export const allPanelPages = languages.flatMap((language) =>
  Object.entries(panelExamples).map(([name, path]) => ({ name, language, path: localPath(language, path) })),
)
