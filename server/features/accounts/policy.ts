import type { Actor, Grant } from '../../actor.ts'
import { AppError } from '../../errors.ts'
import { signInDays } from '../../http/session-cookie.ts'

const dayMs = 86_400_000

export class SecondFactorNeededError extends AppError {
  readonly code = 'second-factor-needed'
  readonly status = 403
  constructor() {
    super('administrators need a second factor: set up an authenticator app first')
  }
}

export class NoRoleError extends AppError {
  readonly code = 'no-role'
  readonly status = 403
  constructor() {
    super('this account has no role any more: ask an administrator')
  }
}

/** A sign-in as the database has it; `grants` with the last day on which each counts. */
export type SignIn = {
  readonly expiresAt: Date
  readonly updatedAt: Date
  readonly secondFactorAt: Date | null
  readonly account: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly blockedAt: Date | null
    readonly twoFactorEnabled: boolean
    readonly grants: readonly { readonly grant: Grant; readonly endsOn: string | null }[]
  }
}

/** Whether a sign-in still counts at all. */
export function isAlive({ expiresAt, updatedAt, account }: SignIn, now: Date): boolean {
  const idleSince = now.getTime() - signInDays.idle * dayMs
  return account.blockedAt === null && expiresAt > now && updatedAt.getTime() > idleSince
}

/**
 * Who a sign-in lets in, or null for nobody. Decided anew at each request, so that a block, a lost role or a day that passed works at once (T11).
 *
 * @param today - in Warsaw
 * @throws {SecondFactorNeededError} for administrators without one, and for whoever has one and didn't give it at this sign-in (T27)
 * @throws {NoRoleError} when no grant counts today
 */
export function actorFrom(signIn: SignIn, now: Date, today: string): Actor | null {
  if (!isAlive(signIn, now)) return null
  const { id, name, email, twoFactorEnabled, grants: all } = signIn.account
  const grants = all.filter(({ endsOn }) => endsOn === null || endsOn >= today).map(({ grant }) => grant)
  const needsFactor = twoFactorEnabled || grants.some(({ role }) => role === 'ADMINISTRATOR')
  if (needsFactor && signIn.secondFactorAt === null) throw new SecondFactorNeededError()
  if (grants.length === 0) throw new NoRoleError()
  return { accountId: id, name, email, grants }
}
