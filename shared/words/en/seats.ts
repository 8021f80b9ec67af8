import type { seats as polish } from '../pl/seats.ts'
import type { Translated } from '../translated.ts'

export const seats = {
  left_one: '{{count}} place left of {{capacity}}',
  left_other: '{{count}} places left of {{capacity}}',
  full: 'all places are taken ({{capacity}})',
  fullUntold: 'all places are taken',
  some: 'there are free times',
  unlimited: 'we don’t count places: there is room for everybody',
  unknown: 'we can’t tell now how many places there are',
  waiting: 'You can join the waiting list. When somebody withdraws, the next person on the list gets the place.',
  noCare: 'Childcare: no free places now.',
  notYet: 'sign-up opens: {{when}}',
  until: 'Sign up until: {{when}}.',
  closed: 'sign-up is closed',
  started: 'it has begun already',
  session: 'You sign up for this one meeting.',
  course: 'One sign-up is for all meetings, those that will be added too.',
  club: 'You sign up once. We expect you at every meeting.',
  appointment: 'You choose one of the free times.',
  instead: 'There are free places here:',
  start: 'Sign me up',
  startWaiting: 'Put me on the waiting list',
} as const satisfies Translated<typeof polish, 'few' | 'many'>
