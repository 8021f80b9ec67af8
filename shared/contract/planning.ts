import * as z from 'zod'
import { activityKinds, audiences, enrolmentModes, reasonCodes, threeValues } from './kinds.ts'
import { moment, scheduleSchema, span } from './schedule.ts'
import { slug, texts } from './text.ts'

/**
 * What the panel sends to plan. Each form's names are the paths of its fields, and refusals name the same paths (`activity.title.pl`).
 * 400: the shape is wrong; 422 `impossible-value`, `impossible-schedule`, `in-the-past`; 409 `edited-meanwhile`, `room-taken`,
 * `soft-conflicts`, `session-over`, `undo-conflict`, `too-late`.
 */
const id = z.uuid()
const version = z.int().min(1)
const line = z.string().max(200)
const threeValued = z.enum(threeValues)

/** Everything an activity says of itself but its schedule. Null is unknown, or none. */
export const activityFields = z
  .strictObject({
    title: texts,
    description: texts.nullable().default(null),
    kind: z.enum(activityKinds),
    audiences: z.array(z.enum(audiences)).max(20).default([]),
    /** Languages spoken, as codes (`pl`, `uk`). */
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}$/))
      .max(10)
      .default(['pl']),
    /** What residents read. */
    host: line.nullable().default(null),
    /** The host's account, for their own feed and for conflicts: one of `planningApi.hosts`. */
    hostId: id.nullable().default(null),
    venueId: id.nullable().default(null),
    roomId: id.nullable().default(null),
    /** Only where there is no venue. */
    districtId: id.nullable().default(null),
    stepFree: threeValued.default('unknown'),
    planB: texts.nullable().default(null),
    meetingPoint: texts.nullable().default(null),
    bring: texts.nullable().default(null),
    /** True: free. False: see `costText`. Null: not known. */
    isFree: z.boolean().nullable().default(null),
    costText: texts.nullable().default(null),
    careSeats: z.int().min(0).max(10_000).nullable().default(null),
    signLanguage: threeValued.default('unknown'),
    easyToRead: threeValued.default('unknown'),
    inductionLoop: threeValued.default('unknown'),
    contactPhone: z.string().max(40).nullable().default(null),
    contactEmail: z.string().max(254).nullable().default(null),
    contactHours: texts.nullable().default(null),
    enrolment: z.enum(enrolmentModes),
    capacity: z.int().min(1).max(100_000).nullable().default(null),
    /** Signing up begins so many days before the start; null: at once. */
    opensDaysBefore: z.int().min(0).max(730).nullable().default(null),
    /** And ends so many minutes before it; null: with the start. */
    closesMinutesBefore: z.int().min(0).max(525_600).nullable().default(null),
    /** A seat that becomes free is offered to who waits, for so many hours; null: they get it at once. */
    offerHours: z.int().min(1).max(336).nullable().default(null),
    /** Seats of the limit that only staff give away. */
    reservedSeats: z.int().min(1).max(100_000).nullable().default(null),
    /** How many people one sign-up on the web may bring; null: ten. */
    largestParty: z.int().min(1).max(10).nullable().default(null),
    /** By appointment: how many minutes one lasts; null: times are agreed on by phone. */
    slotMinutes: z.int().min(5).max(480).nullable().default(null),
    /** Who signs up on the web says that everybody who comes is so old. */
    ageFrom: z.int().min(1).max(120).nullable().default(null),
    ageTo: z.int().min(1).max(120).nullable().default(null),
    /** … and lives in the program's districts, or in its city. */
    residentsOnly: z.boolean().default(false),
    /** … and is one of `audiences`; where that would tell something of them, nobody is asked in public and staff see to it. */
    audienceOnly: z.boolean().default(false),
    eligibility: texts.nullable().default(null),
    /** Then residents see `discreetTitle` and nothing else, and no public feed holds it unless `discreetListed`. */
    isDiscreet: z.boolean().default(false),
    discreetTitle: texts.nullable().default(null),
    discreetListed: z.boolean().default(false),
  })
  .meta({ id: 'ActivityFields' })

/** The same with nothing taken for granted: as it is answered. */
export const allFields = z
  .strictObject(Object.fromEntries(Object.entries(activityFields.shape).map(([name, field]) => [name, bare(field)])) as Bare)
  .meta({ id: 'AllActivityFields' })

