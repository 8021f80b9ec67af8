import { foundKinds, type Hit } from './queries.ts'

const ofEachKind = 3

/** The first few of each kind, so that a list below the field shows every kind that was found. */
export const suggestionsOf = (hits: readonly Hit[]): readonly Hit[] =>
  foundKinds.flatMap((kind) => hits.filter((hit) => hit.kind === kind).slice(0, ofEachKind))
