import type { Answer } from '#shared/contract/answer.ts'
import type { choicesAnswer } from '#shared/contract/manage/choices.ts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { getJson } from '#client/lib/api.ts'
import { api } from '#shared/contract/paths.ts'
import { hostsQuery } from './queries.ts'

type Named = { readonly id: string; readonly name: string }
export type Choices = Answer<typeof choicesAnswer>

const nothing: Choices = { cities: [], organisations: [], venues: [], programs: [], projects: [] }

export const choicesQuery = queryOptions({
  queryKey: ['panel', 'choices'],
  queryFn: ({ signal }) => getJson<Choices>(api.managed.choices, signal),
})

export const useChoices = (): Choices => useQuery(choicesQuery).data ?? nothing
export const useHosts = (): readonly Named[] => useQuery(hostsQuery).data?.hosts ?? []
