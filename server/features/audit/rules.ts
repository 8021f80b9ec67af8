/** One changed row as the database noted it. */
export type Entry = {
  readonly id: bigint
  readonly actId: bigint
  readonly operation: 'INSERT' | 'UPDATE' | 'DELETE' | 'VIEW'
  /** The table. */
  readonly kind: string
  readonly objectId: string | null
  /** The thing itself and all that it was part of. */
  readonly belongsTo: readonly string[]
  readonly before: Columns | null
  readonly after: Columns | null
}

export type Columns = Readonly<Record<string, unknown>>

/** What was done, in the words that people have for it. */
export type Verb =
  | 'add'
  | 'change'
  | 'remove'
  | 'archive'
  | 'unarchive'
  | 'move'
  | 'cancel'
  | 'restore'
  | 'withdraw'
  | 'bringBack'
  | 'publish'
  | 'unpublish'
  | 'block'
  | 'unblock'
  | 'grant'
  | 'revoke'
  | 'unite'
  | 'divide'
  | 'view'

/** A column that became something else; `silent`: its values aren't kept. */
export type Field = { readonly name: string; readonly before: unknown; readonly after: unknown; readonly silent: boolean }

/** What one entry tells; null when nothing in it is for people (only a date that a rule knows a session by). */
export type Fact = { readonly verb: Verb; readonly entry: Entry; readonly fields: readonly Field[]; readonly reason: unknown }

/** What has a word of its own in the verb, or means nothing to people. */
const untold = new Set([
  'archivedAt',
  'blockedAt',
  'cancelledAt',
  'cancelReason',
  'removedAt',
  'publishedAt',
  'movedFrom',
  'movedAt',
  'moveReason',
  'recurrenceId',
  'overrides',
  'position',
  'isSample',
])

export function factOf(entry: Entry): Fact | null {
  const verb = verbOf(entry)
  const fields = entry.operation === 'DELETE' || entry.operation === 'VIEW' ? [] : fieldsOf(entry, verb)
  if (verb === 'change' && fields.length === 0) return null
  const after = entry.after ?? {}
  const reason = verb === 'cancel' ? after['cancelReason'] : verb === 'move' ? after['moveReason'] : null
  return { verb, entry, fields, reason: reason ?? null }
}

function verbOf({ operation, kind, before, after }: Entry): Verb {
  const was = before ?? {}
  const is = after ?? {}
  if (operation === 'VIEW') return 'view'
  if (kind === 'PersonMerge') return operation === 'INSERT' ? 'unite' : 'divide'
  if (operation === 'INSERT') return kind === 'RoleGrant' ? 'grant' : 'add'
  if (operation === 'DELETE') return kind === 'RoleGrant' ? 'revoke' : 'remove'
  if ('archivedAt' in is) return is['archivedAt'] === null ? 'unarchive' : 'archive'
  if ('blockedAt' in is) return is['blockedAt'] === null ? 'unblock' : 'block'
  if (kind === 'Session') return verbOfSession(was, is)
  if (kind === 'Activity' && 'status' in is) return is['status'] === 'PUBLISHED' ? 'publish' : 'unpublish'
  return 'change'
}

function verbOfSession(was: Columns, is: Columns): Verb {
  if ('removedAt' in is) return is['removedAt'] === null ? 'bringBack' : 'withdraw'
  if ('status' in is) return is['status'] === 'CANCELLED' ? 'cancel' : 'restore'
  if ('wallStart' in is && was['wallStart'] !== is['wallStart']) return 'move'
  return 'publishedAt' in is && was['publishedAt'] === null ? 'publish' : 'change'
}

function fieldsOf({ operation, kind, before, after }: Entry, verb: Verb): readonly Field[] {
  const hidden = kind === 'Session' ? hiddenOfSession(verb) : verb === 'publish' || verb === 'unpublish' ? ['status'] : []
  return Object.keys(after ?? {})
    .filter((name) => !untold.has(name) && !hidden.includes(name))
    .map((name) => {
      const [was, is] = [before?.[name] ?? null, after?.[name] ?? null]
      return { name, before: was, after: is, silent: operation === 'UPDATE' && was === null && is === null }
    })
    .filter((field) => field.silent || !isSame(field.before, field.after))
}

/** A session's end follows its start, and its activity is changed by a split: neither is news. */
function hiddenOfSession(verb: Verb): readonly string[] {
  const always = ['activityId', 'status', 'whenKind']
  return ['move', 'add'].includes(verb) ? [...always, 'wallStart', 'wallEnd'] : always
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Facts that one sentence can tell together: the same was done to things of one kind. */
export type FactGroup = { readonly verb: Verb; readonly kind: string; readonly facts: readonly [Fact, ...Fact[]] }

/** The groups of an act: what touches residents first, then by size. */
export function groupFacts(facts: readonly Fact[]): readonly FactGroup[] {
  const groups = new Map<string, FactGroup>()
  for (const fact of facts) {
    const { verb, entry } = fact
    const key = `${verb} ${entry.kind}`
    const group = groups.get(key)
    groups.set(key, { verb, kind: entry.kind, facts: group ? [...group.facts, fact] : [fact] })
  }
  return [...groups.values()].toSorted((one, other) => weight(other) - weight(one) || other.facts.length - one.facts.length)
}

const weight = ({ kind, verb }: FactGroup): number =>
  kind === 'Session' && verb !== 'change' ? 2 : kind === 'Session' || kind === 'Activity' ? 1 : 0
