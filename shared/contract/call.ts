import * as z from 'zod'
import { languages } from './kinds.ts'
import { safeToCall } from './safe-contact.ts'
import { text } from './text.ts'

/** Of one session, or of all in reach; the head of the table is in a language. */
export const textsQuery = z.strictObject({ session: z.uuid().optional(), lang: z.enum(languages).optional() })

/** How a call ended, as the caller says it. */
export const callResults = ['TOLD', 'NO_ANSWER', 'LATER', 'WRONG_NUMBER', 'TEXTED'] as const
/**
 * Why a mail doesn't do: there is no mailbox, it refused, there is no SMTP_URL; or it (`unconfirmed`), or a text message (`texted`), went out and
 * nobody said that it was read.
 */
export const callReasons = ['no-mail', 'refused', 'kept', 'unconfirmed', 'texted'] as const
/** Of how many notices one request says something: a whole table of text messages. */
export const mostNotices = 2000
export const callNews = ['cancelled', 'moved', 'place', 'restored', 'added', 'holds', 'promoted', 'offer', 'sign-up'] as const

const toTell = z.strictObject({
  sessionId: z.uuid(),
  news: z.enum(callNews),
  title: text,
  start: z.string(),
  end: z.string(),
  /** When it was to be, where that has changed. */
  formerly: z.strictObject({ start: z.string(), end: z.string() }).nullable(),
  place: z.string().nullable(),
})

const call = z.strictObject({
  /** Notices that this call is about; what the caller says of it is said of all of them. */
  notices: z.array(z.uuid()),
  name: z.string(),
  /** Null too for whom neither a call nor an SMS may reach. */
  phone: z.string().nullable(),
  /** How they may be called without harm; null: as anybody. */
  safe: safeToCall.nullable(),
  reason: z.enum(callReasons),
  tell: z.array(toTell),
  /** `now`: to be called; `later`: tried, again after a while, or not a safe hour; `no-way`: there is no number, or a wrong one. */
  state: z.enum(['now', 'later', 'no-way']),
  /** The last attempt that wasn't undone. */
  last: z
    .strictObject({ result: z.enum(callResults), at: z.iso.datetime(), again: z.iso.datetime().nullable(), by: z.string() })
    .nullable(),
  /** For the office's phone: 70 characters, or 160 without accents. Null for whom no SMS may reach. */
  sms: z.string().nullable(),
  /** Whether they are in the table for the office's gateway now: to a mobile phone, where and when a text is safe. */
  inTexts: z.boolean(),
})

/** People to phone, the most urgent first. */
export const callList = z.strictObject({ calls: z.array(call) }).meta({ id: 'CallList' })

export const callInput = z
  .strictObject({
    notices: z.array(z.uuid()).min(1).max(mostNotices),
    result: z.enum(callResults).meta({ description: '`TEXTED`: a text message went out, which isn’t knowing.' }),
    again: z.iso.datetime().optional().meta({ description: 'With `LATER`: when, within a week.' }),
  })
  .meta({ id: 'CallInput' })

export const callDone = z.strictObject({ id: z.uuid() }).meta({ id: 'CallDone' })

/** `id`: the call, which can be undone; null: there was nothing to tell. */
export const toldDone = z.strictObject({ id: z.uuid().nullable() }).meta({ id: 'ToldDone' })

/** How many of those who have a seat know of the last change of a session, by sign-ups. */
export const reachView = z
  .strictObject({
    known: z.int(),
    sent: z.int(),
    /** A text message went out, and nobody said that it was read. */
    texted: z.int(),
    unreachable: z.int(),
    /** The mail hasn't gone out yet. */
    pending: z.int(),
    /** Who doesn't know and won't be called any more, by name. */
    left: z.array(z.string()),
  })
  .meta({ id: 'Reach' })

/** What somebody who signed up was told and hasn't said yet to know. */
export const newsForSignUp = z
  .strictObject({
    news: z.array(
      z.strictObject({
        news: z.enum(callNews),
        title: text,
        start: z.string(),
        end: z.string(),
        formerly: z.strictObject({ start: z.string(), end: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'ManagedNews' })
