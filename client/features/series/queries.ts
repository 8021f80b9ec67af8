import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Language } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import type { SeriesView } from '#shared/contract/public.ts'
import { getJson } from '#client/lib/api.ts'

export const seriesQuery = (slug: string, language: Language) =>
  queryOptions({
    queryKey: ['series', slug, language],
    queryFn: ({ signal }) => getJson<SeriesView>(`${api.series(slug)}?lang=${language}`, signal),
  })

export const useSeries = (slug: string, language: Language) => useQuery(seriesQuery(slug, language))
