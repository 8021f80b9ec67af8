import * as z from 'zod'
import type { Answer } from './answer.ts'
import { languages, noticeVersion } from './kinds.ts'
import { safeContactView } from './safe-contact.ts'
import { care, largestParty, needs, signUpAbouts } from './sign-up.ts'
import { text } from './text.ts'

/** What staff see of the people who sign up, and do for them: on a session's page and at the phone desk. */

const member = z.strictObject({ name: z.string().max(1000), child: z.boolean() })
const party = { attending: z.boolean(), others: z.array(member).max(largestParty - 1) }
const id = z.uuid()

const slot = z.strictObject({ start: z.string(), end: z.string() })

export const listedStatuses = ['confirmed', 'offered', 'waiting', 'withdrawn'] as const
export const sources = ['web', 'phone', 'desk', 'door'] as const

/** One party on a list. */
export const listedSignUp = z
  .strictObject({
    id,
    name: z.string(),
    /** Null where there is none, and for who may not read it. */
    contact: z.string().nullable(),
    status: z.enum(listedStatuses),
    /** Of an offered seat: until when it is kept; null: nobody has told them yet. */
    offeredUntil: z.iso.datetime().nullable(),
    /** The place in the queue, from 1. */
    place: z.int().nullable(),
    seats: z.int(),
    ...party,
    /** Children who come along into care. */
    care: z.int(),
    /** Expected each time, and said not to come to this meeting. */
    away: z.boolean(),
    /** Of an appointment: its time; `outside`: the hours have become shorter since. */
    slot: z.strictObject({ start: z.string(), end: z.string(), outside: z.boolean() }).nullable(),
    /** Null where nothing was said, and for who may not read it: needs may tell of somebody's health. */
    needs: needs.nullable(),
    /** Whether staff found that they may come, where that is asked by nobody in public; null: nobody has looked yet. */
    fits: z.strictObject({ yes: z.boolean(), by: z.string(), at: z.iso.datetime() }).nullable(),
    source: z.enum(sources),
    /** The member of staff who wrote it down. */
    recordedBy: z.string().nullable(),
    at: z.iso.datetime(),
    /** What taking a withdrawal back would give now, and until when. */
    undo: z.strictObject({ until: z.iso.datetime(), gives: z.enum(['seat', 'first', 'place']) }).nullable(),
  })
  .meta({ id: 'ManagedListedSignUp' })

export const peopleView = z
  .strictObject({
    /** What the list is of. */
    for: z.enum(signUpAbouts),
    title: text,
    start: z.string(),
    standing: z.enum(['open', 'not-yet', 'closed', 'started', 'cancelled', 'elsewhere', 'draft']),
    capacity: z.int().nullable(),
    taken: z.int(),
    waiting: z.int(),
    /** Care for children: its seats, and those that are taken; null: none is offered, or each comes at a time of their own. */
    care: z.strictObject({ seats: z.int(), taken: z.int() }).nullable(),
    /** By appointment: the times that are free; null: nobody has a time of their own. */
    slots: z.array(slot).nullable(),
    /** Those with seats, then those who wait in their order, then who withdrew within a day. */
    list: z.array(listedSignUp),
    /** Whether this reader plans the session: then they see contacts, take the list away as a file, and withdraw people without a caller check. */
    plans: z.boolean(),
    /** Whether somebody has to find out who may come, as a form that asks would tell of people what is nobody's business. */
    asksStaff: z.boolean(),
  })
  .meta({ id: 'ManagedPeople' })

/** Null takes it back. Never why. */
export const fitsInput = z.strictObject({ fits: z.boolean().nullable() }).meta({ id: 'FitsInput' })

const who = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('known'), id }),
  z.strictObject({ kind: z.literal('new'), name: z.string().max(1000), contact: z.string().max(1000).nullable() }),
])

/** A member of staff signs somebody up: by the rules of the public form, but a contact is not needed, and overbooking is said. */
export const staffSignUpInput = z
  .strictObject({
    who,
    ...party,
    care: care.optional(),
    needs: needs.optional(),
    language: z.enum(languages),
    seen: z.string().max(30),
    /** By appointment: the start of the time that they want. */
    slot: z.string().max(30).optional(),
    waiting: z.boolean(),
    /** Gives seats although there are none left, in the care for children too. */
    overbook: z.boolean(),
    source: z.enum(['phone', 'desk']),
    /** The version of the notice that was read out. */
    notice: z.literal(noticeVersion),
  })
  .meta({ id: 'ManagedSignUpInput' })

export const staffSignUpAnswer = z
  .strictObject({ id, outcome: z.enum(['confirmed', 'waiting']), seats: z.int(), code: z.string() })
  .meta({ id: 'ManagedSignUpAnswer' })

/** Three letters of a name, six digits of a phone number, or a whole paper code. */
export const personQuery = z.strictObject({ q: z.string().min(3).max(100) })

export const foundPeople = z
  .strictObject({
    people: z.array(
      z.strictObject({
        id,
        name: z.string(),
        /** Enough to tell two of one name apart: the end of a number, the beginning of an address. */
        hint: z.string().nullable(),
        /** Of a child: who signs it up. */
        guardian: z.string().nullable(),
      }),
    ),
    /** The paper code was that of a sign-up of the only one found. */
    byCode: z.boolean(),
    more: z.boolean(),
  })
  .meta({ id: 'ManagedFoundPeople' })

