import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Language } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import type { ClubView } from '#shared/contract/public.ts'
import { getJson } from '#client/lib/api.ts'

export const clubQuery = (slug: string, language: Language) =>
  queryOptions({
    queryKey: ['club', slug, language],
    queryFn: ({ signal }) => getJson<ClubView>(`${api.club(slug)}?lang=${language}`, signal),
  })

export const useClub = (slug: string, language: Language) => useQuery(clubQuery(slug, language))
