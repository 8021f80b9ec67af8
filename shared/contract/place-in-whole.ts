import * as z from 'zod'
import { amountLabels, audiences, comparisons, indicatorMoments, indicatorUnits, organisationRoles, sexes } from './kinds.ts'
import { day, link, text } from './text.ts'
import { venueView } from './venue.ts'

export const indicator = z
  .strictObject({
    name: text,
    comparison: z.enum(comparisons),
    value: z.int(),
    unit: z.enum(indicatorUnits),
    sex: z.enum(sexes).nullable(),
    moment: z.enum(indicatorMoments),
  })
  .meta({ id: 'Indicator' })

/** Złoty as published, with two decimals: `2625128.00`. */
const money = z.array(
  z.strictObject({
    label: z.enum(amountLabels),
    amount: z.string().regex(/^\d+\.\d\d$/),
    currency: z.literal('PLN'),
  }),
)

const part = z
  .strictObject({ code: z.string(), name: z.string(), money, indicators: z.array(indicator), audience: text.nullable() })
  .meta({ id: 'ProjectPart' })

export const support = z.strictObject({ group: z.string(), names: z.array(z.string()) }).meta({ id: 'Support' })

/** One shape for a program, a project and an organisation: one page template shows all three. */
export const placeInWhole = z
  .strictObject({
    ...link.shape,
    what: z.enum(['program', 'project', 'organisation']),
    description: text.nullable(),
    city: link.nullable(),
    /** First and last day, both inside. Not exact: the source names only years. */
    period: z.strictObject({ from: day, to: day, exact: z.boolean() }).nullable(),
    finished: z.boolean(),
    seat: venueView.nullable(),
    address: z.string().nullable(),
    runBy: z.array(link.extend({ role: z.enum(organisationRoles) })),
    projects: z.array(link),
    programs: z.array(link),
    clubs: z.array(link),
    districts: z.array(link),
    openTo: text.nullable(),
    audiences: z.array(z.enum(audiences)),
    editions: z.array(z.strictObject({ name: z.string(), size: z.int().nullable(), stages: z.array(z.string()) })),
    groups: z.array(z.string()),
    /** Fund, axis, measure, submeasure, source, in the order published. */
    fund: z.array(z.string()),
    money,
    people: z.strictObject({ target: z.int(), about: z.boolean(), note: text.nullable() }).nullable(),
    parts: z.array(part),
    support: z.array(support),
    /** `whenText` stands in for the days where the source names none. */
    history: z.array(
      z.strictObject({ from: day, to: day.nullable(), whenText: text.nullable(), text, people: z.int().nullable() }),
    ),
    sample: z.boolean(),
  })
  .meta({ id: 'PlaceInWhole' })
