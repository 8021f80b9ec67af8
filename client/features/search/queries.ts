import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Answer } from '#shared/contract/answer.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import type { searchAnswer } from '#shared/contract/search.ts'
import { formatSpan } from '#shared/time/format.ts'
import { getJson } from '#client/lib/api.ts'

export type Found = Answer<typeof searchAnswer>
export type FoundKind = keyof Found

/** In the order in which they are shown. */
export const foundKinds: readonly FoundKind[] = ['sessions', 'series', 'clubs', 'programs', 'venues', 'people']

/** Whether it is enough to ask for: the server refuses less than two letters. */
export const isEnough = (q: string): boolean => (q.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2

export const searchQueryOf = (q: string, language: Language) =>
  queryOptions({
    queryKey: ['panel', 'search', q, language],
    queryFn: ({ signal }) => getJson<Found>(`${api.panelSearch}?${new URLSearchParams({ q, lang: language })}`, signal),
    enabled: isEnough(q),
    staleTime: 30_000,
    placeholderData: (before) => before,
  })

export const useSearch = (q: string, language: Language) => useQuery(searchQueryOf(q.trim(), language))

/** One thing found: its name, what tells it from others, and where it is. */
export type Hit = {
  readonly kind: FoundKind
  readonly key: string
  readonly name: string
  readonly text: string
  readonly path: string
}

/** Everything found, in the order in which it is shown. */
export function hitsOf(found: Found, language: Language): readonly Hit[] {
  const hit = (kind: FoundKind, key: string, name: string, text: string, path: string): Hit => ({ kind, key, name, text, path })
  return [
    ...found.sessions.map(({ id, title, when, venueName }) =>
      hit(
        'sessions',
        id,
        title.text,
        [formatSpan(when, language), venueName].filter(Boolean).join(' · '),
        panelPages.session(id),
      ),
    ),
    ...found.series.map(({ id, title, program }) => hit('series', id, title.text, program, panelPages.series(id))),
    ...found.clubs.map(({ id, name }) => hit('clubs', id, name, '', panelPages.oneManaged('clubs', id))),
    ...found.programs.map(({ id, name }) => hit('programs', id, name, '', panelPages.oneManaged('programs', id))),
    ...found.venues.map(({ id, name, address }) => hit('venues', id, name, address, panelPages.oneManaged('venues', id))),
    ...found.people.map(({ id, name, email }) => hit('people', id, name, email, panelPages.people)),
  ]
}
