import type { activity as polish } from '../pl/activity.ts'
import type { Translated } from '../translated.ts'

export const activity = {
  joining: {
    OPEN: { title: 'Just come', text: 'No need to sign up or call.' },
    PER_SESSION: {
      title: 'Sign up for each meeting',
      text: 'Sign up on the page of the meeting you choose, by phone or on the spot.',
    },
    WHOLE_COURSE: {
      title: 'Sign up for the whole course',
      text: 'Signing up once covers all meetings. Sign up on the page of any of them, by phone or on the spot.',
    },
    MEMBERSHIP: {
      title: 'For club members, you can join',
      text: 'You sign up once: here, by phone or on the spot. Then we expect you at every meeting.',
    },
    BY_APPOINTMENT: { title: 'By appointment', text: 'You agree on a time by phone or on the spot.' },
    BY_INVITATION: {
      title: 'By invitation',
      text: 'This is for an invited group. Would you like to join it? Ask those who run it.',
    },
  },
  noContact: 'We have no phone number for this yet – ask on the spot.',
  hours: 'The phone is answered:',
  capacity_one: 'The group has {{count}} place.',
  capacity_other: 'The group has {{count}} places.',
  audience: 'For whom',
  eligibility: 'Who may come',
  language: 'Language',
  host: 'Run by',
  cost: 'What it costs',
  free: 'Nothing, it is free.',
  bring: 'What to bring',
  meetingPoint: 'Where we meet',
  planB: 'In bad weather',
  care: 'Childcare',
  careSeats_one: 'Yes, {{count}} place.',
  careSeats_other: 'Yes, {{count}} places.',
  careNone: 'No.',
  access: 'Access to the activity',
  signLanguage: {
    yes: 'Polish Sign Language interpreter',
    no: 'no sign language interpreter',
    unknown: 'sign language interpreter: not known',
  },
  easyToRead: { yes: 'easy-to-read text', no: 'no easy-to-read text', unknown: 'easy-to-read text: not known' },
  inductionLoop: { yes: 'induction loop', no: 'no induction loop', unknown: 'induction loop: not known' },
  fund: 'Who pays for this',
} as const satisfies Translated<typeof polish, 'few' | 'many'>
