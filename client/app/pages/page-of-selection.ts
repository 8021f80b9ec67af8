import { pages } from '#shared/contract/paths.ts'
import { queryOf, type Selection } from '#shared/contract/selection.ts'

/** The page where a selection was made: the calendar of its city with the filters, or the page of what was chosen. */
export function pageOfSelection(selection: Selection): string {
  const { slice } = selection
  if (slice.collection === 'cities') return pages.city(slice.slug) + queryOf({ ...selection, language: 'pl', range: null })
  if (slice.collection === 'all' || slice.collection === 'audiences' || slice.collection === 'kinds') return pages.front
  return pages.of(slice.collection, slice.slug)
}
