import type { Translated } from '../translated.ts'
import type { exports as pl } from '../pl/exports.ts'

export const exports = {
  file: 'plan',
  date: 'Date',
  weekday: 'Weekday',
  start: 'From',
  endDate: 'End date',
  end: 'To',
  title: 'Activity',
  kind: 'Kind',
  program: 'Program',
  club: 'Club',
  venue: 'Place',
  address: 'Address',
  room: 'Room',
  host: 'Leader',
  status: 'Status',
  reason: 'Reason',
  people: 'People',
  planned: 'planned',
  draft: 'draft',
  cancelled: 'cancelled',
  moved: 'moved',
} as const satisfies Translated<typeof pl>

/** Heads of a list of people as a file. */
export const exportedPeople = {
  number: 'no.',
  name: 'name',
  signedUpBy: 'signed up by',
  contact: 'contact',
  child: 'child',
  yes: 'yes',
  status: 'state',
  confirmed: 'has a place',
  offered: 'is offered a place',
  waiting: 'waits',
  place: 'place in the queue',
  care: 'children in care',
} as const

/** Heads and words of a list of who came. */
export const exportedAttendance = {
  date: 'Date',
  start: 'From',
  title: 'Session',
  program: 'Program',
  club: 'Club',
  venue: 'Venue',
  name: 'Name',
  role: 'Who',
  besides: 'Without sign-up',
  count: 'People',
  hours: 'Hours',
  unnamed: 'people without a name',
  participant: 'participant',
  volunteer: 'volunteer',
  yes: 'yes',
} as const

/** Text messages for the office's gateway. */
export const exportedTexts = { phone: 'phone', text: 'text' }

/** How much a program or a project did, as a table. */
export const exportedNumbers = {
  what: 'what',
  from: 'from',
  to: 'to',
  held: 'meetings held',
  cancelled: 'cancelled',
  uncounted: 'without a count',
  visits: 'attendances',
  people: 'different people by name',
  volunteers: 'volunteers',
  hours: 'volunteer hours',
  notCounted: 'not counted',
} as const
