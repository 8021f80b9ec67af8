import { activityKinds, audiences, slugOf } from '#shared/contract/kinds.ts'
import { sliceName } from '#shared/contract/paths.ts'
import {
  everything,
  filterNames,
  filters,
  type Collection,
  type Selection,
  type SelectionIssue,
} from '#shared/contract/selection.ts'
import { InvalidRequestError } from '../../errors.ts'
import { UnknownFeedError } from './address.ts'
import { wordFor, type NamesOf, type Texts } from './present.ts'

/** Something that feeds can be named after, under its present slug, and perhaps a former one that goes on answering. */
export type NamedThing = {
  readonly collection: Collection
  readonly slug: string
  readonly name: Texts
  /** Its feed goes on answering, and is listed no more. */
  readonly archived: boolean
  readonly formerly: string | null
}

/** Everything that feeds can be named after. */
export type Directory = {
  readonly nameOf: NamesOf
  /** The present slug of a present or former one. */
  readonly currentOf: (collection: Collection, slug: string) => string | undefined
  /** The named feeds: all, and one for each thing that isn't archived. */
  readonly selections: readonly Selection[]
}

const words: readonly NamedThing[] = (['audiences', 'kinds'] as const).flatMap((collection) =>
  (collection === 'kinds' ? activityKinds : audiences).map((code) => {
    const slug = slugOf(code)
    return { collection, slug, name: wordFor(collection, slug) ?? { pl: slug }, archived: false, formerly: null }
  }),
)

export function directoryOf(stored: readonly NamedThing[]): Directory {
  const things = [...stored, ...words]
  const present = things.filter(({ formerly }) => formerly === null)
  const names = new Map(present.map(({ collection, slug, name }) => [`${collection}/${slug}`, name]))
  const current = new Map(present.map(({ collection, slug }) => [`${collection}/${slug}`, slug]))
  for (const { collection, slug, formerly } of things)
    if (formerly !== null && !current.has(`${collection}/${formerly}`)) current.set(`${collection}/${formerly}`, slug)
  return {
    nameOf: (collection, slug) => names.get(`${collection}/${slug}`),
    currentOf: (collection, slug) => current.get(`${collection}/${slug}`),
    selections: [
      everything,
      ...present.filter(({ archived }) => !archived).map(({ collection, slug }) => withSlice({ collection, slug })),
    ],
  }
}

const withSlice = (slice: Selection['slice']): Selection => ({ ...everything, slice })

/**
 * The same selection in present slugs, so that a feed has one canonical address.
 *
 * @throws {UnknownFeedError} when nothing has the name of the slice; {InvalidRequestError} when nothing has that of a filter
 */
export function resolve(selection: Selection, { currentOf }: Directory): Selection {
  const issues: SelectionIssue[] = []
  const resolved = filterNames.flatMap((name) => {
    const slugs = selection.filters[name]?.map((slug) => {
      const current = currentOf(filters[name], slug)
      if (current === undefined) issues.push({ name, value: slug, expected: 'a name that /api/feeds lists' })
      return current ?? slug
    })
    return slugs ? [[name, [...new Set(slugs)].toSorted()] as const] : []
  })
  if (issues.length > 0) throw new InvalidRequestError(issues)
  return { ...selection, slice: resolveSlice(selection.slice, currentOf), filters: Object.fromEntries(resolved) }
}

function resolveSlice(slice: Selection['slice'], currentOf: Directory['currentOf']): Selection['slice'] {
  if (slice.collection === 'all') return slice
  const slug = currentOf(slice.collection, slice.slug)
  if (slug === undefined) throw new UnknownFeedError(sliceName(slice))
  return { collection: slice.collection, slug }
}
