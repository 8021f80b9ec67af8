import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Grant, GrantScope } from '../../actor.ts'
import type { Prisma, PrismaClient } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'

export const grantColumns = {
  id: true,
  role: true,
  ownOnly: true,
  endsOn: true,
  organisation: { select: { id: true, name: true } },
  project: { select: { id: true, name: true } },
  program: { select: { id: true, name: true } },
  club: { select: { id: true, name: true } },
} satisfies Prisma.RoleGrantSelect
export type GrantRow = Prisma.RoleGrantGetPayload<{ select: typeof grantColumns }>

const scopeColumns = {
  role: true,
  ownOnly: true,
  endsOn: true,
  organisationId: true,
  projectId: true,
  programId: true,
  clubId: true,
} satisfies Prisma.RoleGrantSelect

/** Where a grant counts, from the columns of which one is filled at most. */
export function scopeOf(
  row: Readonly<Record<'organisationId' | 'projectId' | 'programId' | 'clubId', string | null>>,
): GrantScope {
  if (row.organisationId !== null) return { kind: 'organisation', id: row.organisationId }
  if (row.projectId !== null) return { kind: 'project', id: row.projectId }
  if (row.programId !== null) return { kind: 'program', id: row.programId }
  if (row.clubId !== null) return { kind: 'club', id: row.clubId }
  return { kind: 'everywhere' }
}

/** A sign-in with its account and all grants, past ones included. */
export type Login = {
  readonly id: string
  readonly expiresAt: Date
  readonly updatedAt: Date
  readonly secondFactorAt: Date | null
  readonly account: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly blockedAt: Date | null
    readonly twoFactorEnabled: boolean
    readonly grants: readonly Prisma.RoleGrantGetPayload<{ select: typeof scopeColumns }>[]
  }
}

type LoginGrant = Omit<Login['account']['grants'][number], 'endsOn'> & { readonly endsOn: string | null }
type LoginRow = Omit<Login, 'account'> &
  Omit<Login['account'], 'id' | 'grants'> & {
    readonly token: string
    readonly accountId: string
    readonly grants: readonly LoginGrant[]
  }

const loginQuery = {
  name: 'login',
  text: `
    SELECT login.token, login.id, login."expiresAt", login."updatedAt", login."secondFactorAt",
      login."accountId", account.name, account.email, account."blockedAt", account."twoFactorEnabled",
      COALESCE((
        SELECT json_agg(json_build_object(
          'role', held.role, 'ownOnly', held."ownOnly", 'endsOn', held."endsOn", 'organisationId', held."organisationId",
          'projectId', held."projectId", 'programId', held."programId", 'clubId', held."clubId"
        )) FROM "RoleGrant" held WHERE held."accountId" = login."accountId"
      ), '[]') AS grants
    FROM "LoginSession" login JOIN "Account" account ON account.id = login."accountId"
    WHERE login.token = ANY($1)`,
}

/** The sign-ins of tokens. Asked at every request of the panel, so in one prepared statement: by Prisma it costs several times as much. */
export async function findLogins(pool: Pool, tokens: readonly string[]): Promise<ReadonlyMap<string, Login>> {
  const { rows } = await pool.query<LoginRow>({ ...loginQuery, values: [tokens] })
  return new Map(rows.map((row) => [row.token, toLogin(row)]))
}

function toLogin({ id, expiresAt, updatedAt, secondFactorAt, grants, ...account }: LoginRow): Login {
  const { accountId, name, email, blockedAt, twoFactorEnabled } = account
  const held = grants.map((grant) => ({ ...grant, endsOn: grant.endsOn === null ? null : new Date(grant.endsOn) }))
  return {
    id,
    expiresAt,
    updatedAt,
    secondFactorAt,
    account: { id: accountId, name, email, blockedAt, twoFactorEnabled, grants: held },
  }
}

export async function noteUse(prisma: PrismaClient, id: string, now: Date): Promise<void> {
  await prisma.loginSession.updateMany({ where: { id }, data: { updatedAt: now } })
}

