import type { app as polish } from '../pl/app.ts'
import type { Translated } from '../translated.ts'

export const app = {
  name: 'Podwórko',
  skip: 'Skip to content',
  home: 'Podwórko, home page',
  languages: 'Language of the page',
  sample: { title: 'Made-up activities – don’t come.', text: 'This is a demonstration.' },
  footer: {
    lostLink: 'Lost the link of a sign-up',
    label: 'About this page',
    about: 'The calendar of activities near you. The same one you can have on your phone.',
    accessibility: 'Accessibility statement',
    city: 'Change city',
    zone: 'All times are Polish time.',
  },
  loading: 'Loading…',
  failure: {
    title: 'This couldn’t be loaded',
    text: 'Something failed on our side. Please try again in a moment.',
    retry: 'Try again',
  },
  offline: {
    title: 'There is no internet connection',
    text: 'We will show the activities when your phone is online again.',
    copy: 'This couldn’t be refreshed. It is how things stood on {{when}}.',
  },
  notFound: {
    title: 'There is no such page',
    text: 'The address may have changed, or it has a typing mistake.',
    home: 'Go to the home page',
  },
  close: 'Close',
  unknown: 'not known',
} as const satisfies Translated<typeof polish, 'few' | 'many'>
