import type { Language } from '#shared/contract/kinds.ts'
import type { Tx } from '../db/write.ts'

/** A mail that is put into words only when it is sent. */
export type Unwritten = {
  readonly id: string
  readonly kind: string
  readonly to: string
  readonly language: Language
  readonly discreet: boolean
  /** The other side may have taken an earlier wording of it. */
  readonly unclear: boolean
}

export type Composed = {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar: { readonly method: string; readonly text: string } | null
  /** By session: the SEQUENCE that goes out with it. */
  readonly sequences: Readonly<Record<string, number>>
  /** Notices that it tells. */
  readonly noticeIds: readonly string[]
}

/** What became of a mail: accepted, kept in the panel, or refused for good. */
export type Fate = 'SENT' | 'KEPT' | 'REFUSED'

/** Whoever knows what there is to say. The post knows only how mails travel. */
export type Composer = {
  /** Looks for what has become due, and lets mails about it wait, without words. */
  readonly gather: (now: Date) => Promise<void>
  /** The words, from what is true now; when to try again; or null when there is nothing to say any more. */
  readonly compose: (mail: Unwritten, now: Date) => Promise<Composed | { readonly later: Date } | null>
  /** Notes what became of it, in the transaction that notes it of the mail. */
  readonly settle: (tx: Tx, noticeIds: readonly string[], fate: Fate, now: Date) => Promise<void>
}
