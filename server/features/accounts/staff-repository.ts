import * as z from 'zod'
import { grantInput } from '#shared/contract/account.ts'
import type { Reach } from '../../actor.ts'
import type { Prisma, PrismaClient } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
import type { Scope } from './granting.ts'
import { everywhere, grantColumns } from './repository.ts'

const named = { id: true, name: true } as const

/** The places in reach, by name. Archived ones too: their roles may have to be taken away. */
export async function findScopes(prisma: PrismaClient, reach: Reach): Promise<readonly Scope[]> {
  const within = { in: [...reach.organisations] }
  const programs: Prisma.ProgramWhereInput = { OR: [{ id: { in: [...reach.programs] } }, { operatorId: within }] }
  const runs = { some: { organisationId: within, role: { not: 'MANAGING_AUTHORITY' as const } } }
  const all = reach.everywhere
  const sorted = { select: named, orderBy: { name: 'asc' } } as const
  const [organisation, project, program, club] = await Promise.all([
    prisma.organisation.findMany({ where: all ? {} : { id: within }, ...sorted }),
    prisma.project.findMany({ where: all ? {} : { organisations: runs }, ...sorted }),
    prisma.program.findMany({ where: all ? {} : programs, ...sorted }),
    prisma.club.findMany({ where: all ? {} : { OR: [{ id: { in: [...reach.clubs] } }, { program: programs }] }, ...sorted }),
  ])
  const kinds = { organisation, project, program, club }
  return [
    ...(all ? [{ kind: 'everywhere' as const, id: null, name: null }] : []),
    ...(Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) => kinds[kind].map((row) => ({ kind, ...row }))),
  ]
}

const member = {
  id: true,
  name: true,
  email: true,
  blockedAt: true,
  twoFactorEnabled: true,
  grants: {
    select: { ...grantColumns, organisationId: true, projectId: true, programId: true, clubId: true },
    orderBy: [{ role: 'asc' }, { createdAt: 'asc' }],
  },
  logins: { select: { updatedAt: true }, orderBy: { updatedAt: 'desc' }, take: 1 },
} satisfies Prisma.AccountSelect
export type StaffRow = Prisma.AccountGetPayload<{ select: typeof member }>

const idsOf = (scopes: readonly Scope[], kind: Scope['kind']): string[] =>
  scopes.flatMap((scope) => (scope.kind === kind && scope.id !== null ? [scope.id] : []))

/** Accounts with a role in one of these places; whoever administers everything also sees those without any. */
function accountsIn(reach: Reach, scopes: readonly Scope[]): Prisma.AccountWhereInput {
  if (reach.everywhere) return {}
  const places: Prisma.RoleGrantWhereInput[] = [
    { organisationId: { in: idsOf(scopes, 'organisation') } },
    { projectId: { in: idsOf(scopes, 'project') } },
    { programId: { in: idsOf(scopes, 'program') } },
    { clubId: { in: idsOf(scopes, 'club') } },
  ]
  return { grants: { some: { OR: places } } }
}

export const findStaff = (prisma: PrismaClient, reach: Reach, scopes: readonly Scope[]): Promise<readonly StaffRow[]> =>
  prisma.account.findMany({ where: accountsIn(reach, scopes), select: member, orderBy: [{ name: 'asc' }, { email: 'asc' }] })

export const findStaffMember = (
  prisma: PrismaClient,
  id: string,
  reach: Reach,
  scopes: readonly Scope[],
): Promise<StaffRow | null> => prisma.account.findFirst({ where: { AND: [{ id }, accountsIn(reach, scopes)] }, select: member })

type NewGrant = z.infer<typeof grantInput>

export async function addGrant(
  tx: Tx,
  accountId: string,
  { role, scope, ownOnly, endsOn }: NewGrant,
  grantedById: string,
): Promise<{ readonly id: string }> {
  const place = scope.kind === 'everywhere' ? {} : { [`${scope.kind}Id`]: scope.id }
  const ends = endsOn === null ? null : new Date(`${endsOn}T00:00:00Z`)
  return tx.roleGrant.create({ data: { accountId, role, ownOnly, endsOn: ends, grantedById, ...place }, select: { id: true } })
}

