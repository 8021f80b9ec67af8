import type { panel as polish } from '../pl/panel.ts'
import type { Translated } from '../translated.ts'

export const panel = {
  noRole: 'This account has no role any more. Ask an administrator.',
  navigation: 'Panel',
  bar: 'Search and add',
  menu: 'Menu',
  sections: {
    today: 'Today',
    plan: 'Plan',
    desk: 'Desk',
    volunteers: 'Volunteers',
    calls: 'Calls',
    programs: 'Programs',
    places: 'Places',
    import: 'Import',
    people: 'People',
    log: 'Log',
    settings: 'Settings',
  },
  search: { label: 'Search the panel', hint: 'Search: activities, place, person', go: 'Search' },
  newSeries: 'New activities',
  signOut: 'Sign me out',
  hello: 'Hello, {{name}}!',
  notFound: 'It isn’t here, or you have no access to it.',
} as const satisfies Translated<typeof polish>
