import type { today as polish } from '../pl/panel-today.ts'
import type { Translated } from '../translated.ts'

export const today = {
  heading: 'Today, {{day}}',
  nothingToday: 'Nothing is on today.',
  coming: 'The coming week',
  nothingComing: 'Nothing is planned for the coming week.',
  wholePlan: 'The whole plan',
  postText: 'Text of a post about this week',
  toDo: {
    heading: 'To do',
    nothing: 'All is ready. Nothing waits for you here.',
    failed: 'It could not be checked.',
    also: 'and {{count}} more',
    somethingElse: 'another session',
    kinds: {
      'host-twice_one': 'Somebody leads two sessions at once, {{count}} time',
      'host-twice_other': 'Somebody leads two sessions at once, {{count}} times',
      'cohort-twice_one': 'The same group has two sessions at once, {{count}} time',
      'cohort-twice_other': 'The same group has two sessions at once, {{count}} times',
      closed_one: '{{count}} session when its venue is closed',
      closed_other: '{{count}} sessions when their venue is closed',
      'draft-soon_one': '{{count}} draft begins within two weeks',
      'draft-soon_other': '{{count}} drafts begin within two weeks',
      'no-host_one': '{{count}} session that nobody leads yet',
      'no-host_other': '{{count}} sessions that nobody leads yet',
      rush_one: '{{count}} session that very many signed up to within an hour. See whether they are people',
      rush_other: '{{count}} sessions that very many signed up to within an hour. See whether they are people',
      'no-room_one': '{{count}} session without a room',
      'no-room_other': '{{count}} sessions without a room',
      'venue-unknown_one': '{{count}} venue: we don’t know whether one gets in without stairs',
      'venue-unknown_other': '{{count}} venues: we don’t know whether one gets in without stairs',
    },
    urgency: { urgent: 'Urgent', soon: 'Soon', know: 'To fill in' },
  },
} as const satisfies Translated<typeof polish, 'few' | 'many'>
