import { staffRoles, type GrantScope, type StaffRole } from '../../actor.ts'
import type { Issue } from '#shared/contract/problem.ts'

/** A place in which somebody may give roles. */
export type Scope = {
  readonly kind: GrantScope['kind']
  /** Null: everywhere. */
  readonly id: string | null
  readonly name: string | null
}

/** Which roles there are in a place: everything has administrators only, a project auditors, all else the rest (mechanics 34). */
export function rolesIn(kind: GrantScope['kind']): readonly StaffRole[] {
  if (kind === 'everywhere') return ['ADMINISTRATOR']
  return kind === 'project' ? ['AUDITOR'] : staffRoles.filter((role) => role !== 'AUDITOR')
}

/** The place that a grant names, if it is one of these. */
export const pickScope = (scopes: readonly Scope[], scope: GrantScope): Scope | undefined =>
  scopes.find(({ kind, id }) => kind === scope.kind && id === (scope.kind === 'everywhere' ? null : scope.id))

type Wish = {
  readonly role: StaffRole
  readonly scope: GrantScope
  readonly ownOnly: boolean
  readonly endsOn: string | null
}

/**
 * What is impossible about a role that somebody wants to give. A place out of reach is answered as one that isn't there.
 *
 * @param today - in Warsaw
 */
export function grantFaults(scopes: readonly Scope[], { role, scope, ownOnly, endsOn }: Wish, today: string): readonly Issue[] {
  const faults: (Issue | false)[] = [
    !pickScope(scopes, scope) && { name: 'scope', value: scope.kind, expected: 'something that is there', code: 'unknown' },
    !rolesIn(scope.kind).includes(role) && {
      name: 'role',
      value: role,
      expected: `one of ${rolesIn(scope.kind).join(', ')} there`,
    },
    ownOnly && role !== 'ORGANISER' && { name: 'ownOnly', value: 'true', expected: 'only for an organiser' },
    role === 'AUDITOR' && endsOn === null && { name: 'endsOn', value: '', expected: 'the last day of an audit', code: 'missing' },
    endsOn !== null && endsOn < today && { name: 'endsOn', value: endsOn, expected: 'today or later' },
  ]
  return faults.filter((fault) => fault !== false)
}

/** Whether all roles of an account are in these places, past ones included: only then it may be blocked from here. */
export const mayJudge = (scopes: readonly Scope[], grants: readonly GrantPlace[]): boolean =>
  grants.every((grant) => {
    const id = grant.organisationId ?? grant.projectId ?? grant.programId ?? grant.clubId
    return scopes.some((scope) => scope.id === id)
  })

export type GrantPlace = Readonly<Record<'organisationId' | 'projectId' | 'programId' | 'clubId', string | null>>
