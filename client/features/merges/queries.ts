import { queryOptions } from '@tanstack/react-query'
import type { Language } from '#shared/contract/kinds.ts'
import type { DoublesView, MergeInput, MergeLook } from '#shared/contract/merge.ts'
import { deskApi } from '#shared/contract/panel-paths.ts'
import { getJson, postJson } from '#client/lib/api.ts'

/** What is told of people is asked anew each time and forgotten with the page. */
const unkept = { staleTime: 0, gcTime: 0 } as const

export const doublesQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['panel', 'person', id, 'doubles', language],
    queryFn: ({ signal }) => getJson<DoublesView>(`${deskApi.doubles(id)}?lang=${language}`, signal),
    ...unkept,
  })

export const lookQuery = (id: string, otherId: string, language: Language) =>
  queryOptions({
    queryKey: ['panel', 'person', id, 'doubles', otherId, language],
    queryFn: ({ signal }) => getJson<MergeLook>(`${deskApi.double(id, otherId)}?lang=${language}`, signal),
    ...unkept,
    retry: false,
  })

type Merging = { readonly id: string; readonly otherId: string; readonly input: MergeInput }
export const merge = ({ id, otherId, input }: Merging, key: string): Promise<{ readonly id: string }> =>
  postJson(deskApi.double(id, otherId), input, { key })
export const divide = ({ id, mergeId }: { readonly id: string; readonly mergeId: string }, key: string): Promise<void> =>
  postJson(deskApi.undoMerge(id, mergeId), {}, { key })
export const withdraw = (id: string, key: string): Promise<void> => postJson(deskApi.withdraw(id), {}, { key })
export const bringBack = (id: string, key: string): Promise<void> => postJson(deskApi.undo(id), {}, { key })
