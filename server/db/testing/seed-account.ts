import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { Grant } from '../../actor.ts'
import { sessionCookieHeader, signInSecret } from '../../http/session-cookie.ts'

/** Give it to `createApp({ secret })`: then the cookies of {@link seedAccount} are good there. */
export const testSecret = Buffer.alloc(32, 7)

/** `ownOnly` is false and `endsOn` open unless said. */
export type SeedGrant = Pick<Grant, 'role' | 'scope'> & { readonly ownOnly?: boolean; readonly endsOn?: string }

export type SeedAccount = {
  readonly name?: string
  readonly email?: string
  readonly grants?: readonly SeedGrant[]
  readonly blocked?: boolean
  /** Signed in with the second factor given; true for administrators unless said. */
  readonly secondFactor?: boolean
  /** Of the app under test; http://localhost:3000 unless said. */
  readonly publicUrl?: string
}

/**
 * An account with roles that is really signed in: send `headers` with each request. They hold the cookie, and the Origin that
 * requests which change something must name. A plain account has no password and no authenticator app.
 */
export async function seedAccount(
  pool: Pool,
  { grants = [], blocked = false, publicUrl = 'http://localhost:3000', ...given }: SeedAccount = {},
): Promise<{
  readonly accountId: string
  readonly email: string
  readonly headers: { readonly cookie: string; readonly origin: string }
}> {
  const { name = 'Zofia Zmyślona', email = `konto-${randomBytes(5).toString('hex')}@example.pl` } = given
  const secondFactor = given.secondFactor ?? grants.some(({ role }) => role === 'ADMINISTRATOR')
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO "Account" (name, email, "emailVerified", "twoFactorEnabled", "blockedAt") VALUES ($1, $2, true, $3, CASE WHEN $4 THEN now() END) RETURNING id`,
    [name, email, secondFactor, blocked],
  )
  const accountId = rows[0]!.id
  for (const { role, scope, ownOnly = false, endsOn = role === 'AUDITOR' ? '2099-12-31' : null } of grants) {
    const id = (kind: string) => (scope.kind === kind && 'id' in scope ? scope.id : null)
    await pool.query(
      `INSERT INTO "RoleGrant" ("accountId", role, "organisationId", "projectId", "programId", "clubId", "ownOnly", "endsOn") VALUES ($1, $2::"StaffRole", $3, $4, $5, $6, $7, $8)`,
      [accountId, role, id('organisation'), id('project'), id('program'), id('club'), ownOnly, endsOn],
    )
  }
  const token = randomBytes(24).toString('base64url')
  await pool.query(
    `INSERT INTO "LoginSession" ("accountId", token, "expiresAt", "userAgent", "secondFactorAt") VALUES ($1, $2, now() + interval '9 days', 'test', CASE WHEN $3 THEN now() END)`,
    [accountId, token, secondFactor],
  )
  const cookie = sessionCookieHeader(token, publicUrl, signInSecret(testSecret))
  return { accountId, email, headers: { cookie, origin: publicUrl } }
}
