import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, feedPath } from '#shared/contract/paths.ts'
import type { SavedSelectionAnswer, SavedSelectionInput } from '#shared/contract/public.ts'
import { limits, type Selection } from '#shared/contract/selection.ts'
import { postJson } from '#client/lib/api.ts'

/** The feed of a selection as calendar programs get it: whole, and short enough for the one that drops long addresses silently. */
export type FeedAddress = { readonly url: string; readonly preparing: boolean; readonly tooLong: boolean }

/** Keeps a selection on the server under a short name. The same selection gets the same name, so asking twice does no harm. */
export const savedSelectionQuery = (path: string) =>
  queryOptions({
    queryKey: ['saved-selection', path],
    queryFn: ({ signal }) =>
      postJson<SavedSelectionInput, SavedSelectionAnswer>(api.savedSelections, { path }, { signal }).then(
        (answer) => answer.path,
      ),
    staleTime: Infinity,
  })

export function useFeedAddress(selection: Selection): FeedAddress {
  const path = feedPath(selection)
  const long = `${location.origin}${path}`.length > limits.addressLength
  const saved = useQuery({ ...savedSelectionQuery(path), enabled: long })
  return {
    url: `${location.origin}${saved.data ?? path}`,
    preparing: long && saved.isPending,
    tooLong: long && saved.isError,
  }
}
