import * as z from 'zod'
import { link, text } from './text.ts'

/** What needs somebody's hand, the most urgent first. */
export const toDoKinds = [
  /** So many signed up within an hour that somebody should look whether they are people (T30). */
  'rush',
  /** Two sessions at once with one host. */
  'host-twice',
  /** Two sessions at once for the same people. */
  'cohort-twice',
  /** At a time at which the place is closed. */
  'closed',
  /** Somebody who has a shift lacks a paper that they must have on its day, or has one that ends before. */
  'volunteer-papers',
  /** Fewer people than a shift of the next days can do with. */
  'shift-short',
  'draft-soon',
  'no-host',
  'no-room',
  /** Somebody helps for more than 30 days without an agreement in writing, or without insurance. */
  'volunteer-line',
  /** Nobody wrote down whether one gets in without stairs. */
  'venue-unknown',
] as const
export type ToDoKind = (typeof toDoKinds)[number]

/** How far ahead is looked: for everything, for drafts, and for hands. */
export const toDoDays = { all: 60, drafts: 14, shifts: 14 } as const

/** A session by title and start (`2026-11-24T17:00:00` or a day); of one that the reader may not see, only the start. */
const mentioned = z.strictObject({
  id: z.uuid().nullable(),
  /** Where a draft is published; null where it isn't the reader's business. */
  seriesId: z.uuid().nullable(),
  title: text.nullable(),
  start: z.string(),
})

/** A venue, with its id where the reader can open it in the panel. */
const place = link.extend({ id: z.uuid().nullable() }).meta({ id: 'ToDoVenue' })

export const toDoAnswer = z
  .strictObject({
    items: z.array(
      z.strictObject({
        kind: z.enum(toDoKinds),
        /** Of sessions, of pairs of sessions, of venues, of people. */
        count: z.int(),
        /** The first few. */
        examples: z.array(
          z.strictObject({ session: mentioned.nullable(), other: mentioned.nullable(), venue: place.nullable() }),
        ),
      }),
    ),
  })
  .meta({ id: 'ToDo' })
