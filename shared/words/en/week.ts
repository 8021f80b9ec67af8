import type { week as polish } from '../pl/week.ts'
import type { Translated } from '../translated.ts'

export const week = {
  title: 'A week to print',
  lead: 'An A4 sheet for the notice board. This is how it will look.',
  print: 'Print',
  previous: 'Week before',
  next: 'Week after',
  empty: 'Nothing is planned this week.',
  emptyText: 'Look at the website: new meetings appear there at once.',
  nothing: 'nothing planned',
  cancelled: 'CANCELLED',
  moved: 'MOVED',
  movedFrom: 'it was to be: {{when}}',
  instead: 'Instead:',
  continues: 'on since {{day}}',
  printed: 'As of {{when}}. The website has the current plan.',
  scan: 'Scan to have this plan on your phone',
  address: 'or type in a browser:',
  qr: 'QR code: the page with this plan',
  sample: 'Made-up activities – don’t come.',
} as const satisfies Translated<typeof polish, 'few' | 'many'>
