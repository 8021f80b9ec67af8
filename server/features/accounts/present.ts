import type { Answer } from '#shared/contract/answer.ts'
import type {
  grantView,
  invitationLookAnswer,
  invitationView,
  meAnswer,
  messageView,
  personView,
  scopeOption,
  signInView,
} from '#shared/contract/account.ts'
import { rightNames } from '#shared/contract/account.ts'
import { hasSomewhere, type Actor } from '../../actor.ts'
import { mayJudge, pickScope, rolesIn, type Scope } from './granting.ts'
import { toGrant, type GrantRow, type SignInRow } from './repository.ts'
import { deviceOf } from './rules.ts'
import type { InvitationRow, MessageRow, StaffRow } from './staff-repository.ts'

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

export const presentSignIn = ({
  id,
  userAgent,
  createdAt,
  updatedAt,
  isThis,
}: SignInRow & { readonly isThis: boolean }): Answer<typeof signInView> => ({
  id,
  isThis,
  device: deviceOf(userAgent ?? ''),
  since: createdAt.toISOString(),
  lastUsed: updatedAt.toISOString(),
})

/** Of somebody's roles only those in reach are shown. */
export function presentPerson(
  row: StaffRow,
  scopes: readonly Scope[],
  reachesAll: boolean,
  me: string,
): Answer<typeof personView> {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    isMe: row.id === me,
    isBlocked: row.blockedAt !== null,
    hasSecondFactor: row.twoFactorEnabled,
    lastSeen: row.logins[0]?.updatedAt.toISOString() ?? null,
    grants: row.grants.filter((grant) => pickScope(scopes, toGrant(grant).scope)).map(presentGrant),
    mayBlock: reachesAll || mayJudge(scopes, row.grants),
  }
}

function presentWish({ role, scope, ownOnly, endsOn }: InvitationRow['grants'][number], scopes: readonly Scope[]) {
  const { kind, id, name } = pickScope(scopes, scope) ?? { kind: scope.kind, id: null, name: null }
  return { role, scope: { kind, id, name }, ownOnly, endsOn }
}

export const presentInvitation = (row: InvitationRow, scopes: readonly Scope[], now: Date): Answer<typeof invitationView> => ({
  id: row.id,
  name: row.name,
  email: row.email,
  sentAt: row.sentAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  isExpired: row.expiresAt <= now,
  grants: row.grants.map((grant) => presentWish(grant, scopes)),
})

export const presentOffer = (
  invitation: {
    readonly name: string
    readonly email: string
    readonly expiresAt: Date
    readonly inviter: { readonly name: string }
  },
  grants: InvitationRow['grants'],
  scopes: readonly Scope[],
  hasAccount: boolean,
): Answer<typeof invitationLookAnswer> => ({
  name: invitation.name,
  email: invitation.email,
  invitedBy: invitation.inviter.name,
  hasAccount,
  expiresAt: invitation.expiresAt.toISOString(),
  grants: grants.map((grant) => presentWish(grant, scopes)),
})

export const presentScope = ({ kind, id, name }: Scope): Answer<typeof scopeOption> => ({
  kind,
  id,
  name,
  roles: [...rolesIn(kind)],
})

/** A text that is still good for something is shown while nothing is sent: there is no other way to it. */
export function presentMessage({ expiresAt, ...row }: MessageRow, now: Date): Answer<typeof messageView> {
  const shown = row.state === 'KEPT' && (expiresAt === null || expiresAt > now)
  return {
    ...row,
    text: shown ? row.text : '',
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  }
}
