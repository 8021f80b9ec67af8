import * as z from 'zod'
import type { Answer } from './answer.ts'
import { largestCount, mostChanges } from './attendance-merge.ts'
import { text } from './text.ts'

/** Who is there: what a tablet at the door and the organisers' area read and send. */

export const attendanceRoles = ['attendee', 'volunteer'] as const
export type AttendanceRole = (typeof attendanceRoles)[number]

const id = z.uuid()
const change = {
  /** Made by the device: a tap sent twice is one. */
  id,
  /** When it was tapped, by the device's clock set by the server's `now`. */
  at: z.iso.datetime(),
}

export const attendanceChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    ...change,
    person: id,
    role: z.enum(attendanceRoles).default('attendee'),
    /** Of a volunteer: the sign-up for the shift. Null: all shifts that they have there, as devices said before. */
    signUp: id.nullable().default(null),
    present: z.boolean(),
  }),
  /** Somebody who isn't on the list and says a name. Sent again with `present: false` it is taken back. */
  z.strictObject({ kind: z.literal('walk-in'), ...change, walkIn: id, name: z.string().max(1000), present: z.boolean() }),
  /** How many people without a name this device has counted; below zero to correct what another one counted. */
  z.strictObject({ kind: z.literal('count'), ...change, count: z.int().min(-largestCount).max(largestCount) }),
])

export const attendanceInput = z.strictObject({ changes: z.array(attendanceChange).min(1).max(mostChanges) })

export const attendeeKinds = ['listed', 'waiting', 'member', 'away', 'volunteer', 'walk-in', 'gone'] as const

export const attendee = z
  .strictObject({
    person: id,
    name: z.string(),
    /** Who signed them up, where it wasn't they. */
    with: z.string().nullable(),
    child: z.boolean(),
    /** Children whom their party brings along into care: said once of it, beside its first. */
    care: z.int(),
    role: z.enum(attendanceRoles),
    /** `away`: expected each time, and said not to come to this one. `gone`: they were marked and have left the list since. */
    kind: z.enum(attendeeKinds),
    walkIn: id.nullable(),
    /** Of a volunteer: the sign-up for the shift that this line is about. */
    signUp: id.nullable(),
    shift: z.strictObject({ name: text, start: z.string(), end: z.string() }).nullable(),
    /** Null: nobody has marked them. */
    present: z.boolean().nullable(),
    /** Of the latest mark. */
    at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Attendee' })

/** The list as it is now, after everything that every device has sent. */
export const attendanceView = z
  .strictObject({
    title: text,
    /** Wall time in Warsaw. */
    start: z.string(),
    end: z.string(),
    now: z.iso.datetime(),
    /** Until when the reader may mark; null: not now. */
    until: z.iso.datetime().nullable(),
    /** Whether one signs up for it: without, heads are counted. */
    signUp: z.boolean(),
    people: z.array(attendee),
    /** People without a name: counted by this device, and by all others. */
    count: z.strictObject({ mine: z.int(), others: z.int() }),
    /** Changes of the request that say what can't be, such as somebody who has nothing to do with this meeting: the device forgets them. */
    refused: z.array(id),
  })
  .meta({ id: 'AttendanceView' })

/** Before a device is let in: what the link is for, and no name. */
export const doorView = z.strictObject({ title: text, start: z.string(), end: z.string() }).meta({ id: 'DoorView' })

/** What came late, after the meeting's day: taken, and nothing shown. */
export const lateAnswer = z.strictObject({ taken: z.int() }).meta({ id: 'LateAttendance' })

export const doorLinkView = z
  .strictObject({
    id,
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    /** Null: no device has opened it yet. */
    claimedAt: z.iso.datetime().nullable(),
    opens: z.iso.datetime(),
    closes: z.iso.datetime(),
  })
  .meta({ id: 'ManagedDoorLink' })
export const doorLinksAnswer = z.strictObject({ links: z.array(doorLinkView) })
/** The address is told once, to who made the link. */
export const newDoorLink = z.strictObject({ link: doorLinkView, token: z.string() }).meta({ id: 'ManagedNewDoorLink' })

/** One tap, for who wants to know how it came. */
export const attendanceMark = z
  .strictObject({
    id,
    at: z.iso.datetime(),
    /** Later than `at` where the device had no network. */
    receivedAt: z.iso.datetime(),
    /** Null: people without a name. */
    name: z.string().nullable(),
    /** What a volunteer does on the shift that it is about. */
    shift: text.nullable(),
    present: z.boolean().nullable(),
    count: z.int().nullable(),
    /** Who was signed in; null: a tablet at the door. */
    by: z.string().nullable(),
    device: z.string(),
  })
  .meta({ id: 'ManagedAttendanceMark' })
export const attendanceHistory = z.strictObject({ marks: z.array(attendanceMark) }).meta({ id: 'ManagedAttendanceHistory' })

/** "było N z M" of a session. */
export const attendanceSums = z
  .strictObject({
    /** Null: nobody has taken attendance. */
    present: z.int().nullable(),
    /** Of those who were there, people without a name. */
    unnamed: z.int(),
    expected: z.int(),
    /** People, whatever the number of their shifts. */
    volunteers: z.int(),
    mayMark: z.boolean(),
    mayGiveLinks: z.boolean(),
  })
  .meta({ id: 'ManagedAttendanceSums' })

export type AttendanceChange = z.infer<typeof attendanceChange>
export type AttendanceInput = z.infer<typeof attendanceInput>
export type AttendanceView = Answer<typeof attendanceView>
export type Attendee = Answer<typeof attendee>
export type DoorView = Answer<typeof doorView>
export type DoorLinkView = Answer<typeof doorLinkView>
export type NewDoorLink = Answer<typeof newDoorLink>
export type AttendanceHistory = Answer<typeof attendanceHistory>
export type AttendanceSums = Answer<typeof attendanceSums>
