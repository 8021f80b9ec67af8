import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '#shared/contract/paths.ts'
import type { CitiesAnswer } from '#shared/contract/public.ts'
import { getJson } from './api.ts'

/** The cities of the installation with what can be chosen in each. Names are the same in every language. */
export const citiesQuery = queryOptions({
  queryKey: ['cities'],
  queryFn: ({ signal }) => getJson<CitiesAnswer>(api.cities, signal),
})

export const useCities = () => useQuery(citiesQuery)
