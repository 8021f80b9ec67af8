import { collections, isSlug, parseQuery, type Selection } from '#shared/contract/selection.ts'
import { AppError, InvalidRequestError, NotFoundError } from '../../errors.ts'
import type { Target } from './rules.ts'

/** What the address of a feed asks for, in the slugs that it was written with. */
export type Asked = Target | { readonly kind: 'saved'; readonly hash: string }

export class UnknownFeedError extends AppError {
  readonly code = 'unknown-feed'
  readonly status = 404
  constructor(name: string) {
    super(`there is no feed ${name.slice(0, 120)}: /api/feeds lists all that have a name`)
  }
}

const feedShape = /^\/feeds\/(?:([a-z]+)\/)?([^/]+)\.ics$/
const sessionId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const savedHash = /^[0-9a-f]{24}$/

/** True for an address under which a feed could be, whether or not it is. */
export const looksLikeFeed = (url: string): boolean => feedShape.test(url.split('?', 1)[0] ?? '')

/**
 * Reads a path with its query, as `/feeds/cities/gliwice.ics?kind=trip`. Whether what it names exists is not known here.
 *
 * @throws {UnknownFeedError | NotFoundError} for no address of ours; {InvalidRequestError} for every mistake in the query at once
 */
export function readAddress(url: string): Asked {
  const mark = url.indexOf('?')
  const [path, query] = mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)]
  const [, folder = '', name = ''] = feedShape.exec(path) ?? []
  if (folder === 's') return readSaved(name, query)
  if (folder === 'sessions') return readSession(name, query)
  const slice = readSlice(folder, name)
  if (slice === null)
    throw folder === '' || folder === 'personal' ? new NotFoundError() : new UnknownFeedError(`${folder}/${name}`)
  return { kind: 'selection', selection: parse(slice, query) }
}

/** `all`, or a collection and a name; null for what no feed can be named after. */
function readSlice(folder: string, name: string): Selection['slice'] | null {
  if (folder === '' && name === 'all') return { collection: 'all' }
  const collection = collections.find((known) => known === folder)
  return collection && isSlug(collection, name) ? { collection, slug: name } : null
}

function readSaved(hash: string, query: string): Asked {
  if (!savedHash.test(hash)) throw new NotFoundError()
  if (query !== '') throw wrong(query, 'nothing: the parameters are part of what was saved')
  return { kind: 'saved', hash }
}

function readSession(id: string, query: string): Asked {
  if (!sessionId.test(id)) throw new NotFoundError()
  const { language, cancelled, stepFree, range, filters } = parse({ collection: 'all' }, query)
  if (stepFree || range || Object.keys(filters).length > 0) throw wrong(query, 'of the parameters only lang and cancelled')
  return { kind: 'session', id, language, cancelled }
}

function parse(slice: Selection['slice'], query: string): Selection {
  const { selection, issues } = parseQuery(slice, new URLSearchParams(query))
  if (selection === null) throw new InvalidRequestError(issues)
  return selection
}

const wrong = (query: string, expected: string): InvalidRequestError =>
  new InvalidRequestError([{ name: 'query', value: query.slice(0, 60), expected }])
