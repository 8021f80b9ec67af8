import type * as z from 'zod'
import type { Answer } from '#shared/contract/answer.ts'
import type { batchDone, done, freeRoom, impact, roomConflict, slot, softConflict } from '#shared/contract/impact.ts'
import type {
  editEntry,
  editList,
  hostList,
  plannedActivity,
  plannedSeries,
  plannedSession,
  schedulePreview,
  seriesListing,
  sessionForPanel,
  templateList,
  templateView,
} from '#shared/contract/planned.ts'
import type * as planning from '#shared/contract/planning.ts'

/** What crosses the wire to plan, as types. */
export type Impact = Answer<typeof impact>
export type Slot = Answer<typeof slot>
export type BatchDone = Answer<typeof batchDone>
export type Done = Answer<typeof done>
export type RoomConflict = Answer<typeof roomConflict>
export type SoftConflict = Answer<typeof softConflict>
export type FreeRoom = Answer<typeof freeRoom>
export type PlannedSeries = Answer<typeof plannedSeries>
export type PlannedActivity = Answer<typeof plannedActivity>
export type PlannedSession = Answer<typeof plannedSession>
export type SessionForPanel = Answer<typeof sessionForPanel>
export type SeriesListing = Answer<typeof seriesListing>
export type SchedulePreview = Answer<typeof schedulePreview>
export type EditEntry = Answer<typeof editEntry>
export type EditList = Answer<typeof editList>
export type HostList = Answer<typeof hostList>
export type Template = Answer<typeof templateView>
export type TemplateList = Answer<typeof templateList>

export type Reason = z.input<typeof planning.reason>
export type Scope = z.input<typeof planning.scope>
export type NewSeriesInput = z.input<typeof planning.newSeriesInput>
export type SeriesInput = z.input<typeof planning.seriesInput>
export type DetailsInput = z.input<typeof planning.detailsInput>
export type ScheduleInput = z.input<typeof planning.scheduleInput>
export type ShiftInput = z.input<typeof planning.shiftInput>
export type SessionInput = z.input<typeof planning.sessionInput>
export type CancelInput = z.input<typeof planning.cancelInput>
export type RestoreInput = z.input<typeof planning.restoreInput>
/** One date that goes to another time or another room than its schedule says. */
export type Elsewhere = NonNullable<PreviewInput['elsewhere']>[number]
export type PreviewInput = z.input<typeof planning.previewInput>
export type CopySeriesInput = z.input<typeof planning.copySeriesInput>
export type CopySeasonInput = z.input<typeof planning.copySeasonInput>
export type TemplateInput = z.input<typeof planning.templateInput>
export type Texts = { readonly pl: string; readonly en?: string | undefined; readonly uk?: string | undefined }