/** How many administer everything and aren't blocked. Their grants are locked first, so that two who leave at once see each other. */
export async function countAdministrators(tx: Tx): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('podworko administrators'))`
  const today = new Date(new Date().toISOString().slice(0, 10))
  const { endsOn: _, ...place } = everywhere
  const lasting = { ...place, OR: [{ endsOn: null }, { endsOn: { gte: today } }] }
  return tx.account.count({ where: { blockedAt: null, grants: { some: lasting } } })
}

export async function createAccount(
  tx: Tx,
  account: { readonly id: string; readonly name: string; readonly email: string },
): Promise<void> {
  await tx.account.create({ data: { ...account, emailVerified: true }, select: { id: true } })
}

const invitation = {
  id: true,
  email: true,
  name: true,
  language: true,
  grants: true,
  sentAt: true,
  expiresAt: true,
  invitedBy: { select: { id: true, name: true } },
} satisfies Prisma.InvitationSelect
type Stored = Prisma.InvitationGetPayload<{ select: typeof invitation }>
export type InvitationRow = Omit<Stored, 'grants'> & { readonly grants: readonly NewGrant[] }

/** Stored by ourselves, so read with safeParse: one that an older version wrote otherwise offers nothing. */
const read = <Row extends { readonly grants: Prisma.JsonValue }>(row: Row) => ({
  ...row,
  grants: z.array(grantInput).safeParse(row.grants).data ?? [],
})

const open = { acceptedAt: null, revokedAt: null } as const

export async function findInvitations(prisma: PrismaClient): Promise<readonly InvitationRow[]> {
  return (await prisma.invitation.findMany({ where: open, select: invitation, orderBy: { sentAt: 'desc' } })).map(read)
}

export async function findInvitation(prisma: PrismaClient, id: string): Promise<InvitationRow | null> {
  const row = await prisma.invitation.findFirst({ where: { id, ...open }, select: invitation })
  return row && read(row)
}

const inviter = {
  id: true,
  name: true,
  email: true,
  blockedAt: true,
  grants: {
    select: { role: true, ownOnly: true, endsOn: true, organisationId: true, projectId: true, programId: true, clubId: true },
  },
} satisfies Prisma.AccountSelect

export async function findInvitationByHash(prisma: PrismaClient, tokenHash: Uint8Array<ArrayBuffer>, now: Date) {
  const select = { ...invitation, invitedBy: { select: inviter } }
  const row = await prisma.invitation.findFirst({ where: { tokenHash, ...open, expiresAt: { gt: now } }, select })
  if (!row) return null
  const { invitedBy, ...rest } = read(row)
  return { ...rest, inviter: invitedBy }
}

type NewInvitation = {
  readonly email: string
  readonly name: string
  readonly language: string
  readonly grants: readonly NewGrant[]
  readonly tokenHash: Uint8Array<ArrayBuffer>
  readonly sentAt: Date
  readonly expiresAt: Date
  readonly invitedById: string
}

export async function saveInvitation(tx: Tx, { grants, ...rest }: NewInvitation): Promise<InvitationRow> {
  return read(await tx.invitation.create({ data: { ...rest, grants: [...grants] }, select: invitation }))
}

export async function renewInvitation(
  tx: Tx,
  id: string,
  sent: Pick<NewInvitation, 'tokenHash' | 'sentAt' | 'expiresAt'>,
): Promise<InvitationRow | null> {
  const { count } = await tx.invitation.updateMany({ where: { id, ...open }, data: sent })
  return count === 0 ? null : read(await tx.invitation.findUniqueOrThrow({ where: { id }, select: invitation }))
}

/** False: somebody was quicker, or it has ended meanwhile. */
export async function useUpInvitation(tx: Tx, id: string, now: Date): Promise<boolean> {
  const where = { id, ...open, expiresAt: { gt: now } }
  return (await tx.invitation.updateMany({ where, data: { acceptedAt: now } })).count > 0
}

/** The latest mails; texts of those that were sent are empty. */
export const findMessages = (prisma: PrismaClient) =>
  prisma.message.findMany({
    where: { ofNotices: false },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 200,
    select: {
      id: true,
      kind: true,
      to: true,
      subject: true,
      text: true,
      state: true,
      createdAt: true,
      expiresAt: true,
      sentAt: true,
      attempts: true,
      lastError: true,
    },
  })
export type MessageRow = Awaited<ReturnType<typeof findMessages>>[number]
