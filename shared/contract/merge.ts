import * as z from 'zod'
import type { Answer } from './answer.ts'
import { listedStatuses } from './desk.ts'
import { text } from './text.ts'

/** Staff find that two people are one (mechanics 21). The web never does. */

/** For so many days that can be taken back; then what the other was called is forgotten. */
export const mergeUndoDays = 30

/** Why two can't be one, or not yet. */
export const mergeClashes = ['same-party', 'family', 'child', 'stand-in'] as const
/** Why it can't be taken back. */
export const mergeStays = ['merged-since', 'edited', 'safe-contact', 'forgotten'] as const

const id = z.uuid()

const held = z.strictObject({
  id,
  title: text,
  /** Of a session, a shift or an appointment; null: of a whole course or club. */
  start: z.string().nullable(),
  kind: z.enum(['session', 'course', 'club', 'appointment', 'shift']),
  status: z.enum(listedStatuses),
  seats: z.int(),
})

/** Both have a place in one list: two places of one person from then on, until somebody gives one back. */
const twice = z.strictObject({ title: text, start: z.string().nullable(), signUps: z.array(held) })

export const doublesView = z
  .strictObject({
    /** Others who may be this person. */
    doubles: z.array(
      z.strictObject({
        id,
        name: z.string(),
        /** Enough to tell two of one name apart. */
        hint: z.string().nullable(),
        guardian: z.string().nullable(),
        same: z.enum(['name-and-contact', 'contact', 'name']),
      }),
    ),
    /** Who was found to be this person, the latest first; empty for who may not take it back. */
    merges: z.array(
      z.strictObject({
        id,
        name: z.string(),
        hint: z.string().nullable(),
        at: z.iso.datetime(),
        by: z.string(),
        until: z.iso.datetime(),
        /** Null: it can be taken back. */
        stays: z.enum(mergeStays).nullable(),
      }),
    ),
    /** Whether this reader merges people anywhere. */
    mayMerge: z.boolean(),
    /** Lists on which this person stands more than once; for who plans them. */
    twice: z.array(twice),
  })
  .meta({ id: 'Doubles' })

const side = z.strictObject({
  id,
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  guardian: z.string().nullable(),
  children: z.array(z.string()),
  /** When they were written down first. */
  since: z.iso.datetime(),
  /** What is to come. */
  signUps: z.array(held),
  /** At how many meetings they were marked. */
  attended: z.int(),
  /** How many papers of a volunteer were noted, and how many phones read a calendar of theirs. */
  papers: z.int(),
  calendars: z.int(),
  /** Whether they asked to be reached with care. */
  safe: z.boolean(),
})

export const mergeLook = z
  .strictObject({ person: side, other: side, twice: z.array(twice), clash: z.enum(mergeClashes).nullable() })
  .meta({ id: 'PeopleMergeLook' })

const whose = z.enum(['person', 'other'])

/** Whose name and contacts stay. Where only one of them has a number or a mailbox, that one stays anyway. */
export const mergeInput = z.strictObject({ name: whose, phone: whose, email: whose }).meta({ id: 'PeopleMergeInput' })

export const mergeAnswer = z.strictObject({ id }).meta({ id: 'MergedPeople' })

export type DoublesView = Answer<typeof doublesView>
export type MergeLook = Answer<typeof mergeLook>
export type MergeSide = MergeLook['person']
export type MergeInput = z.infer<typeof mergeInput>
export type MergeClash = (typeof mergeClashes)[number]
export type MergeStay = (typeof mergeStays)[number]
export type HeldPlace = MergeSide['signUps'][number]
export type Twice = MergeLook['twice'][number]
