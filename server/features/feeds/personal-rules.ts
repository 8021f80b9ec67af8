import { feedScopes, type personalFeedInput } from '#shared/contract/personal-feed.ts'
import type * as z from 'zod'
import { AppError } from '../../errors.ts'
import { comparableName } from '../people/rules.ts'
import type { ListedFeedRow, Owner } from './personal-repository.ts'

export type Holds = z.infer<typeof personalFeedInput>['holds']
export type Proof = ListedFeedRow['proof']

/** What whoever shows something may have: the link of a sign-up opens that one alone, as anybody may have typed the name on the web (T19). */
export const offersOf = (proof: Proof): readonly Holds[] => (proof === 'LINK' ? ['sign-up'] : ['person', 'household'])

export const holdsOf = ({ scope, signUpId }: Pick<ListedFeedRow, 'scope' | 'signUpId'>): Holds =>
  signUpId === null ? (scope === 'HOUSEHOLD' ? 'household' : 'person') : (feedScopes[0] as Holds)

/** The contact that was shown to be theirs, as a condition; null: none was. */
export function contactShown({ email, phone }: Owner, proof: Proof): { email: string } | { phone: string } | null {
  if (proof === 'EMAIL' && email !== null) return { email }
  return proof === 'PHONE' && phone !== null ? { phone } : null
}

/** Of those kept under one contact the ones that are the owner as far as anybody can tell: of the same name. */
export const sameAs = (owner: Owner, around: readonly Owner[]): readonly Owner[] =>
  around.filter(({ id, name }) => id === owner.id || comparableName(name) === comparableName(owner.name))

export class TooManyPersonalFeedsError extends AppError {
  readonly code = 'too-many-feeds'
  readonly status = 409
  constructor(most: number) {
    super(`there are ${most} calendars already: take one away first`)
  }
}

/** For a calendar that holds more than the link of one sign-up opens. */
export class MailboxNotShownError extends AppError {
  readonly code = 'mailbox-not-shown'
  readonly status = 403
  constructor() {
    super('this holds more than this one sign-up: open the page from the link that we mail you')
  }
}
