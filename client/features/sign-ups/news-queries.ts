import { queryOptions } from '@tanstack/react-query'
import type { Language } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import type { ManageNews } from '#shared/contract/public.ts'
import { getJson, postJson } from '#client/lib/api.ts'

/** What has changed and nobody said to know. A module of its own, so that a session's page doesn't load it. */
export const newsQuery = (token: string, language: Language) =>
  queryOptions({
    queryKey: ['managed', token, 'news', language],
    queryFn: ({ signal }) => getJson<ManageNews>(`${api.manage(token)}/news?lang=${language}`, signal),
    staleTime: 0,
    gcTime: 0,
  })

export const sayKnown = (token: string): Promise<void> => postJson(`${api.manage(token)}/known`, {})
