import * as z from 'zod'
import type { Answer } from './answer.ts'
import { auditSubjects } from './audit-subjects.ts'
import { languages } from './kinds.ts'
import { day } from './text.ts'

const moment = z.iso.datetime()
/** The number of an act, as text: it may pass what a JSON number holds. */
const actNumber = z.string().regex(/^\d{1,18}$/)

const filter = {
  /** The history of one thing and of all that is part of it. */
  object: z.uuid().optional(),
  account: z.uuid().optional(),
  subject: z.enum(auditSubjects).optional(),
  /** Local days, both inside. */
  from: day.optional(),
  to: day.optional(),
  lang: z.enum(languages).default('pl'),
}

export const auditQuery = z.strictObject({ ...filter, before: actNumber.optional() })
export const auditExportQuery = z.strictObject(filter)

export const auditAct = z
  .strictObject({
    id: actNumber,
    at: moment,
    /** Null: the server itself, or somebody whose account is gone. */
    account: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
    /** What it was as a whole, where that has a word: an import, an undo. */
    act: z.string().nullable(),
    lines: z.array(
      z.strictObject({
        text: z.string(),
        /** What stands beneath: each of 52 sessions. */
        more: z.array(z.string()),
        /** How many there are beyond those. */
        rest: z.int(),
      }),
    ),
  })
  .meta({ id: 'AuditAct' })

export const auditAnswer = z
  .strictObject({
    acts: z.array(auditAct),
    /** Give it as `before` to read on; null: that was all. */
    next: actNumber.nullable(),
    /** Who has done something that you may see; on the first page only. */
    people: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'Audit' })

export type AuditActView = Answer<typeof auditAct>
export type AuditAnswer = Answer<typeof auditAnswer>
export type { AuditSubject } from './audit-subjects.ts'
