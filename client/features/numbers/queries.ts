import { queryOptions } from '@tanstack/react-query'
import type { Language } from '#shared/contract/kinds.ts'
import type { NumbersView } from '#shared/contract/numbers.ts'
import { numbersApi } from '#shared/contract/panel-paths.ts'
import { getJson } from '#client/lib/api.ts'

/** What the numbers are of, and the days, both inside. */
export type Asked = { readonly noun: 'programs' | 'projects'; readonly id: string; readonly from: string; readonly to: string }

export const tableAddress = ({ noun, id, from, to }: Asked, language: Language): string =>
  `${numbersApi.csv(noun, id)}?${new URLSearchParams({ from, to, lang: language })}`

export const numbersQuery = (asked: Asked, language: Language) => {
  const { noun, id, from, to } = asked
  const query = new URLSearchParams({ from, to, lang: language })
  return queryOptions({
    queryKey: ['panel', 'numbers', noun, id, from, to, language],
    queryFn: ({ signal }) => getJson<NumbersView>(`${numbersApi.json(noun, id)}?${query}`, signal),
  })
}
