import * as z from 'zod'
import { isSlugShaped } from '../selection.ts'

/** What the forms of organisers are made of. Not for public pages: it loads zod. */

export const name = z.string().trim().min(1).max(200)
export const line = z.string().trim().max(200)
export const slugInput = z.string().min(1).max(100).refine(isSlugShaped)
export const reference = z.uuid()
export const version = z.int().min(1)
export const people = z.int().min(1).max(1_000_000)

/** Złoty as text, so that no digit is lost: `13460712.28`. */
export const amount = z.string().regex(/^\d{1,12}(?:\.\d{1,2})?$/)

const words = z.string().max(20_000)
const byLanguage = z.strictObject({ pl: words, en: words.nullish(), uk: words.nullish() })

/** A text for residents: Polish always, the others where somebody wrote them. */
export const texts = byLanguage.refine(({ pl }) => pl.trim() !== '', { path: ['pl'] })

/** One that may be missing; blank in all languages means the same as null. */
export const optionalTexts = byLanguage
  .refine(({ pl, en, uk }) => pl.trim() !== '' || (isBlank(en) && isBlank(uk)), { path: ['pl'] })
  .nullable()

const isBlank = (text: string | null | undefined): boolean => (text ?? '').trim() === ''

/** What every thing that is managed says beside its own fields. */
export const managedHead = {
  id: reference,
  version,
  archived: z.boolean(),
  sample: z.boolean(),
  /** Whether whoever asks may change it. */
  mayChange: z.boolean(),
  /** What the ids in its fields are called. */
  names: z.record(z.string(), z.string()),
}

/** What every row of a list says. `about` is a second line in words that need no translation: an address, a city. */
export const managedRow = {
  id: reference,
  name: z.string(),
  archived: z.boolean(),
  sample: z.boolean(),
  mayChange: z.boolean(),
}

/** What a list is asked for. */
export const managedQuery = z.strictObject({
  search: z.string().trim().max(100).default(''),
  /** `yes`: only what is archived. */
  archived: z.enum(['yes', 'no']).default('no'),
  city: reference.optional(),
})
export type ManagedQuery = z.infer<typeof managedQuery>

export const archiveInput = z.strictObject({ version })
export const mergeInput = z.strictObject({
  /** What stays. */
  intoId: reference,
  /** True: say what would happen, and change nothing. */
  rehearse: z.boolean(),
})
export const madeAnswer = z.strictObject({ id: reference }).meta({ id: 'Made' })

/** What a merge moves, by noun, in the order in which people are told. */
export const mergeAnswer = z
  .strictObject({
    from: z.string(),
    into: z.string(),
    moved: z.array(z.strictObject({ what: z.string(), count: z.int() })),
    /** What goes on leading to the one that stays. */
    addresses: z.array(z.string()),
  })
  .meta({ id: 'Merge' })

/** A session that stands in the way, or that a closure hits; its title is null where it isn't the reader's business. */
export const sessionTold = z
  .strictObject({
    id: reference,
    title: z.string().nullable(),
    /** As typed: `2026-11-23T17:00:00`, or a day. */
    start: z.string(),
    end: z.string(),
    room: z.string().nullable(),
  })
  .meta({ id: 'SessionTold' })
