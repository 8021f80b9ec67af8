import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Language } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import type { VenuePageView } from '#shared/contract/public.ts'
import { getJson } from '#client/lib/api.ts'

export const venueQuery = (slug: string, language: Language) =>
  queryOptions({
    queryKey: ['venue', slug, language],
    queryFn: ({ signal }) => getJson<VenuePageView>(`${api.venue(slug)}?lang=${language}`, signal),
  })

export const useVenue = (slug: string, language: Language) => useQuery(venueQuery(slug, language))