export const callerProofs = ['code', 'call-back'] as const

/** One meeting that somebody is signed up for. */
export const comingMeeting = z.strictObject({
  signUp: id,
  session: id,
  title: text,
  start: z.string(),
  end: z.string(),
  venue: z.string().nullable(),
  address: z.string().nullable(),
  status: z.enum(['confirmed', 'offered', 'waiting']),
  /** Of a course or a club: expected each time. */
  course: z.boolean(),
  /** Said not to come this time. */
  away: z.boolean(),
  /** Start and end are then those of their own time. */
  appointment: z.boolean(),
  /** What they do there as a volunteer; start and end are then those of their shift. */
  shift: text.nullable(),
  cancelled: z.boolean(),
  code: z.string(),
  people: z.array(z.string()),
  /** Children who come along into care. */
  care: z.int(),
  /** It has changed, and nobody has said to know. */
  untold: z.boolean(),
  /** Never printed unless somebody asks for it. */
  discreet: z.boolean(),
})

export const personView = z
  .strictObject({
    id,
    name: z.string(),
    language: z.enum(languages),
    /** The number to call back. */
    phone: z.string().nullable(),
    /** How they may be reached without harm, to be read before anything else; null: nothing was said. */
    safe: safeContactView.nullable(),
    /** Whether this reader plans something they come to, and so may note that without a caller check. */
    plans: z.boolean(),
    /** How this member of staff made sure who is on the line; null: nothing may be read out. */
    checked: z.strictObject({ proof: z.enum(callerProofs), until: z.iso.datetime() }).nullable(),
    /** What may be read out: after a code that sign-up, after a call-back everything of the same name and contact. */
    coming: z.array(comingMeeting).nullable(),
  })
  .meta({ id: 'ManagedPerson' })

export const checkInput = z
  .discriminatedUnion('proof', [
    z.strictObject({ proof: z.literal('code'), code: z.string().max(20) }),
    z.strictObject({ proof: z.literal('call-back') }),
  ])
  .meta({ id: 'ManagedCheckInput' })

/** More web sign-ups within an hour than anybody expected, by people whom nobody knows from before (T30). */
export const rushView = z
  .strictObject({
    rush: z
      .strictObject({
        from: z.iso.datetime(),
        to: z.iso.datetime(),
        count: z.int(),
        /** Among them, of people who signed up to something before: they stay. */
        kept: z.int(),
        /** The latest. */
        names: z.array(z.string()),
      })
      .nullable(),
    /** What was taken out in one act and can be put back. */
    waves: z.array(z.strictObject({ wave: id, count: z.int(), until: z.iso.datetime() })),
  })
  .meta({ id: 'Rush' })
export type RushView = z.infer<typeof rushView>
export const rushInput = z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }).meta({ id: 'RushInput' })
export const rushUndoInput = z.strictObject({ wave: id }).meta({ id: 'RushUndoInput' })

/** Where one can sign up now. */
export const offersView = z
  .strictObject({
    offers: z.array(
      z.strictObject({
        session: id,
        title: text,
        start: z.string(),
        end: z.string(),
        venue: z.string().nullable(),
        district: z.string().nullable(),
        stepFree: z.enum(['yes', 'no', 'unknown']),
        /** Seats left; null: no limit. */
        free: z.int().nullable(),
        /** Care for children: how many one sign-up may bring, and the seats left; null: none is offered. */
        care: z.strictObject({ most: z.int(), free: z.int() }).nullable(),
        for: z.enum(signUpAbouts),
        /** By appointment: the times that are free. */
        slots: z.array(slot).nullable(),
        /** Never printed unless somebody asks for it. */
        discreet: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ManagedOffers' })

export const callbackInput = z
  .strictObject({
    program: id,
    name: z.string().max(1000),
    phone: z.string().max(100),
    about: z.string().max(500),
  })
  .meta({ id: 'ManagedCallbackInput' })

export const callbacksView = z
  .strictObject({
    /** Where this reader may put one down. */
    programs: z.array(z.strictObject({ id, name: z.string() })),
    callbacks: z.array(
      z.strictObject({
        id,
        name: z.string(),
        phone: z.string(),
        about: z.string(),
        program: z.string(),
        at: z.iso.datetime(),
        by: z.string(),
        done: z.strictObject({ at: z.iso.datetime(), by: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'ManagedCallbacks' })

export type PeopleView = Answer<typeof peopleView>
export type ListedSignUp = Answer<typeof listedSignUp>
export type StaffSignUpInput = z.infer<typeof staffSignUpInput>
export type StaffSignUpAnswer = Answer<typeof staffSignUpAnswer>
export type FoundPeople = Answer<typeof foundPeople>
export type PersonView = Answer<typeof personView>
export type ComingMeeting = Answer<typeof comingMeeting>
export type CheckInput = z.infer<typeof checkInput>
export type Offer = Answer<typeof offersView>['offers'][number]
export type OffersView = Answer<typeof offersView>
export type CallbackInput = z.infer<typeof callbackInput>
export type CallbacksView = Answer<typeof callbacksView>
