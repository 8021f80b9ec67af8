import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Language } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import type { PlaceInWhole } from '#shared/contract/public.ts'
import { getJson } from '#client/lib/api.ts'

/** A program, a project or an organisation: the three have one shape and one template. */
export const placeQuery = (what: PlaceInWhole['what'], slug: string, language: Language) =>
  queryOptions({
    queryKey: [what, slug, language],
    queryFn: ({ signal }) => getJson<PlaceInWhole>(`${api[what](slug)}?lang=${language}`, signal),
  })

export const usePlace = (what: PlaceInWhole['what'], slug: string, language: Language) =>
  useQuery(placeQuery(what, slug, language))
