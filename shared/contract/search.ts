import * as z from 'zod'
import { plannedSession } from './plan.ts'
import { text } from './text.ts'
import { languages } from './kinds.ts'

export const searchBounds = { letters: 2, lettersForPeople: 3, length: 100, rows: 10 } as const

export const searchQuery = z.strictObject({
  q: z
    .string('at least two letters or digits')
    .max(searchBounds.length, `at most ${searchBounds.length} characters`)
    .refine((q) => (q.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= searchBounds.letters, 'at least two letters or digits'),
  lang: z.enum(languages, `one of ${languages.join(', ')}`).default('pl'),
})

const found = { id: z.uuid(), name: z.string(), slug: z.string() }

/** What was found, of each kind at most ten, and only what is in reach of who asks. */
export const searchAnswer = z
  .strictObject({
    series: z.array(z.strictObject({ id: z.uuid(), slug: z.string(), title: text, program: z.string() })),
    /** Those of a day that stands in the question. */
    sessions: z.array(plannedSession.extend({ venueName: z.string().nullable() }).meta({ id: 'FoundSession' })),
    clubs: z.array(z.strictObject(found)),
    programs: z.array(z.strictObject(found)),
    venues: z.array(z.strictObject({ ...found, address: z.string() })),
    /** Accounts, for administrators. */
    people: z.array(z.strictObject({ id: z.uuid(), name: z.string(), email: z.string() })),
  })
  .meta({ id: 'Found' })
