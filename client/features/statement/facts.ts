/**
 * What only those who run an installation know. `operator` is null in the demonstration; the statement then says that nobody has
 * entered it. The days are those of the website and of the statement, `2026-11-23`.
 */
export type StatementFacts = {
  readonly operator: {
    readonly name: string
    readonly person: string
    readonly email: string
    readonly phone: string
  } | null
  readonly published: string
  readonly updated: string
  readonly prepared: string
}

export const statementFacts: StatementFacts = {
  operator: null,
  published: '2026-11-23',
  updated: '2026-11-23',
  prepared: '2026-11-23',
}
