/** Something rendered from the database, with the span of time in which it may be given out. */
export type Kept<Value> = {
  readonly value: Value
  readonly bytes: number
  /** First instant at which it is true, and the first at which it isn't any more: local midnights. */
  readonly fromMs: number
  readonly untilMs: number
}

/** `pinned` is never thrown out; `ranged` shares a small part of the room, so that dates in addresses can't push out all else. */
export type Group = 'pinned' | 'ranged' | 'other'

export type Cache<About, Value> = {
  /** What is kept under a key, when it is known to be true. Never waits and asks nobody. */
  readonly peek: (key: string, nowMs: number) => Value | undefined
  /** What is kept, or else what `render` gives, once for all who wait for it. */
  readonly get: (key: string, about: About, group: Group, render: () => Promise<Kept<Value>>) => Promise<Value>
  /** Forgets what a change concerns: what is being rendered of it now will not be kept either. */
  readonly invalidate: (concerns: (about: About) => boolean) => void
  /** While changes aren't heard nothing counts as true; when they are heard again, nothing kept before does. */
  readonly setHearing: (hearing: boolean) => void
  readonly size: () => { readonly entries: number; readonly bytes: number }
}

type Entry<About, Value> = {
  readonly about: About
  readonly group: Group
  /** Rises with every change that concerns the entry. */
  generation: number
  kept: (Kept<Value> & { readonly generation: number; readonly era: number }) | null
  rendering: Rendering<Value> | null
}
type Rendering<Value> = { readonly generation: number; readonly era: number; readonly result: Promise<Kept<Value>> }

export type CacheOptions = {
  readonly clock: () => number
  readonly limits: Readonly<Record<'total' | 'ranged', number>>
  /** True for failures at which the last copy is better than none. */
  readonly mayServeOld: (error: unknown) => boolean
}

/**
 * Keeps rendered answers until a change concerns them (mechanics 14). Each entry has a generation that is read before its
 * render begins; the render is kept only while that is still the generation, so that one which began before a commit is
 * never kept after it. Knows nothing of feeds, HTTP or the database.
 */
export function createCache<About, Value>({ clock, limits, mayServeOld }: CacheOptions): Cache<About, Value> {
  /** In order of use, the oldest first. */
  const entries = new Map<string, Entry<About, Value>>()
  const used = { pinned: 0, ranged: 0, other: 0 }
  let hearing = false
  let era = 0

  const inTime = (kept: Kept<Value>, nowMs: number): boolean => nowMs >= kept.fromMs && nowMs < kept.untilMs
  const isTrue = ({ kept, generation }: Entry<About, Value>, nowMs: number): boolean =>
    hearing && kept !== null && kept.generation === generation && kept.era === era && inTime(kept, nowMs)

  function keep(key: string, entry: Entry<About, Value>, kept: NonNullable<Entry<About, Value>['kept']>): void {
    if (entries.get(key) !== entry) return
    used[entry.group] += kept.bytes - (entry.kept?.bytes ?? 0)
    entry.kept = kept
    throwOut(
      (group) => group === 'ranged',
      () => used.ranged > limits.ranged,
    )
    throwOut(
      (group) => group !== 'pinned',
      () => used.ranged + used.other > limits.total,
    )
  }

  function throwOut(from: (group: Group) => boolean, tooMuch: () => boolean): void {
    for (const [key, entry] of entries) {
      if (!tooMuch()) return
      if (from(entry.group) && !entry.rendering) remove(key, entry)
    }
  }

  function remove(key: string, entry: Entry<About, Value>): void {
    used[entry.group] -= entry.kept?.bytes ?? 0
    entries.delete(key)
  }

  function touch(key: string, entry: Entry<About, Value>): void {
    if (entry.group === 'pinned') return
    entries.delete(key)
    entries.set(key, entry)
  }

  /** Begins a render. Its generation is read first, before the database is asked anything. */
  function begin(key: string, entry: Entry<About, Value>, render: () => Promise<Kept<Value>>): Rendering<Value> {
    const asOf = { generation: entry.generation, era: hearing ? era : NaN }
    const finish = async (): Promise<Kept<Value>> => {
      try {
        const kept = await Promise.resolve().then(render) // not at once: `rendering` is set first
        keep(key, entry, { ...kept, ...asOf })
        return kept
      } catch (error) {
        if (entry.kept && inTime(entry.kept, clock()) && mayServeOld(error)) return entry.kept
        if (!entry.kept && entries.get(key) === entry) remove(key, entry)
        throw error
      } finally {
        entry.rendering = null
      }
    }
    entry.rendering = { ...asOf, result: finish() }
    return entry.rendering
  }

  async function get(key: string, about: About, group: Group, render: () => Promise<Kept<Value>>): Promise<Value> {
    const entry = entries.get(key) ?? { about, group, generation: 0, kept: null, rendering: null }
    if (!entries.has(key)) entries.set(key, entry)
    touch(key, entry)
    const needed = { generation: entry.generation, era }
    for (;;) {
      if (entry.kept && isTrue(entry, clock())) return entry.kept.value
      const running = entry.rendering
      const { generation, era: begunIn, result } = running ?? begin(key, entry, render)
      const kept = await result
      const recent = generation >= needed.generation && !(begunIn < needed.era)
      if (!running || (recent && inTime(kept, clock()))) return kept.value
    }
  }

  return {
    get,
    peek(key, nowMs) {
      const entry = entries.get(key)
      if (!entry?.kept || !isTrue(entry, nowMs)) return undefined
      touch(key, entry)
      return entry.kept.value
    },
    invalidate(concerns) {
      for (const entry of entries.values()) if (concerns(entry.about)) entry.generation += 1
    },
    setHearing(heard) {
      hearing = heard
      era += 1
    },
    size: () => ({ entries: entries.size, bytes: used.pinned + used.ranged + used.other }),
  }
}
