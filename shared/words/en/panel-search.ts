import type { found as polish } from '../pl/panel-search.ts'
import type { Translated } from '../translated.ts'

export const found = {
  title: 'Search',
  results: 'Found for “{{q}}”',
  nothing: { title: 'We found nothing', text: 'Try a shorter word, or a date such as 24.11.' },
  short: 'Type at least two letters.',
  kinds: {
    series: 'Activities',
    sessions: 'Sessions',
    clubs: 'Clubs',
    programs: 'Programs',
    venues: 'Venues',
    people: 'People with an account',
  },
  all: 'Show everything found',
  count_one: 'One result. Arrow keys walk through the results.',
  count_other: '{{count}} results. Arrow keys walk through the results.',
} as const satisfies Translated<typeof polish, 'few' | 'many'>
