import * as z from 'zod'
import { audiences, conditions, languages, needKinds, noticeVersion } from './kinds.ts'
import { outcomes, ownShift } from './shift.ts'
import { text } from './text.ts'

/** People in one party, whoever signs up included. */
export const largestParty = 10

/** Children whom one party may bring along into care. */
export const mostInCare = 10

const member = z.strictObject({ name: z.string().max(1000), child: z.boolean() })

/** What the party needs to take part, if they want to say so. Told to nobody but who plans the meeting, and deleted after it. */
export const needs = z.strictObject({
  kinds: z.array(z.enum(needKinds)).max(needKinds.length),
  words: z.string().max(1000),
})

/** Whoever signs up, and whom they bring along: all of them get a seat or none. */
const party = {
  /** False: they only sign up the others. */
  attending: z.boolean(),
  others: z.array(member).max(largestParty - 1),
}

/** Children who come along into care: how many, and nothing else of them. They are none of the party and take seats in the care alone. */
export const care = z.int().min(0).max(mostInCare)

export const signUpInput = z
  .strictObject({
    name: z.string().max(1000),
    contact: z.string().max(1000).meta({ description: 'An e-mail address or a phone number.' }),
    ...party,
    care: care.optional().meta({ description: 'How many children come along into care. Absent: none.' }),
    needs: needs.optional(),
    /** What of `asks` they say to be true of everybody who comes. It is looked at and not kept. */
    confirms: z.array(z.enum(conditions)).max(conditions.length).optional(),
    language: z.enum(languages),
    seen: z
      .string()
      .max(30)
      .meta({ description: 'The start that the form showed; another one is answered with `session-moved`.' }),
    /** By appointment: the start of the time that they want. */
    slot: z.string().max(30).optional(),
    waiting: z.boolean().meta({
      description: 'Whether the waiting list is all right when there are not enough seats, or none in the care for children.',
    }),
    notice: z.literal(noticeVersion).meta({ description: 'The version of the privacy notice that was shown.' }),
  })
  .meta({ id: 'SignUpInput' })

export const signUpAnswer = z
  .strictObject({
    outcome: z.enum(outcomes),
    seats: z.int(),
    /** For paper and for the desk: `K7M4PXQ`. */
    code: z.string(),
    /** Part of the manage page's address; whoever has it may change the sign-up. */
    token: z.string(),
  })
  .meta({ id: 'SignUp' })

/** What one sign-up is for: a session, a whole course, the meetings of a club, or a time of one's own at a session. */
export const signUpAbouts = ['session', 'course', 'club', 'appointment'] as const
export type SignUpAbout = (typeof signUpAbouts)[number]

export const standings = ['open', 'not-yet', 'closed', 'started', 'cancelled', 'elsewhere'] as const

const alternative = z.strictObject({ id: z.uuid(), title: text, start: z.string(), place: z.string().nullable() })

export const seatsView = z
  .strictObject({
    standing: z.enum(standings),
    /** Null where one doesn't sign up on the web. */
    for: z.enum(signUpAbouts).nullable(),
    opensAt: z.iso.datetime().nullable(),
    closesAt: z.iso.datetime().nullable(),
    /** Null where there is no limit, and where numbers could tell who comes (mechanics 24). */
    seats: z.strictObject({ capacity: z.int(), taken: z.int() }).nullable(),
    free: z.boolean(),
    /** By appointment: the free times, and no other (mechanics 24); null: one has no time of one's own. */
    slots: z.array(z.strictObject({ start: z.string(), end: z.string() })).nullable(),
    /** Whether somebody waits; null where it could tell. */
    waiting: z.boolean().nullable(),
    /** How many people one sign-up may bring. */
    largestParty: z.int(),
    /**
     * Care for children while it lasts: how many one sign-up may bring, whether there are seats - never how many - and where else there are
     * some, when there are none here. Null: none is offered.
     */
    care: z.strictObject({ most: z.int(), free: z.boolean(), instead: z.array(alternative) }).nullable(),
    /** Whom it is for, to be confirmed; null: for everybody. What would tell something of people is never asked here: `byStaff`. */
    asks: z
      .strictObject({
        age: z.strictObject({ from: z.int().nullable(), to: z.int().nullable() }).nullable(),
        /** Districts, or the city, one of which everybody who comes lives in. */
        home: z.array(z.string()),
        audiences: z.array(z.enum(audiences)),
        byStaff: z.boolean(),
      })
      .nullable(),
    /** Where else one could go, when there are no seats here, or when it is not for everybody. */
    alternatives: z.array(alternative),
  })
  .meta({ id: 'Seats' })