/** Only the fields that change. */
export const changedFields = allFields.partial().meta({ id: 'ChangedFields' })

type Shape = typeof activityFields.shape
type Bare = { readonly [Name in keyof Shape]: Shape[Name] extends z.ZodDefault<infer Inner> ? Inner : Shape[Name] }

/** Without its default: what isn't sent stays as it is. */
function bare(field: z.ZodType): z.ZodType {
  return field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : field
}

/** Which sessions an edit means: all to come, or one and those after it. "This session" has an address of its own. */
export const scope = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all') }),
    z.strictObject({ kind: z.literal('following'), sessionId: id }),
  ])
  .meta({ id: 'Scope' })

/** Why something is moved or cancelled, in public. The listed ones are said to residents in their own language. */
export const reason = z
  .discriminatedUnion('code', [
    z.strictObject({ code: z.enum(reasonCodes) }),
    z.strictObject({ code: z.literal('other'), text: texts }),
  ])
  .meta({ id: 'Reason' })

/** Conflicts of hosts, groups and opening hours are told first (`impact.conflicts`) and saved with their ids, or all of them with `anyway`. */
const confirmed = { confirm: z.array(z.string().max(300)).max(1000).default([]), anyway: z.boolean().default(false) }

const place = z.strictObject({ venueId: id.nullable(), roomId: id.nullable() })

/**
 * Single dates that go to another time or another room than the rest, in the same save: `at` is the start that the schedule gives. So a
 * room that is taken on one date needs no edit of its own.
 */
const single = { at: moment, when: span.nullable().default(null), place: place.nullable().default(null) }
const elsewhere = { elsewhere: z.array(z.strictObject(single)).max(100).default([]) }

/** `?rehearse=yes`: says what would happen, and does nothing. */
export const rehearsable = z.strictObject({ rehearse: z.literal('yes').optional() })

const seriesNames = {
  title: texts,
  /** Its place in addresses; none: made of the Polish title. */
  slug: slug.optional(),
}

/** POST `allSeries`. Rehearsable. */
export const newSeriesInput = z
  .strictObject({
    series: z.strictObject({
      ...seriesNames,
      programId: id,
      clubId: id.nullable().default(null),
      editionId: id.nullable().default(null),
      groupId: id.nullable().default(null),
    }),
    activity: activityFields,
    schedule: scheduleSchema,
    publish: z.boolean(),
    ...elsewhere,
    ...confirmed,
  })
  .meta({ id: 'NewSeriesInput' })

/** POST `activities`. Rehearsable. */
export const newActivityInput = z
  .strictObject({ activity: activityFields, schedule: scheduleSchema, publish: z.boolean(), ...elsewhere, ...confirmed })
  .meta({ id: 'NewActivityInput' })

/** PUT `series`: what residents know it under. The former address goes on answering. */
export const seriesInput = z.strictObject({ version, ...seriesNames, slug }).meta({ id: 'SeriesInput' })

/** POST `archiveSeries`, `unarchiveSeries`; DELETE `series`. */
export const versionInput = z.strictObject({ version }).meta({ id: 'VersionInput' })

/** POST `publishActivity`. Rehearsable. */
export const publishInput = z.strictObject({ version }).meta({ id: 'PublishInput' })

/** PATCH `activity`. Rehearsable. */
export const detailsInput = z
  .strictObject({ version, fields: changedFields, scope, ...elsewhere, ...confirmed })
  .meta({ id: 'DetailsInput' })

/** PUT `schedule`. Rehearsable. */
export const scheduleInput = z
  .strictObject({ version, schedule: scheduleSchema, scope, reason: reason.nullable().default(null), ...elsewhere, ...confirmed })
  .meta({ id: 'ScheduleInput' })

/** POST `shiftActivity`. Rehearsable. */
export const shiftInput = z
  .strictObject({
    version,
    days: z
      .int()
      .min(-366)
      .max(366)
      .refine((days) => days !== 0, 'expected a number of days that is not 0'),
    reason: reason.nullable().default(null),
    ...elsewhere,
    ...confirmed,
  })
  .meta({ id: 'ShiftInput' })

