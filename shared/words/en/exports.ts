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
