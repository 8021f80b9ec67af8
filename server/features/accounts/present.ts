import type { Answer } from '#shared/contract/answer.ts'
import type { grantView, meAnswer } from '#shared/contract/account.ts'
import { rightNames } from '#shared/contract/account.ts'
import { hasSomewhere, type Actor } from '../../actor.ts'
import type { GrantRow } from './repository.ts'

export const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null

export function presentGrant({ id, role, ownOnly, endsOn, ...scopes }: GrantRow): Answer<typeof grantView> {
  const kind = (['organisation', 'project', 'program', 'club'] as const).find((name) => scopes[name] !== null)
  const scope = kind ? { kind, id: scopes[kind]?.id ?? null, name: scopes[kind]?.name ?? null } : everywhere
  return { id, role, scope, ownOnly, endsOn: dayOf(endsOn) }
}

const everywhere = { kind: 'everywhere', id: null, name: null } as const

export function presentMe(
  actor: Actor,
  own: { readonly hasPassword: boolean; readonly hasSecondFactor: boolean },
  grants: readonly GrantRow[],
): Answer<typeof meAnswer> {
  return {
    accountId: actor.accountId,
    name: actor.name,
    email: actor.email,
    ...own,
    grants: grants.map(presentGrant),
    rights: rightNames.filter((right) => hasSomewhere(actor, right)),
    everywhere: actor.grants.some(({ scope }) => scope.kind === 'everywhere'),
  }
}
