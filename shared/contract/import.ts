import * as z from 'zod'
import { changedFields, importWarnings, nameFields, rowDecisions, rowStates } from './import-rows.ts'
import { reason } from './planning.ts'
import { activityKinds } from './kinds.ts'

/** What is imported: read once, looked at as a plan, then applied. */
const id = z.uuid()
const span = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('timed'), start: z.string(), end: z.string() }),
  z.strictObject({ kind: z.literal('all-day'), firstDay: z.string(), lastDay: z.string() }),
])

/** POST `imports.fetched`: a calendar or a table at an address. */
export const fetchInput = z.strictObject({ url: z.string().min(1).max(2000), sourceId: id.nullable().default(null) })

export const importReading = z
  .strictObject({
    id,
    /** The file's name, the address's host, or empty for what was pasted. */
    name: z.string(),
    kind: z.enum(['table', 'calendar']),
    sheets: z.array(z.strictObject({ name: z.string(), rows: z.int() })),
    /** An address that isn't https, so that others could read along and change what comes. */
    insecure: z.boolean(),
    /** What was imported before under this address or name. */
    source: z.strictObject({ id, name: z.string() }).nullable(),
  })
  .meta({ id: 'ImportReading' })

const names = z.record(z.string().max(300), z.string().max(60).nullable())

/** POST `imports.plan` and, with the `token` of the plan that was looked at, `imports.apply`. */
export const importChoices = z.strictObject({
  /** What the sessions are of; a club names its program too. */
  programId: id.nullable().default(null),
  clubId: id.nullable().default(null),
  /** An earlier import that this one continues. */
  sourceId: id.nullable().default(null),
  name: z.string().trim().min(1).max(120),
  sheet: z.int().min(0).max(100).default(0),
  /** In which column what stands, where the heads don't say it. */
  columns: z.record(z.string(), z.int().min(0).max(100)).nullable().default(null),
  /** How long a session lasts whose end isn't said. */
  minutes: z.int().min(15).max(480).default(60),
  /** Of what doesn't say its own. */
  kind: z.enum(activityKinds).default('WORKSHOP'),
  publish: z.boolean().default(false),
  /** Which of ours a name in the file is; null: it is left out. */
  names: z.strictObject({ club: names, venue: names, room: names, kind: names, program: names }).partial().default({}),
  decisions: z.record(z.string().max(320), z.enum(rowDecisions)).default({}),
  /** Why what is moved or cancelled is: for everybody to read. */
  reason: reason.nullable().default(null),
})
export type ImportChoices = z.infer<typeof importChoices>
export const importApply = importChoices.extend({ token: z.string().max(100), confirmWarnings: z.boolean().default(false) })

export const importRow = z
  .strictObject({
    key: z.string(),
    /** Null: it is gone. */
    line: z.int().nullable(),
    state: z.enum(rowStates),
    title: z.string(),
    when: span.nullable(),
    club: z.string().nullable(),
    place: z.string().nullable(),
    cancelled: z.boolean(),
    notes: z.array(z.string()),
    /** Why it is refused, skipped or left. */
    fault: z.string().nullable(),
    value: z.string(),
    changes: z.array(z.strictObject({ field: z.enum(changedFields), from: z.string(), to: z.string() })),
    /** The session that holds its room; without a title where that is nobody's business here. */
    conflict: z.strictObject({ title: z.string().nullable(), start: z.string(), end: z.string() }).nullable(),
    warnings: z.array(z.strictObject({ kind: z.enum(importWarnings), title: z.string().nullable(), start: z.string() })),
    sessionId: id.nullable(),
    people: z.int(),
    decision: z.enum(rowDecisions),
    options: z.array(z.enum(rowDecisions)),
  })
  .meta({ id: 'ImportRow' })

const choice = z.strictObject({ id: z.string(), name: z.string() })

export const importPlan = z
  .strictObject({
    /** Stands for exactly this plan. */
    token: z.string(),
    counts: z.strictObject(
      Object.fromEntries(rowStates.map((state) => [state, z.int()])) as Record<(typeof rowStates)[number], z.ZodInt>,
    ),
    /** What applying would do. */
    will: z.strictObject({ plan: z.int(), change: z.int(), cancel: z.int(), people: z.int(), warnings: z.int() }),
    heads: z.array(z.string()),
    columns: z.record(z.string(), z.int()),
    names: z.array(
      z.strictObject({
        field: z.enum(nameFields),
        /** What a choice is sent under. */
        key: z.string(),
        text: z.string(),
        rows: z.int(),
        chosen: z.string().nullable(),
        /** Nobody has said yet. */
        open: z.boolean(),
        suggestions: z.array(choice),
      }),
    ),
    choices: z.strictObject({
      programs: z.array(choice),
      clubs: z.array(choice),
      venues: z.array(choice),
      rooms: z.array(choice),
    }),
    rows: z.array(importRow),
  })
  .meta({ id: 'ImportPlan' })

export const importDone = z
  .strictObject({
    sourceId: id,
    /** To be taken back as one; null: nothing changed. */
    batchId: id.nullable(),
    planned: z.int(),
    changed: z.int(),
    cancelled: z.int(),
  })
  .meta({ id: 'ImportDone' })

export const importTargets = z
  .strictObject({
    programs: z.array(choice),
    clubs: z.array(choice.extend({ programId: id })),
  })
  .meta({ id: 'ImportTargets' })

export const importSources = z
  .strictObject({
    sources: z.array(
      z.strictObject({
        id,
        name: z.string(),
        /** The address without its query, which may hold a secret; null: a file or a paste. */
        address: z.string().nullable(),
        programId: id.nullable(),
        clubId: id.nullable(),
        kind: z.enum(activityKinds),
        target: z.string(),
        lastRunAt: z.iso.datetime().nullable(),
        lastBatchId: id.nullable(),
        /** Sessions that came from it and are still to come. */
        sessions: z.int(),
      }),
    ),
  })
  .meta({ id: 'ImportSources' })