/** POST `extraSession`. Rehearsable. */
export const extraSessionInput = z
  .strictObject({ version, when: span, place: place.nullable().default(null), ...confirmed })
  .meta({ id: 'ExtraSessionInput' })

/** PATCH `session`. Rehearsable. What is absent stays; null gives it back to the schedule and to the activity. */
export const sessionInput = z
  .strictObject({
    version,
    changes: z
      .strictObject({
        when: span.nullable(),
        place: place.nullable(),
        title: texts.nullable(),
        /** `name` is what residents read; null says that there is none. */
        host: z.strictObject({ name: line.nullable(), accountId: id.nullable() }).nullable(),
        /** What people should know about this session alone. */
        note: texts.nullable(),
      })
      .partial(),
    reason: reason.nullable().default(null),
    ...confirmed,
  })
  .meta({ id: 'SessionInput' })

/** POST `cancelSession`. Rehearsable. */
export const cancelInput = z
  .strictObject({
    version,
    reason: reason.nullable(),
    /** What there is instead: another session that is there, one made by this very save, or words. */
    instead: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('session'), sessionId: id }),
        z.strictObject({ kind: z.literal('new'), when: span, place: place.nullable().default(null) }),
        z.strictObject({ kind: z.literal('text'), text: texts }),
      ])
      .nullable()
      .default(null),
    ...confirmed,
  })
  .meta({ id: 'CancelInput' })

/** POST `restoreSession`. Rehearsable. */
export const restoreInput = z.strictObject({ version, ...confirmed }).meta({ id: 'RestoreInput' })

/** POST `undoEdit`, `undoBatch`. Rehearsable. `anyway`: also without the parts that can't be taken back. */
export const undoInput = z.strictObject({ anyway: z.boolean().default(false) }).meta({ id: 'UndoInput' })

/** Where the copy begins: so many weeks later, or with its first date in the week of this day. Weekdays and hours stay. */
export const target = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('weeks'), weeks: z.int().min(1).max(104) }),
    z.strictObject({ kind: z.literal('from'), day: z.iso.date() }),
  ])
  .meta({ id: 'CopyTarget' })

/** POST `copySeries`. Rehearsable. The copy is a draft. */
export const copySeriesInput = z
  .strictObject({ ...seriesNames, title: texts.optional(), target, ...elsewhere, ...confirmed })
  .meta({ id: 'CopySeriesInput' })

/** POST `copySeason`. Rehearsable. Every series of a program, of a club or as listed that meets from one day to another, as drafts and as one act. */
export const copySeasonInput = z
  .strictObject({
    what: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('program'), id }),
      z.strictObject({ kind: z.literal('club'), id }),
      z.strictObject({ kind: z.literal('series'), ids: z.array(id).min(1).max(100) }),
    ]),
    from: z.iso.date(),
    to: z.iso.date(),
    target,
    /** What people will find it under among the edits: "Jesień 2027". */
    name: line.min(1),
    /** Single dates of the copies, by the series that is copied. */
    elsewhere: z
      .array(z.strictObject({ seriesId: id, ...single }))
      .max(500)
      .default([]),
    ...confirmed,
  })
  .meta({ id: 'CopySeasonInput' })

/** POST `schedulePreview`: a schedule that nobody saved, with the place and the host that it would have. */
export const previewInput = z
  .strictObject({
    schedule: scheduleSchema,
    /** The program whose last day ends the dates, or an activity whose own sessions stand in nobody's way. */
    programId: id.nullable().default(null),
    activityId: id.nullable().default(null),
    roomId: id.nullable().default(null),
    venueId: id.nullable().default(null),
    host: line.nullable().default(null),
    hostId: id.nullable().default(null),
    ...elsewhere,
  })
  .meta({ id: 'PreviewInput' })

/** POST `templates`: an activity's fields and its schedule's pattern, to begin others with. */
export const templateInput = z
  .strictObject({
    name: line.min(1),
    /** Whose it is: everybody who plans there can use it. */
    owner: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('organisation'), id }),
      z.strictObject({ kind: z.literal('program'), id }),
    ]),
    activityId: id,
  })
  .meta({ id: 'TemplateInput' })
