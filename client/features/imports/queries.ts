import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import type { Answer } from '#shared/contract/answer.ts'
import type {
  ImportChoices,
  importDone,
  importPlan,
  importReading,
  importSources,
  importTargets,
} from '#shared/contract/import.ts'
import { importApi, planningApi } from '#shared/contract/paths.ts'
import { getJson, postFile, postJson } from '#client/lib/api.ts'

export type Reading = Answer<typeof importReading>
export type Plan = Answer<typeof importPlan>
export type Row = Plan['rows'][number]
export type Done = Answer<typeof importDone>
export type Targets = Answer<typeof importTargets>
export type Source = Answer<typeof importSources>['sources'][number]
/** What is sent; the server fills in what is left out. */
export type Choices = Partial<ImportChoices> & { readonly name: string }

/** What somebody gives to be read. */
export type Given =
  | { readonly way: 'paste'; readonly text: string }
  | { readonly way: 'file'; readonly file: File }
  | { readonly way: 'address'; readonly url: string; readonly sourceId: string | null }
  | { readonly way: 'check'; readonly sourceId: string }

export function sendToRead(given: Given): Promise<Reading> {
  if (given.way === 'address') return postJson(importApi.fetched, { url: given.url, sourceId: given.sourceId })
  if (given.way === 'check') return postJson(importApi.checkSource(given.sourceId), undefined)
  if (given.way === 'paste') return postFile(importApi.readings, new Blob([given.text]))
  return postFile(`${importApi.readings}?name=${encodeURIComponent(given.file.name)}`, given.file)
}

const targetsQuery = queryOptions({
  queryKey: ['panel', 'imports', 'targets'],
  queryFn: ({ signal }) => getJson<Targets>(importApi.targets, signal),
})
export const useTargets = () => useQuery(targetsQuery)

export const sourcesQuery = queryOptions({
  queryKey: ['panel', 'imports', 'sources'],
  queryFn: ({ signal }) => getJson<Answer<typeof importSources>>(importApi.sources, signal),
})
export const useSources = () => useQuery(sourcesQuery)

/** What applying would do. Asked anew with each choice; the one before stays until then. */
export function useImportPlan(readingId: string, choices: Choices | null) {
  return useQuery({
    queryKey: ['panel', 'imports', 'plan', readingId, choices],
    queryFn: ({ signal }) => postJson<Choices | null, Plan>(importApi.plan(readingId), choices, { signal }),
    enabled: choices !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
}

export const applyImport = (
  readingId: string,
  choices: Choices & { readonly token: string; readonly confirmWarnings: boolean },
  key: string,
) => postJson<typeof choices, Done>(importApi.apply(readingId), choices, { key })

export const undoImport = (batchId: string, anyway: boolean, key: string): Promise<unknown> =>
  postJson(planningApi.undoBatch(batchId), { anyway }, { key })