export const manageView = z
  .strictObject({
    outcome: z.enum([...outcomes, 'offered']),
    code: z.string(),
    /** What it is for: one session, or a course or club with its next session. */
    for: z.enum(signUpAbouts),
    sessionId: z.uuid(),
    title: text,
    start: z.string(),
    end: z.string(),
    cancelled: z.boolean(),
    started: z.boolean(),
    /** Invented: nobody waits there. */
    sample: z.boolean(),
    name: z.string(),
    attending: z.boolean(),
    others: z.array(member),
    /** Children who come along into care, and how many might; null: none do, and none is offered. */
    care: z.strictObject({ children: z.int(), most: z.int() }).nullable(),
    needs,
    /** The next meetings of a course or a club, soonest first, and whether they said that they won't come. */
    meetings: z.array(
      z.strictObject({ session: z.uuid(), start: z.string(), end: z.string(), cancelled: z.boolean(), away: z.boolean() }),
    ),
    /** Of a volunteer; start and end are then those of the shift. */
    shift: ownShift.nullable(),
    /** Until when the seat is kept for them, at least; null: none is offered. */
    offer: z.strictObject({ until: z.iso.datetime() }).nullable(),
    /** Whether a seat was offered and nobody took it in time. */
    lapsed: z.boolean(),
    /** What taking a withdrawal back would give now - the seats, the first place in the queue, the old place in it - and until when; null: nothing to take back. */
    undo: z.strictObject({ until: z.iso.datetime(), gives: z.enum(['seat', 'first', 'place']) }).nullable(),
  })
  .meta({ id: 'ManagedSignUp' })

/** Where the links of all sign-ups of a mailbox are to be mailed: to itself. */
export const linksInput = z
  .strictObject({ contact: z.string().max(1000), language: z.enum(languages) })
  .meta({ id: 'LinksInput' })
export const linksInputByLink = z.strictObject({ language: z.enum(languages) })

/** The new link of a sign-up; the former one opens nothing any more. */
export const renewedLink = z.strictObject({ token: z.string() }).meta({ id: 'RenewedLink' })

/** "I won't come that day", and taking it back; of a course or a club. */
export const absenceInput = z.strictObject({ session: z.uuid(), away: z.boolean() }).meta({ id: 'AbsenceInput' })

/** Another time of the same session. */
export const slotInput = z.strictObject({ slot: z.string().max(30) }).meta({ id: 'SlotInput' })

const choice = z.strictObject({
  id: z.uuid(),
  title: text,
  start: z.string(),
  place: z.string().nullable(),
  /** Of an appointment: the free time there. */
  slot: z.strictObject({ start: z.string(), end: z.string() }).nullable(),
})

/** Where else in the program somebody who signed up could go, for as many people: the same series first. */
export const elsewhereView = z.strictObject({ choices: z.array(choice) }).meta({ id: 'Elsewhere' })

/** Goes there instead, if there are seats; else everything stays as it is. */
export const exchangeInput = z
  .strictObject({
    sessionId: z.uuid(),
    language: z.enum(languages),
    seen: z.string().max(30),
    /** By appointment: the start of the time that they want; at their own session only the time changes, and the link stays. */
    slot: z.string().max(30).optional(),
    notice: z.literal(noticeVersion),
  })
  .meta({ id: 'ExchangeInput' })

export const partyInput = z
  .strictObject({
    ...party,
    /** Absent: they stay as they are. */
    care: care.optional(),
    needs: needs.optional(),
  })
  .meta({ id: 'PartyInput' })
