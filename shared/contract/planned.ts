import * as z from 'zod'

import { slot, skippedDate, roomConflict, softConflict } from './impact.ts'
import { allFields } from './planning.ts'
import { scheduleSchema } from './schedule.ts'
import { link, texts } from './text.ts'

/** What the panel gets about what is planned, drafts included. Texts come in all their languages. */
const id = z.uuid()
const version = z.int()
const instant = z.iso.datetime()
const named = z.strictObject({ ...link.shape, id })

/** A schedule in plain words: "co wtorek o 17:00, oprócz dni wolnych". */
export const inWords = z.strictObject({ pl: z.string(), en: z.string(), uk: z.string() }).meta({ id: 'InWords' })

export const plannedSession = z
  .strictObject({
    id,
    version,
    activityId: id,
    /** Its own title, else its activity's. To whoever may see no more of a discreet one: the neutral title. */
    title: texts,
    when: z.enum(['timed', 'all-day']),
    ...slot.shape,
    startMs: z.int(),
    endMs: z.int(),
    /** What began can't be planned any more. */
    began: z.boolean(),
    published: z.boolean(),
    /** One more date beside the schedule. */
    extra: z.boolean(),
    /** What was set for this session alone. */
    overrides: z.array(z.enum(['when', 'place', 'title', 'host', 'note'])),
    own: z.strictObject({ title: texts.nullable(), host: z.string().nullable(), hostId: id.nullable(), note: texts.nullable() }),
    /** Its own host, else its activity's. */
    host: z.string().nullable(),
    venue: z.strictObject({ id, name: z.string() }).nullable(),
    room: z.strictObject({ id, name: z.string() }).nullable(),
    people: z.int(),
    moved: z.strictObject({ at: instant, from: z.string(), reason: texts.nullable() }).nullable(),
    cancelled: z
      .strictObject({
        at: instant,
        reason: texts.nullable(),
        instead: z.strictObject({ id, ...slot.shape }).nullable(),
        insteadText: texts.nullable(),
      })
      .nullable(),
    /** Whether you may change it. */
    plannable: z.boolean(),
  })
  .meta({ id: 'SessionForEditing' })

export const plannedActivity = z
  .strictObject({
    id,
    version,
    published: z.boolean(),
    ...allFields.shape,
    schedule: scheduleSchema,
    rule: inWords,
    /** Whether you may change it as a whole. */
    plannable: z.boolean(),
  })
  .meta({ id: 'ActivityForEditing' })

/** A series for editing. A discreet activity that you may not see more of isn't among `activities`; its sessions have their neutral title. */
export const plannedSeries = z
  .strictObject({
    id,
    version,
    ...link.shape,
    title: texts,
    archived: z.boolean(),
    sample: z.boolean(),
    program: named.extend({ lastDay: z.iso.date().nullable() }),
    club: named.nullable(),
    edition: z.strictObject({ id, name: texts }).nullable(),
    group: z.strictObject({ id, name: texts }).nullable(),
    city: named.extend({ voivodeship: z.string() }),
    activities: z.array(plannedActivity),
    /** In order of start, past and to come. */
    sessions: z.array(plannedSession),
    /** Whether you may change the series as a whole. */
    plannable: z.boolean(),
    /** Nobody ever saw it: it can be deleted. */
    deletable: z.boolean(),
  })
  .meta({ id: 'SeriesForEditing' })

/** One session for the panel, with what it stands in. */
export const sessionForPanel = z
  .strictObject({
    session: plannedSession,
    /** Null where you may see no more than the neutral title. */
    activity: plannedActivity.nullable(),
    series: named.extend({ version, title: texts }),
    program: named,
    club: named.nullable(),
    /** Its last edits, the newest first. */
    edits: z.lazy(() => z.array(editEntry)),
  })
  .meta({ id: 'SessionForPanel' })

export const seriesListing = z
  .strictObject({
    series: z.array(
      z.strictObject({
        id,
        ...link.shape,
        title: texts,
        program: named,
        club: named.nullable(),
        archived: z.boolean(),
        published: z.boolean(),
        /** The next session that takes place. */
        next: z.strictObject({ id, ...slot.shape }).nullable(),
        /** Sessions to come that take place. */
        toCome: z.int(),
      }),
    ),
  })
  .meta({ id: 'SeriesListing' })

export const editEntry = z
  .strictObject({
    id,
    seriesId: id,
    /** `create`, `schedule`, `details`, `shift`, `session`, `cancel`, `restore`, `publish`, `extra`, `undo`, `copy`, `import` … */
    kind: z.string(),
    at: instant,
    /** Null: the server itself. */
    by: z.strictObject({ id, name: z.string() }).nullable(),
    /** How many sessions it changed, and the first of them. */
    sessions: z.int(),
    first: slot.nullable(),
    /** Names of the activity's fields that it changed. */
    fields: z.array(z.string()),
    batch: z.strictObject({ id, kind: z.string(), name: z.string() }).nullable(),
    /** Taken back. */
    undone: z.boolean(),
    /** Until when you can take it back; null: not any more, or not you. */
    undoableUntil: instant.nullable(),
  })
  .meta({ id: 'EditEntry' })

export const editList = z.strictObject({ edits: z.array(editEntry) }).meta({ id: 'EditList' })

export const batchView = z
  .strictObject({
    id,
    kind: z.string(),
    name: z.string(),
    at: instant,
    by: z.strictObject({ id, name: z.string() }).nullable(),
    edits: z.array(editEntry),
    undoableUntil: instant.nullable(),
  })
  .meta({ id: 'EditBatch' })

/** What 409 `edited-meanwhile` holds beside the problem's own members. `base`: what both began with, where it is known. */
export const editedMeanwhile = z
  .strictObject({
    yours: z.looseObject({ version }),
    current: z.looseObject({ version }),
    base: z.looseObject({ version }).nullable(),
    /** Who changed it meanwhile, and when. */
    by: z.strictObject({ name: z.string(), at: instant }).nullable(),
  })
  .meta({ id: 'EditedMeanwhile' })

export const schedulePreview = z
  .strictObject({
    rule: inWords,
    /** `elsewhere`: at another time or in another room than the rest, as it was asked. */
    dates: z.array(z.strictObject({ recurrenceId: z.string(), ...slot.shape, past: z.boolean(), elsewhere: z.boolean() })),
    skipped: z.array(skippedDate),
    /** What ended the list, when it wasn't the schedule itself. */
    cut: z.enum(['program-end', 'months', 'sessions']).nullable(),
    roomConflicts: z.array(roomConflict),
    conflicts: z.array(softConflict),
  })
  .meta({ id: 'SchedulePreview' })

export const hostList = z.strictObject({ hosts: z.array(z.strictObject({ id, name: z.string() })) }).meta({ id: 'HostList' })

export const templateView = z
  .strictObject({
    id,
    name: z.string(),
    owner: z.strictObject({ kind: z.enum(['organisation', 'program']), id, name: z.string() }),
    activity: allFields,
    schedule: scheduleSchema,
    rule: inWords,
    deletable: z.boolean(),
  })
  .meta({ id: 'Template' })
export const templateList = z.strictObject({ templates: z.array(templateView) }).meta({ id: 'TemplateList' })
