import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Language } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import type { SessionAnswer } from '#shared/contract/public.ts'
import { getJson } from '#client/lib/api.ts'

/** One meeting, its texts in the reader's language where they exist. */
export const sessionQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['session', id, language],
    queryFn: ({ signal }) => getJson<SessionAnswer>(`${api.session(id)}?lang=${language}`, signal),
  })

export const useSession = (id: string, language: Language) => useQuery(sessionQuery(id, language))
