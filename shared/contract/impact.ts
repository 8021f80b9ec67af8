import * as z from 'zod'
import { link, texts } from './text.ts'

/**
 * What an edit does, or would do when it is only rehearsed: shown before it is saved, and told after. Where and when are as typed;
 * names of places are those of now.
 */
const id = z.uuid()
const people = z.int().min(0)

/** Wall start and end, or first and last day, both inside. */
export const slot = z.strictObject({ start: z.string(), end: z.string() }).meta({ id: 'Slot' })

/** Where and when a session is. */
export const spot = z
  .strictObject({ ...slot.shape, venue: z.string().nullable(), room: z.string().nullable() })
  .meta({ id: 'SessionSpot' })

const session = { ...spot.shape, sessionId: id }

export const freeRoom = z
  .strictObject({
    roomId: id,
    venueId: id,
    name: z.string(),
    venue: z.string(),
    capacity: z.int().nullable(),
    stepFree: z.enum(['yes', 'no', 'unknown']),
  })
  .meta({ id: 'FreeRoom' })

/** Another session at the same time. */
const other = z.strictObject({
  sessionId: id,
  /** Null: of somebody else's, so its name is theirs. */
  title: texts.nullable(),
  ...slot.shape,
})

/** What could be done about a conflict: the nearest free times of the same room, free rooms at the same time. */
const proposals = { freeSlots: z.array(slot), freeRooms: z.array(freeRoom) }

/** A room that another session holds. It can't be saved. `sessionId` is null in the preview of a schedule. */
export const roomConflict = z
  .strictObject({ sessionId: id.nullable(), start: z.string(), end: z.string(), room: z.string(), other, ...proposals })
  .meta({ id: 'RoomConflict' })

/** What can be saved all the same, with its id in `confirm`. */
export const softConflict = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('host'), id: z.string(), sessionId: id.nullable(), ...slot.shape, host: z.string(), other }),
    /** The same edition, group or club meets elsewhere. */
    z.strictObject({ kind: z.literal('cohort'), id: z.string(), sessionId: id.nullable(), ...slot.shape, cohort: texts, other }),
    z.strictObject({
      kind: z.literal('outside-hours'),
      id: z.string(),
      sessionId: id.nullable(),
      ...slot.shape,
      place: z.string(),
      /** When it is open that day, in minutes since midnight; empty: not at all. */
      open: z.array(z.strictObject({ opensMinute: z.int(), closesMinute: z.int() })),
    }),
    z.strictObject({
      kind: z.literal('closed'),
      id: z.string(),
      sessionId: id.nullable(),
      ...slot.shape,
      place: z.string(),
      reason: texts.nullable(),
    }),
  ])
  .meta({ id: 'SoftConflict' })

/** A date that the rule gives and the schedule leaves out. Names of holidays: `schedule.holidays` of the words. */
export const skippedDate = z
  .strictObject({
    recurrenceId: z.string(),
    reason: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('excluded') }),
      z.strictObject({ kind: z.literal('holiday'), holiday: z.string() }),
      z.strictObject({
        kind: z.literal('school-break'),
        break: z.strictObject({ firstDay: z.string(), lastDay: z.string(), voivodeships: z.array(z.string()) }),
      }),
      z.strictObject({ kind: z.literal('clock-change') }),
    ]),
  })
  .meta({ id: 'SkippedDate' })

/** A part of an edit that can't be taken back. */
export const leftPart = z
  .strictObject({
    id,
    /** Null: of the activity, not of one session. */
    start: z.string().nullable(),
    reason: z.enum(['changed-since', 'has-people', 'began', 'room-taken']),
    fields: z.array(z.string()),
  })
  .meta({ id: 'LeftPart' })

export const impact = z
  .strictObject({
    /** To another time or another place. */
    moved: z.array(z.strictObject({ sessionId: id, from: spot, to: spot, people })),
    added: z.array(z.strictObject(session)),
    cancelled: z.array(z.strictObject({ ...session, people })),
    /** Taken away where nobody saw them yet. */
    removed: z.array(z.strictObject(session)),
    /** Was cancelled or removed and takes place again. */
    restored: z.array(z.strictObject({ ...session, people })),
    /** Residents see it from now on: it was a draft. */
    shown: z.array(z.strictObject({ ...session, people })),
    /** A draft again: residents don't see it any more. */
    hidden: z.array(z.strictObject({ ...session, people })),
    /** Other words for one session alone: its title, host or note. */
    reworded: z.array(z.strictObject({ ...session, fields: z.array(z.string()), people })),
    /** What changed in what the activity says of itself; `schedule` where that changes no session. */
    fields: z.array(z.string()),
    /** Sessions to come that the edit touches in any way, and the people in them. */
    sessions: z.int(),
    people,
    roomConflicts: z.array(roomConflict),
    conflicts: z.array(softConflict),
    skipped: z.array(skippedDate),
    /** Dates taken out for which the new schedule has no counterpart: keep the date free, or drop it. */
    unmatchedExclusions: z.array(z.string()),
    left: z.array(leftPart),
  })
  .meta({ id: 'Impact' })

/** What every edit answers, and every rehearsal, whose `editId` is null. An edit that changes nothing has none either. */
export const done = z.strictObject({ editId: id.nullable(), seriesId: id, activityId: id, impact }).meta({ id: 'EditDone' })

/** What taking back a batch answers: each of its edits taken back, the last first. */
export const batchUndone = z.strictObject({ batchId: id, done: z.array(done) }).meta({ id: 'BatchUndone' })

/** What a copied season answers. `skipped` holds the dates that fall on holidays and breaks there. */
export const batchDone = z
  .strictObject({
    batchId: id.nullable(),
    /** `copyOf` is the series that is copied. */
    series: z.array(z.strictObject({ ...done.shape, copyOf: id, title: texts, slug: link.shape.slug })),
    /** Series with no date between the two days, or none left where they would go. */
    empty: z.array(z.strictObject({ seriesId: id, title: texts })),
  })
  .meta({ id: 'BatchDone' })
