import * as z from 'zod'
import type { Answer } from './answer.ts'
import { daysBetween } from '#shared/time/calendar.ts'
import { languages } from './kinds.ts'
import { text } from './text.ts'

/** How much a program or a project did, and for how many: read from what was marked at the door. */

/** The longest projects take six years. */
export const longestNumbersDays = 4000

export const numbersQuery = z
  .strictObject({
    from: z.iso.date('a day, as 2026-01-01'),
    to: z.iso.date('a day, as 2026-12-31'),
    lang: z.enum(languages, `one of ${languages.join(', ')}`).default('pl'),
  })
  .refine(({ from, to }) => daysBetween(from, to) >= 0 && daysBetween(from, to) < longestNumbersDays, {
    path: ['to'],
    error: `a day from \`from\` on, so that both are within ${longestNumbersDays} days`,
  })

const figures = z.strictObject({
  /** Meetings that took place and are over. */
  held: z.int(),
  cancelled: z.int(),
  toCome: z.int(),
  /** Of those held: where somebody marked who came, or counted heads. */
  counted: z.int(),
  /** Everybody at each meeting, with names or without. Null: there were meetings, and nobody counted at any. */
  visits: z.int().nullable(),
  /** Different people who were marked by their name; who came often counts once. Null as `visits`. */
  people: z.int().nullable(),
  volunteers: z.int(),
  /** Elapsed hours on shifts that volunteers worked; what overlaps counts once. */
  hours: z.number(),
})

export const numbersView = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    from: z.string(),
    to: z.string(),
    /** How many people the project has promised to reach; of a program null. */
    target: z.int().nullable(),
    all: figures,
    /** Of a project: only what each part paid for, while it did. */
    parts: z.array(z.strictObject({ id: z.uuid(), name: z.string(), figures })),
    /** Meetings held of which nobody said how many came, the latest first; `uncountedMore`: how many are left out. */
    uncounted: z.array(z.strictObject({ id: z.uuid(), title: text, start: z.string() })),
    uncountedMore: z.int(),
  })
  .meta({ id: 'ManagedNumbers' })

export type NumbersQuery = z.infer<typeof numbersQuery>
export type NumbersView = Answer<typeof numbersView>
export type Figures = Answer<typeof figures>
