import { newSeriesInput } from '#shared/contract/planning.ts'
import { warsaw } from '#shared/time/when.ts'
import type { Voivodeship } from '#shared/schedule/school-breaks.ts'
import { activityToSend, newActivity, type ActivityValues } from './activity-values.ts'
import { scheduleOf, type ScheduleDraft } from './schedule-draft.ts'
import type { NewSeriesInput, PreviewInput } from './wire.ts'

export type SeriesValues = {
  series: { programId: string; clubId: string; editionId: string; groupId: string }
  activity: ActivityValues
  schedule: ScheduleDraft
}

/** What a new series' form is checked with; the schedule is checked by the server, which also lists its dates. */
export const newSeriesSchema = newSeriesInput.omit({ publish: true, confirm: true, anyway: true })

export const newSeriesValues = (schedule: ScheduleDraft): SeriesValues => ({
  series: { programId: '', clubId: '', editionId: '', groupId: '' },
  activity: newActivity,
  schedule,
})

const orNull = (id: string) => (id === '' ? null : id)

/** What is sent: the series takes its activity's title. */
export function seriesToSend(
  { series, activity, schedule }: SeriesValues,
  voivodeship: Voivodeship | null,
): Record<string, unknown> {
  const fields = activityToSend(activity)
  return {
    series: {
      title: fields.title,
      programId: series.programId === '' ? undefined : series.programId,
      clubId: orNull(series.clubId),
      editionId: orNull(series.editionId),
      groupId: orNull(series.groupId),
    },
    activity: fields,
    schedule: scheduleOf(schedule, warsaw, voivodeship) ?? undefined,
    elsewhere: schedule.elsewhere,
  }
}

/** The question for the live list of dates, or null while the schedule says nothing. */
export function previewOf(
  values: { readonly activity: ActivityValues; readonly schedule: ScheduleDraft },
  voivodeship: Voivodeship | null,
  whose: { readonly programId?: string; readonly activityId?: string },
): PreviewInput | null {
  const schedule = scheduleOf(values.schedule, warsaw, voivodeship)
  if (!schedule) return null
  const { roomId, venueId, host, hostId } = values.activity
  return {
    schedule: schedule as NewSeriesInput['schedule'],
    programId: orNull(whose.programId ?? ''),
    activityId: orNull(whose.activityId ?? ''),
    roomId: orNull(roomId),
    venueId: orNull(venueId),
    host: orNull(host.trim()),
    hostId: orNull(hostId),
    elsewhere: [...values.schedule.elsewhere],
  }
}