/** The grants of an account that count on a day, with the names of their scopes. */
export const findGrants = (prisma: PrismaClient, accountId: string, day: Date): Promise<readonly GrantRow[]> =>
  prisma.roleGrant.findMany({
    where: { accountId, OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
    orderBy: [{ role: 'asc' }, { createdAt: 'asc' }],
    select: grantColumns,
  })

/** What the account page says of one's own account. */
export const findOwnAccount = (prisma: PrismaClient, id: string) =>
  prisma.account.findUniqueOrThrow({
    where: { id },
    select: { twoFactorEnabled: true, credentials: { where: { password: { not: null } }, select: { id: true } } },
  })

/** Somebody who may sign in by mail: not blocked, and known to read that mailbox. */
export const findByMailbox = (prisma: PrismaClient, email: string) =>
  prisma.account.findFirst({ where: { email, blockedAt: null, emailVerified: true }, select: { id: true, name: true } })

/**
 * Counts one more try under a key and says how many there were in the window, this one included, and when it ends. One statement, so that
 * parallel tries on several servers are all counted.
 */
export async function countTry(
  prisma: PrismaClient,
  key: string,
  windowMs: number,
  now: Date,
): Promise<{ readonly tries: number; readonly endsInMs: number }> {
  const [at, hash] = [now.getTime(), hashOf(key)]
  const rows = await prisma.$queryRaw<readonly { tries: number; began: bigint }[]>`
    INSERT INTO "RateLimit" AS kept (key, count, "lastRequest") VALUES (${hash}, 1, ${at})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN kept."lastRequest" + ${windowMs} <= ${at} THEN 1 ELSE kept.count + 1 END,
      "lastRequest" = CASE WHEN kept."lastRequest" + ${windowMs} <= ${at} THEN ${at} ELSE kept."lastRequest" END
    RETURNING count AS tries, "lastRequest" AS began`
  const [row] = rows
  if (!row) throw new Error('a try was counted and no count came back')
  return { tries: row.tries, endsInMs: Number(row.began) + windowMs - at }
}

/** Somebody got in: their former mistakes count no more. */
export async function forgetTries(prisma: PrismaClient, key: string): Promise<void> {
  await prisma.rateLimit.deleteMany({ where: { key: hashOf(key) } })
}

/** Addresses of people and clients aren't kept, only what finds the same ones again. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url')

/** Removes what has ended: sent links and codes, sign-ins, counts. */
export async function sweep(prisma: PrismaClient, now: Date, idleDays: number): Promise<void> {
  const idleSince = new Date(now.getTime() - idleDays * 86_400_000)
  await prisma.verification.deleteMany({ where: { expiresAt: { lt: now } } })
  await prisma.loginSession.deleteMany({ where: { OR: [{ expiresAt: { lt: now } }, { updatedAt: { lt: idleSince } }] } })
  await prisma.rateLimit.deleteMany({ where: { lastRequest: { lt: now.getTime() - 86_400_000 } } })
}

export const toGrant = (row: Prisma.RoleGrantGetPayload<{ select: typeof scopeColumns }>): Grant => ({
  role: row.role,
  scope: scopeOf(row),
  ownOnly: row.ownOnly,
})

export const hasAccount = async (prisma: PrismaClient, email: string): Promise<boolean> =>
  (await prisma.account.count({ where: { email } })) > 0

/** Whether anybody who isn't blocked administers everything. */
export const hasAdministrator = async (prisma: PrismaClient): Promise<boolean> =>
  (await prisma.account.count({ where: { blockedAt: null, grants: { some: everywhere } } })) > 0

export const everywhere = {
  role: 'ADMINISTRATOR',
  organisationId: null,
  projectId: null,
  programId: null,
  clubId: null,
  endsOn: null,
} as const

export async function createAdministrator(prisma: PrismaClient, email: string, passwordHash: string): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const data = { name: 'Administrator', email, emailVerified: true, grants: { create: { role: everywhere.role } } }
    const { id } = await tx.account.create({ data, select: { id: true } })
    await setPassword(tx, id, passwordHash)
  })
}

export async function setPassword(tx: Tx, accountId: string, password: string): Promise<void> {
  const key = { providerId: 'credential', providerAccountId: accountId }
  await tx.credential.upsert({
    where: { providerId_providerAccountId: key },
    create: { ...key, accountId, password },
    update: { password, updatedAt: new Date() },
    select: { id: true },
  })
}

/** A token in a link, as it is kept: as better-auth keeps those of its own links. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** To whom a link was sent that nobody has used yet. */
export async function findMailboxOfLink(prisma: PrismaClient, token: string): Promise<string | null> {
  const identifier = `magic-link:${hashOfToken(token)}`
  const row = await prisma.verification.findFirst({ where: { identifier }, select: { value: true } })
  const email: unknown = row && (JSON.parse(row.value) as Readonly<Record<string, unknown>>)['email']
  return typeof email === 'string' ? email : null
}

const codesFor = (email: string) => ({ identifier: `sign-in-otp-${email}` })

/** Only the last code that was sent is good. */
export async function forgetCodes(prisma: PrismaClient, email: string): Promise<void> {
  await prisma.verification.deleteMany({ where: codesFor(email) })
}

/** Somebody got in by mail: no other link and no code is good any more. */
export async function forgetSent(prisma: PrismaClient, email: string): Promise<void> {
  const links = { identifier: { startsWith: 'magic-link:' }, value: { contains: `"email":${JSON.stringify(email)}` } }
  await prisma.verification.deleteMany({ where: { OR: [codesFor(email), links] } })
}

export const findPassword = async (prisma: PrismaClient, accountId: string): Promise<string | null> => {
  const where = { providerId_providerAccountId: { providerId: 'credential', providerAccountId: accountId } }
  return (await prisma.credential.findUnique({ where, select: { password: true } }))?.password ?? null
}

export const findSignIns = (prisma: PrismaClient, accountId: string, now: Date, idleSince: Date) =>
  prisma.loginSession.findMany({
    where: { accountId, expiresAt: { gt: now }, updatedAt: { gt: idleSince } },
    orderBy: { updatedAt: 'desc' },
    select: { id: true, token: true, userAgent: true, createdAt: true, updatedAt: true },
  })
export type SignInRow = Awaited<ReturnType<typeof findSignIns>>[number]

/** Ends sign-ins of an account: one, or all but one. @returns how many there were */
export async function endSignIns(
  db: Pick<Tx, 'loginSession'>,
  accountId: string,
  which: { readonly only: string } | { readonly but: string | null },
): Promise<number> {
  const id = 'only' in which ? { id: which.only } : which.but === null ? {} : { id: { not: which.but } }
  return (await db.loginSession.deleteMany({ where: { accountId, ...id } })).count
}

export async function dropSecondFactor(tx: Tx, accountId: string): Promise<void> {
  await tx.twoFactor.deleteMany({ where: { accountId } })
  await tx.account.update({ where: { id: accountId }, data: { twoFactorEnabled: false }, select: { id: true } })
}
