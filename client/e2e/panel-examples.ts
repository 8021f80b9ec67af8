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
  // Ids of sample data are made of names, so they are the same everywhere (prisma/sample/ids.ts).
  programs: '/panel/programs',
  'new-program': '/panel/programs/new',
  program: '/panel/programs/c0413d32-9752-537b-bfcc-1b6f5d9b89c5',
  clubs: '/panel/clubs',
  'new-club': '/panel/clubs/new',
  club: '/panel/clubs/26a27e84-2fa2-574f-a75e-bfde04669d64',
  editions: '/panel/editions',
  'new-edition': '/panel/editions/new',
  edition: '/panel/editions/8673e4c7-ff56-5a4a-a3e7-8033c5f8f7c3',
  groups: '/panel/groups',
  'new-group': '/panel/groups/new',
  group: '/panel/groups/21a9c5e5-20da-5724-8bd6-8d7ff7eb78e1',
  projects: '/panel/projects',
  'new-project': '/panel/projects/new',
  project: '/panel/projects/2276f9fe-e8a5-5761-8c81-0b8977829b21',
  organisations: '/panel/organisations',
  'new-organisation': '/panel/organisations/new',
  organisation: '/panel/organisations/b2f19346-dce6-5cb8-b991-b5083dddda4e',
  cities: '/panel/cities',
  'new-city': '/panel/cities/new',
  city: '/panel/cities/109d43e8-678a-5711-a804-ff989d3879e7',
  districts: '/panel/districts',
  'new-district': '/panel/districts/new',
  district: '/panel/districts/531f4b50-8eed-59b0-8d27-a87faa70c789',
  venues: '/panel/venues',
  'new-venue': '/panel/venues/new',
  venue: '/panel/venues/c3cd9983-842a-5f46-8285-83611d81c0f0',
  'sign-in': '/panel/sign-in',
  'sign-in-link': '/panel/sign-in/link',
  invitation: '/panel/invitation',
  'second-factor': '/panel/second-factor',
  account: '/panel/account',
  people: '/panel/people',
  mailbox: '/panel/mailbox',
  log: '/panel/log',
  import: '/panel/import',
} as const satisfies Record<PanelPageName, string>

export const allPanelPages = languages.flatMap((language) =>
  Object.entries(panelExamples).map(([name, path]) => ({ name, language, path: localPath(language, path) })),
)
