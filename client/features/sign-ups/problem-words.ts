import { OfflineError, ProblemError } from '#client/lib/api.ts'

const codes = [
  'session-cancelled',
  'session-started',
  'session-moved',
  'session-full',
  'care-full',
  'no-care',
  'slot-taken',
  'sign-up-not-open',
  'sign-up-closed',
  'no-web-sign-up',
  'not-found',
  'too-many-requests',
  'sign-up-changed',
  'offer-over',
  'not-eligible',
  'party-too-large',
] as const

export type SaidProblem = (typeof codes)[number] | 'offline' | 'other'

/** The words for a refusal; what has none of its own is ours to mend. */
export function problemOf(error: Error): SaidProblem {
  if (error instanceof OfflineError) return 'offline'
  const code = error instanceof ProblemError ? error.code : ''
  return codes.find((one) => one === code) ?? 'other'
}

/** After these there is nothing left to send. */
export const isFinal = (problem: SaidProblem): boolean =>
  ['session-cancelled', 'session-started', 'sign-up-closed', 'sign-up-not-open', 'no-web-sign-up', 'not-found'].includes(problem)
