/**
 * A refusal as it crosses the wire (RFC 9457), with a `code` that programs may rely on. Further members say which place and
 * value were wrong and what would be right.
 */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly issues?: readonly Issue[]
  readonly [member: string]: unknown
}

/**
 * One thing that is wrong with a request: where (in a body, the path of the field: `activity.title`), what stood there, what would be right.
 * `code`, where there is one, is stable, for whoever says it in their own words (forms: `shared/words/…/panel-form.ts`).
 */
export type Issue = { readonly name: string; readonly value: string; readonly expected: string; readonly code?: string }

export const problemType = 'application/problem+json'
