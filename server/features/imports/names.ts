/** Names as people write them, made comparable. Polish ł has no mark that could be taken off. */
export function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[łŁ]/g, 'l').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

/** Without punctuation too, for names: `Klub „Pod Lipą”` and `klub pod lipa` are one. */
export function nameKey(text: string): string {
  return plain(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/\b(?:ul|al|pl|os)\b /g, '')
    .trim()
}

export type Named = { readonly id: string; readonly name: string; readonly aliases: readonly string[] }
export type Suggestion = { readonly id: string; readonly name: string; readonly score: number }

/** The one thing whose name or alias is written here, if it is one. */
export function exactMatch(text: string, things: readonly Named[]): string | null {
  const key = nameKey(text)
  const found = things.filter(({ name, aliases }) => [name, ...aliases].some((one) => nameKey(one) === key))
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

const enough = 0.45

/** Things whose names are like it, the likest first, at most five; `score` from 0 to 1. */
export function suggestions(text: string, things: readonly Named[]): readonly Suggestion[] {
  const pairs = pairsOf(nameKey(text))
  return things
    .map(({ id, name, aliases }) => ({
      id,
      name,
      score: Math.max(...[name, ...aliases].map((one) => likeness(pairs, pairsOf(nameKey(one))))),
    }))
    .filter(({ score }) => score >= enough)
    .toSorted((a, b) => b.score - a.score || a.name.localeCompare(b.name, 'pl'))
    .slice(0, 5)
}

/** How many pairs of letters two names share (Sørensen and Dice). */
function likeness(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>()
  for (const pair of one) left.set(pair, (left.get(pair) ?? 0) + 1)
  const shared = other.filter((pair) => {
    const count = left.get(pair) ?? 0
    left.set(pair, count - 1)
    return count > 0
  }).length
  return one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length)
}

function pairsOf(text: string): readonly string[] {
  const padded = ` ${text} `
  return Array.from({ length: padded.length - 1 }, (_, n) => padded.slice(n, n + 2))
}
