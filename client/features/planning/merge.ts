/** What two people did to the same thing, field by field. */
export type Merging<Values extends object> = {
  /** Both changed it, differently: somebody has to choose. */
  readonly contested: readonly (keyof Values & string)[]
  /** Only the other one changed it: it comes in by itself. */
  readonly theirs: readonly (keyof Values & string)[]
  /** Only I changed it: it stays. */
  readonly mine: readonly (keyof Values & string)[]
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** @param base - what both began with */
export function compare<Values extends object>(base: Values, mine: Values, theirs: Values): Merging<Values> {
  const keys = Object.keys(base) as (keyof Values & string)[]
  const byMe = keys.filter((key) => !same(base[key], mine[key]))
  const byThem = keys.filter((key) => !same(base[key], theirs[key]))
  return {
    contested: byMe.filter((key) => byThem.includes(key) && !same(mine[key], theirs[key])),
    theirs: byThem.filter((key) => !byMe.includes(key)),
    mine: byMe.filter((key) => !byThem.includes(key)),
  }
}

/** Their version with what I changed, and of what is contested, what was chosen to be mine. */
export function merged<Values extends object>(
  { mine: values, theirs }: { readonly mine: Values; readonly theirs: Values },
  merging: Merging<Values>,
  chosenMine: readonly string[],
): Values {
  const taken = [...merging.mine, ...merging.contested.filter((key) => chosenMine.includes(key))]
  return { ...theirs, ...Object.fromEntries(taken.map((key) => [key, values[key]])) }
}
