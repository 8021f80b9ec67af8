import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { Answer } from '#shared/contract/answer.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { volunteerApi } from '#shared/contract/panel-paths.ts'
import type { seriesShifts, sessionShifts, volunteerList, volunteerView } from '#shared/contract/volunteer.ts'
import { getJson } from '#client/lib/api.ts'

export type SessionShifts = Answer<typeof sessionShifts>
export type SeriesShifts = Answer<typeof seriesShifts>
export type VolunteerView = Answer<typeof volunteerView>
export type VolunteerList = Answer<typeof volunteerList>

/** What is told of people is asked anew each time and forgotten with the page. */
const unkept = { staleTime: 0, gcTime: 0 } as const

export const sessionShiftsQuery = (id: string) =>
  queryOptions({
    queryKey: ['panel', 'shifts', 'session', id],
    queryFn: ({ signal }) => getJson<SessionShifts>(volunteerApi.sessionShifts(id), signal),
    ...unkept,
  })

export const seriesShiftsQuery = (id: string) =>
  queryOptions({
    queryKey: ['panel', 'shifts', 'series', id],
    queryFn: ({ signal }) => getJson<SeriesShifts>(volunteerApi.seriesShifts(id), signal),
    ...unkept,
  })

export const volunteersQuery = (language: Language) =>
  queryOptions({
    queryKey: ['panel', 'volunteers', language],
    queryFn: ({ signal }) => getJson<VolunteerList>(`${volunteerApi.volunteers}?lang=${language}`, signal),
    ...unkept,
  })

export const volunteerQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['panel', 'volunteers', id, language],
    queryFn: ({ signal }) => getJson<VolunteerView>(`${volunteerApi.volunteer(id)}?lang=${language}`, signal),
    ...unkept,
  })

/** After any change: shifts, papers and lists of people are asked anew. */
export function useRefreshVolunteers() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['panel'] })
}
