import type { MergeClash, MergeInput, MergeStay } from '#shared/contract/merge.ts'
import type { SafeContactInput } from '#shared/contract/safe-contact.ts'
import { AppError } from '../../errors.ts'
import { moreCareful } from '../people/rules.ts'

/** What one is called and how one is reached. */
export type Identity = { readonly name: string; readonly email: string | null; readonly phone: string | null }

/** Who stays, as whoever decides said it; a number or a mailbox that only one of them has isn't lost. */
export function identityOf(choice: MergeInput, person: Identity, other: Identity): Identity {
  const chosen = (key: keyof Identity): Identity => (choice[key] === 'person' ? person : other)
  return {
    name: chosen('name').name,
    email: chosen('email').email ?? person.email ?? other.email,
    phone: chosen('phone').phone ?? person.phone ?? other.phone,
  }
}

/** What a mark says of somebody at a meeting. */
export type Marked = {
  readonly id: string
  readonly present: boolean
  readonly walkInId: string | null
  readonly at: string
  readonly markId: string
}

/** Of two marks of one person at one meeting: that they were there, else the later one. */
export function holdingMark(one: Marked, other: Marked): Marked {
  if (one.present !== other.present) return one.present ? one : other
  return one.at === other.at ? (one.markId > other.markId ? one : other) : one.at > other.at ? one : other
}

/** A row of `SafeContact` as the database writes it. */
export type SafeRow = Omit<SafeContactInput, 'mail'> & {
  readonly personId: string
  readonly mail: keyof typeof mails
  readonly notedAt: string
  readonly notedById: string
}
const mails = { USUAL: 'usual', NEUTRAL: 'neutral', NONE: 'none' } as const
const mailsBack = { usual: 'USUAL', neutral: 'NEUTRAL', none: 'NONE' } as const

/** What both rows allow. */
export function carefulRow(one: SafeRow, other: SafeRow): Omit<SafeRow, 'personId' | 'notedAt' | 'notedById'> {
  const { mail, ...rest } = moreCareful({ ...one, mail: mails[one.mail] }, { ...other, mail: mails[other.mail] })
  return { ...rest, mail: mailsBack[mail] }
}

/** What a merge left, and how that stands now. */
export type Standing = {
  readonly left: Identity & { readonly safeAt: string | null }
  readonly now: (Identity & { readonly safeAt: string | null; readonly erased: boolean; readonly merged: boolean }) | null
  /** Whether the same person was merged with somebody else after it. */
  readonly later: boolean
}

/** Why a merge can't be taken back; null: it can. What was signed up since then stays where it is. */
export function staysBecause({ left, now, later }: Standing): MergeStay | null {
  if (now?.merged || later) return 'merged-since'
  if (!now || now.erased) return 'forgotten'
  if (now.name !== left.name || now.email !== left.email || now.phone !== left.phone) return 'edited'
  return now.safeAt === left.safeAt ? null : 'safe-contact'
}

export class CannotMergeError extends AppError {
  readonly code = 'cannot-merge'
  readonly status = 409
  constructor(clash: MergeClash) {
    super('these two can not be one person, or not yet: `clash` says why', { clash })
  }
}

export class MergedMeanwhileError extends AppError {
  readonly code = 'merged-meanwhile'
  readonly status = 409
  constructor() {
    super('somebody has merged or erased one of them meanwhile: look again')
  }
}

export class MergeStaysError extends AppError {
  readonly code = 'merge-stays'
  readonly status = 409
  constructor(why: MergeStay) {
    super('this can not be taken back any more: `why` says what happened since', { why })
  }
}
