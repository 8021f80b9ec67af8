import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { planningApi } from '#shared/contract/paths.ts'
import { deleteJson, getJson, patchJson, postJson, putJson } from '#client/lib/api.ts'
import type {
  BatchDone,
  CancelInput,
  CopySeasonInput,
  CopySeriesInput,
  DetailsInput,
  Done,
  EditList,
  HostList,
  NewSeriesInput,
  PlannedSeries,
  PreviewInput,
  RestoreInput,
  ScheduleInput,
  SchedulePreview,
  SeriesInput,
  SeriesListing,
  SessionForPanel,
  SessionInput,
  ShiftInput,
  TemplateInput,
  TemplateList,
} from './wire.ts'

/** All that planning changes stands under this key, so that one edit makes all of it stale. */
const planning = ['panel', 'planning'] as const

export const seriesQuery = (id: string) =>
  queryOptions({
    queryKey: [...planning, 'series', id],
    queryFn: ({ signal }) => getJson<PlannedSeries>(planningApi.series(id), signal),
    staleTime: 0,
  })
export const allSeriesQuery = queryOptions({
  queryKey: [...planning, 'all-series'],
  queryFn: ({ signal }) => getJson<SeriesListing>(planningApi.allSeries, signal),
  staleTime: 0,
})
export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: [...planning, 'session', id],
    queryFn: ({ signal }) => getJson<SessionForPanel>(planningApi.session(id), signal),
    staleTime: 0,
  })
export const editsQuery = (seriesId: string) =>
  queryOptions({
    queryKey: [...planning, 'edits', seriesId],
    queryFn: ({ signal }) => getJson<EditList>(planningApi.edits(seriesId), signal),
    staleTime: 0,
  })
export const hostsQuery = queryOptions({
  queryKey: ['panel', 'hosts'],
  queryFn: ({ signal }) => getJson<HostList>(planningApi.hosts, signal),
})
export const templatesQuery = queryOptions({
  queryKey: [...planning, 'templates'],
  queryFn: ({ signal }) => getJson<TemplateList>(planningApi.templates, signal),
})

/** The dates of a schedule that nobody saved yet. The last list stays while the next one is on its way. */
export const previewQuery = (input: PreviewInput | null) =>
  queryOptions({
    queryKey: [...planning, 'preview', input],
    queryFn: ({ signal }) => postJson<PreviewInput | null, SchedulePreview>(planningApi.schedulePreview, input, { signal }),
    enabled: input !== null,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  })

export const useSeries = (id: string) => useQuery(seriesQuery(id))
export const usePlannedSession = (id: string) => useQuery(sessionQuery(id))
export const useEdits = (seriesId: string) => useQuery(editsQuery(seriesId))

/** After any edit: whatever of the plan is shown anywhere is asked for anew, the agenda's feeds too. */
export function useForgetPlan(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'me' })
}

/** How an edit is sent: only rehearsed, or saved under a key. */
export type How = { readonly rehearse?: boolean; readonly key?: string }

const at = (path: string, { rehearse }: How) => (rehearse ? `${path}?rehearse=yes` : path)
const by = ({ key }: How) => (key === undefined ? {} : { key })

/** Every edit that can be rehearsed, by its verb. */
export const edits = {
  create: (input: NewSeriesInput, how: How) => postJson<NewSeriesInput, Done>(at(planningApi.allSeries, how), input, by(how)),
  details: (activityId: string) => (input: DetailsInput, how: How) =>
    patchJson<DetailsInput, Done>(at(planningApi.activity(activityId), how), input, by(how)),
  schedule: (activityId: string) => (input: ScheduleInput, how: How) =>
    putJson<ScheduleInput, Done>(at(planningApi.schedule(activityId), how), input, by(how)),
  shift: (activityId: string) => (input: ShiftInput, how: How) =>
    postJson<ShiftInput, Done>(at(planningApi.shiftActivity(activityId), how), input, by(how)),
  publish: (activityId: string) => (input: { version: number }, how: How) =>
    postJson<{ version: number }, Done>(at(planningApi.publishActivity(activityId), how), input, by(how)),
  session: (id: string) => (input: SessionInput, how: How) =>
    patchJson<SessionInput, Done>(at(planningApi.session(id), how), input, by(how)),
  cancel: (id: string) => (input: CancelInput, how: How) =>
    postJson<CancelInput, Done>(at(planningApi.cancelSession(id), how), input, by(how)),
  restore: (id: string) => (input: RestoreInput, how: How) =>
    postJson<RestoreInput, Done>(at(planningApi.restoreSession(id), how), input, by(how)),
  undo: (editId: string) => (input: { anyway: boolean }, how: How) =>
    postJson<{ anyway: boolean }, Done>(at(planningApi.undoEdit(editId), how), input, by(how)),
  copySeries: (id: string) => (input: CopySeriesInput, how: How) =>
    postJson<CopySeriesInput, Done>(at(planningApi.copySeries(id), how), input, by(how)),
} as const

export const saves = {
  rename: (id: string, input: SeriesInput, key: string) => putJson<SeriesInput, unknown>(planningApi.series(id), input, { key }),
  archive: (id: string, version: number, key: string) => postJson(planningApi.archiveSeries(id), { version }, { key }),
  unarchive: (id: string, version: number, key: string) => postJson(planningApi.unarchiveSeries(id), { version }, { key }),
  remove: (id: string, version: number, key: string) => deleteJson(planningApi.series(id), { version }, { key }),
  template: (input: TemplateInput, key: string) => postJson(planningApi.templates, input, { key }),
  removeTemplate: (id: string, key: string) => deleteJson(planningApi.template(id), undefined, { key }),
  copySeason: (input: CopySeasonInput, how: How) =>
    postJson<CopySeasonInput, BatchDone>(at(planningApi.copySeason, how), input, by(how)),
  undoBatch: (id: string, key: string) => postJson(planningApi.undoBatch(id), { anyway: false }, { key }),
} as const
