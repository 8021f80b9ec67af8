import * as z from 'zod'
import { comparisons, indicatorMoments, indicatorUnits, sexes } from '../kinds.ts'
import { day } from '../text.ts'
import { amount, line, managedHead, managedRow, name, optionalTexts, people, reference, slugInput, texts } from './fields.ts'

/** Null is new; the id of one that is there keeps it. */
const ownId = reference.nullable()

export const indicatorInput = z
  .strictObject({
    id: ownId,
    name: texts,
    unit: z.enum(indicatorUnits),
    comparison: z.enum(comparisons),
    value: z.int().min(0).max(1_000_000),
    sex: z.enum(sexes).nullable(),
    moment: z.enum(indicatorMoments),
    /** What a percentage is of. */
    denominator: optionalTexts,
  })
  .refine(({ unit, value }) => unit !== 'PERCENT' || value <= 100, { path: ['value'] })

export const partInput = z.strictObject({
  id: ownId,
  /** As the documents number it; empty where they don't. */
  code: line,
  name: z.string().trim().max(500),
  value: amount.nullable(),
  eu: amount.nullable(),
  audience: optionalTexts,
  indicators: z.array(indicatorInput).max(100),
  /** Forms of support as the documents name them, in Polish, exactly. */
  support: z.array(z.strictObject({ id: ownId, group: line, name: z.string().trim().min(1).max(500) })).max(200),
})

export const callInput = z.strictObject({
  id: ownId,
  name: texts,
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  /** Who comes first. Checked by staff, never asked in public. */
  criteria: z.array(z.strictObject({ id: ownId, text: texts })).max(50),
})

export const historyInput = z.strictObject({
  id: ownId,
  startsOn: day,
  endsOn: day.nullable(),
  /** How the source dates it, where it names no day. */
  whenText: optionalTexts,
  text: texts,
  people: people.nullable(),
})

export const projectRoles = ['BENEFICIARY', 'IMPLEMENTER', 'PARTNER', 'MANAGING_AUTHORITY'] as const

export const projectInput = z.strictObject({
  name: z.string().trim().min(1).max(200),
  slug: slugInput,
  grantNumber: line.nullable(),
  cityId: reference.nullable(),
  startsOn: day,
  endsOn: day,
  /** False where the source names only a year. */
  datesExact: z.boolean(),
  organisations: z.array(z.strictObject({ organisationId: reference, role: z.enum(projectRoles) })).max(50),
  description: optionalTexts,
  /** Programme, axis, measure, submeasure and source of money, in the order published. */
  fundLines: z.array(z.string().trim().min(1).max(500)).max(20),
  /** As published, also where the parts don't add up. */
  valueTotal: amount.nullable(),
  grantTotal: amount.nullable(),
  grantEu: amount.nullable(),
  grantNational: amount.nullable(),
  peopleTarget: people.nullable(),
  peopleAbout: z.boolean(),
  peopleNote: optionalTexts,
  fundSentence: optionalTexts,
  fundLogos: z.array(z.strictObject({ src: z.string().trim().min(1).max(500), alt: name })).max(10),
  keepUntil: day.nullable(),
  /** Where the source contradicts itself: for those who manage or audit. Null for everybody else. */
  sourceNote: z.string().trim().max(5000).nullable(),
  /** At least one; a project whose documents name none has one with an empty code. */
  parts: z.array(partInput).min(1).max(50),
  calls: z.array(callInput).max(50),
  history: z.array(historyInput).max(200),
})

export const projectManaged = z.strictObject({ ...managedHead, ...projectInput.shape }).meta({ id: 'ManagedProject' })
export const projectRow = z
  .strictObject({
    ...managedRow,
    city: z.string().nullable(),
    startsOn: day,
    endsOn: day,
    datesExact: z.boolean(),
    parts: z.int(),
  })
  .meta({ id: 'ManagedProjectRow' })
