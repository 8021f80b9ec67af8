import { AppError } from './errors.ts'

/** The parts people play. What each may do is said by {@link rightsOf}; where, by the scope of its grant. */
export const staffRoles = ['ADMINISTRATOR', 'COORDINATOR', 'ORGANISER', 'DESK', 'AUDITOR'] as const
export type StaffRole = (typeof staffRoles)[number]

/** Where a role counts. Everywhere is for administrators of the whole installation. */
export type GrantScope =
  { readonly kind: 'everywhere' } | { readonly kind: 'organisation' | 'project' | 'program' | 'club'; readonly id: string }

/** `ownOnly`: only what this person hosts. */
export type Grant = { readonly role: StaffRole; readonly scope: GrantScope; readonly ownOnly: boolean }

/** Whoever is signed in, with what they may do at this very request. Read anew for each, so that taking a role away works at once. */
export type Actor = {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly grants: readonly Grant[]
  /** Names what the database showed when the request came (`db/snapshot.ts`). */
  readonly snapshot?: string
}

/**
 * `see` the plan, drafts included; `see-sensitive` also inner notes and discreet sessions' true names; `tell` those who signed up what has
 * changed, with their names and numbers; `plan` sessions; `manage` what they stand on (programs, clubs, venues); `sign-up` people, and see who comes; `audit` what was done by
 * whom; `administer` accounts and their roles.
 */
export type Right = 'see' | 'see-sensitive' | 'tell' | 'sign-up' | 'plan' | 'manage' | 'audit' | 'administer'

const rightsOf: Readonly<Record<StaffRole, readonly Right[]>> = {
  ADMINISTRATOR: ['see', 'see-sensitive', 'tell', 'sign-up', 'plan', 'manage', 'audit', 'administer'],
  COORDINATOR: ['see', 'see-sensitive', 'tell', 'sign-up', 'plan', 'manage', 'audit'],
  ORGANISER: ['see', 'see-sensitive', 'tell', 'sign-up', 'plan'],
  DESK: ['see', 'tell', 'sign-up'],
  AUDITOR: ['see', 'audit'],
}

/** Where somebody has a right, as ids. `own`: where it reaches only to what they host. Empty lists: nowhere. */
export type Reach = {
  readonly accountId: string
  readonly everywhere: boolean
  readonly organisations: readonly string[]
  readonly projects: readonly string[]
  readonly programs: readonly string[]
  readonly clubs: readonly string[]
  readonly own: Pick<Reach, 'organisations' | 'programs' | 'clubs'> | null
}

export function reachOf(actor: Actor, right: Right): Reach {
  const grants = actor.grants.filter(({ role }) => rightsOf[role].includes(right))
  const whole = grants.filter(({ ownOnly }) => !ownOnly)
  const own = grants.filter(({ ownOnly }) => ownOnly)
  return {
    accountId: actor.accountId,
    everywhere: whole.some(({ scope }) => scope.kind === 'everywhere'),
    ...idsOf(whole),
    projects: idsIn(whole, 'project'),
    own: own.length === 0 ? null : idsOf(own),
  }
}

const idsIn = (grants: readonly Grant[], kind: GrantScope['kind']): readonly string[] =>
  grants.flatMap(({ scope }) => (scope.kind !== 'everywhere' && scope.kind === kind ? [scope.id] : []))

const idsOf = (grants: readonly Grant[]) => ({
  organisations: idsIn(grants, 'organisation'),
  programs: idsIn(grants, 'program'),
  clubs: idsIn(grants, 'club'),
})

/** Whether somebody has a right anywhere at all: decides what the panel offers, never what it gives. */
export const hasSomewhere = (actor: Actor, right: Right): boolean =>
  actor.grants.some(({ role }) => rightsOf[role].includes(right))

export class NotSignedInError extends AppError {
  readonly code = 'not-signed-in'
  readonly status = 401
  constructor() {
    super('sign in first')
  }
}

/** For what somebody may see and not change; what they may not even see answers as what isn't there. */
export class NotAllowedError extends AppError {
  readonly code = 'not-allowed'
  readonly status = 403
  constructor(right: Right) {
    super(`your role doesn't allow this: it takes the right "${right}" here`, { right })
  }
}
