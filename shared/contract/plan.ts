import * as z from 'zod'
import { daysBetween } from '#shared/time/calendar.ts'
import { activityKinds, enrolmentModes, languages, slugOf } from './kinds.ts'
import { day, link, slug, text } from './text.ts'

/** How many days an organiser can see at once: a month's table with the weeks around it, or a quarter in two looks. */
export const longestPlanDays = 62
/** More values of one filter than anybody chooses. */
const mostValues = 20

/** A parameter that may stand several times. */
const any = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(schema).max(mostValues)).optional()

/** What the plan is asked for: local days, both inside, and filters, of each any of its values. */
export const planQuery = z
  .strictObject({
    from: z.iso.date('a day, as 2026-11-23'),
    to: z.iso.date('a day, as 2026-11-29'),
    lang: z.enum(languages, `one of ${languages.join(', ')}`).default('pl'),
    club: any(slug),
    program: any(slug),
    venue: any(slug),
    room: any(z.uuid('the id of a room')),
    /** The account of whoever leads it. */
    host: any(z.uuid('the id of an account')),
    kind: any(z.enum(activityKinds.map(slugOf), 'the slug of a kind of activity')),
    status: z.enum(['planned', 'cancelled'], 'planned or cancelled').optional(),
    draft: z.enum(['yes', 'no'], 'yes or no').optional(),
  })
  .refine(({ from, to }) => daysBetween(from, to) >= 0 && daysBetween(from, to) < longestPlanDays, {
    path: ['to'],
    error: `a day from \`from\` on, so that both are within ${longestPlanDays} days`,
  })
export type PlanQuery = z.infer<typeof planQuery>

const wallTime = z.iso.datetime({ local: true, precision: 0 })

/**
 * A session as organisers see it in the plan: drafts and cancelled ones included. What it is called, what kind it is, whose it is
 * and who leads it is null where it is discreet and that isn't the reader's business.
 */
export const plannedSession = z
  .strictObject({
    id: z.uuid(),
    /** The slug of its series. */
    series: slug.nullable(),
    title: text,
    when: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('timed'), start: wallTime, end: wallTime }),
      z.strictObject({ kind: z.literal('all-day'), firstDay: day, lastDay: day }),
    ]),
    kind: z.enum(activityKinds).nullable(),
    enrolment: z.enum(enrolmentModes).nullable(),
    draft: z.boolean(),
    cancelled: z.boolean(),
    moved: z.boolean(),
    discreet: z.boolean(),
    sample: z.boolean(),
    host: z.string().nullable(),
    /** The most people that the organisers want; null: nobody said. */
    capacity: z.int().nullable(),
    /** Names stand once, in the lists beside. */
    venue: slug.nullable(),
    room: z.uuid().nullable(),
    program: slug.nullable(),
    club: slug.nullable(),
  })
  .meta({ id: 'SessionInPlan' })

const plannedRoom = z.strictObject({ id: z.uuid(), name: z.string(), venue: slug, capacity: z.int().nullable() })

/** The plan of some days, in order of start. */
export const planAnswer = z
  .strictObject({
    sessions: z.array(plannedSession),
    venues: z.array(link),
    rooms: z.array(plannedRoom),
    programs: z.array(link),
    clubs: z.array(link),
  })
  .meta({ id: 'Plan' })

/** What the plan can be filtered by: only what the reader may see. */
export const planChoices = z
  .strictObject({
    programs: z.array(link),
    clubs: z.array(link.extend({ program: slug })),
    venues: z.array(link.extend({ rooms: z.array(z.strictObject({ id: z.uuid(), name: z.string() })) })),
    hosts: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'PlanChoices' })
