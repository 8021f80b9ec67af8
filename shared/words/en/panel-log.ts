import type { log as polish } from '../pl/panel-log.ts'
import type { Translated } from '../translated.ts'

export const log = {
  title: 'Log of changes',
  lead: 'Who changed what, and when. Entries can be neither corrected nor removed.',
  filters: 'What to show',
  subject: 'About',
  subjects: {
    planning: 'activities and sessions',
    places: 'venues and rooms',
    programs: 'organisations, projects, programs and clubs',
    accounts: 'accounts and roles',
    views: 'what auditors looked at',
  },
  anything: 'everything',
  who: 'Who',
  anybody: 'everybody',
  from: 'From',
  to: 'Until',
  clear: 'Show everything',
  export: 'Download as a spreadsheet (CSV)',
  more: 'Show earlier ones',
  unfold_one: 'Show {{count}} item',
  unfold_other: 'Show {{count}} items',
  rest: 'and {{count}} more',
  empty: { title: 'Nothing here yet', text: 'It appears when somebody changes something.' },
  emptyFiltered: { title: 'Nothing fits this choice', text: 'Choose less, or show everything.' },
  history: 'History of changes',
  showHistory: 'Show the history of changes',
} as const satisfies Translated<typeof polish, 'few' | 'many'>
