import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Answer } from '#shared/contract/answer.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import type { toDoAnswer } from '#shared/contract/to-do.ts'
import { getJson } from '#client/lib/api.ts'

export type ToDoItem = Answer<typeof toDoAnswer>['items'][number]

export const toDoQuery = (language: Language) =>
  queryOptions({
    queryKey: ['panel', 'to-do', language],
    queryFn: ({ signal }) => getJson<Answer<typeof toDoAnswer>>(`${api.panelToDo}?lang=${language}`, signal),
    staleTime: 15_000,
    refetchOnWindowFocus: true,
  })

export const useToDo = (language: Language) => useQuery(toDoQuery(language))
