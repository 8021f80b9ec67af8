import { randomBytes, randomUUID } from 'node:crypto'
import type * as z from 'zod'
import type { grantInput, invitationInput } from '#shared/contract/account.ts'
import { languages, type Language } from '#shared/contract/kinds.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { NotAllowedError, reachOf, type Actor, type Reach } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { PrismaClient } from '../../db/generated/client.ts'
import { databaseError, type By, type Tx, type Write } from '../../db/write.ts'
import { AlreadyThereError, AppError, ImpossibleValueError, NotFoundError, TooManyRequestsError } from '../../errors.ts'
import type { Mail } from '../../mail/letter.ts'
import { readEmail } from '../people/rules.ts'
import { grantFaults, mayJudge, pickScope, type GrantPlace, type Scope } from './granting.ts'
import { writeInvitation } from './letters.ts'
import { dayOf } from './present.ts'
import { countTry, dropSecondFactor, endSignIns, hashOfToken, setPassword, toGrant } from './repository.ts'
import { passwordFault } from './rules.ts'
import { letterOf } from './service.ts'
import {
  addGrant,
  countAdministrators,
  createAccount,
  findInvitation,
  findInvitationByHash,
  findInvitations,
  findStaff,
  findStaffMember,
  findScopes,
  renewInvitation,
  saveInvitation,
  useUpInvitation,
  type InvitationRow,
} from './staff-repository.ts'

export class InvitationOverError extends AppError {
  readonly code = 'invitation-over'
  readonly status = 410
  constructor() {
    super('this invitation was used, taken back or is too old: ask whoever invited you for a new one')
  }
}

export class LastAdministratorError extends AppError {
  readonly code = 'last-administrator'
  readonly status = 409
  constructor() {
    super('nobody else administers everything: make somebody else an administrator first')
  }
}

export type GrantWish = z.infer<typeof grantInput>
export type InvitationWish = z.infer<typeof invitationInput>

const invitationDays = 7
const dayMs = 86_400_000
const hourMs = 3_600_000
const lettersAnHour = 3

export type StaffParts = {
  readonly prisma: PrismaClient
  readonly write: Write
  readonly mail: Mail
  readonly clock: Clock
  readonly publicUrl: string
}
export type StaffService = ReturnType<typeof staffService>

/** Who else has an account, and with which roles. An administrator gives and takes within what they administer, and sees nobody else. */
export function staffService({ prisma, write, mail, clock, publicUrl }: StaffParts) {
  const today = () => dayInWarsaw(clock().getTime())

  /** Where this administrator may give roles. @throws {NotAllowedError} for whoever administers nothing */
  async function scopesOf(actor: Actor): Promise<{ reach: Reach; scopes: readonly Scope[] }> {
    const reach = reachOf(actor, 'administer')
    const scopes = await findScopes(prisma, reach)
    if (!reach.everywhere && scopes.length === 0) throw new NotAllowedError('administer')
    return { reach, scopes }
  }

  async function list(actor: Actor) {
    const { reach, scopes } = await scopesOf(actor)
    const [people, invitations] = await Promise.all([findStaff(prisma, reach, scopes), findInvitations(prisma)])
    return { people, invitations: invitations.filter((one) => one.grants.every(({ scope }) => pickScope(scopes, scope))), scopes }
  }

  /** Somebody with a role in reach. @throws {NotFoundError} otherwise, and for whoever isn't there */
  async function memberOf(actor: Actor, accountId: string) {
    const { reach, scopes } = await scopesOf(actor)
    const member = await findStaffMember(prisma, accountId, reach, scopes)
    if (!member) throw new NotFoundError()
    return { member, scopes, mayJudge: reach.everywhere || mayJudge(scopes, member.grants) }
  }

  function checkWishes(scopes: readonly Scope[], wishes: readonly GrantWish[], prefix: (index: number) => string): void {
    const faults = wishes.flatMap((wish, index) =>
      grantFaults(scopes, wish, today()).map((fault) => ({ ...fault, name: `${prefix(index)}${fault.name}` })),
    )
    if (faults.length > 0) throw new ImpossibleValueError(faults)
  }

  async function give(actor: Actor, accountId: string, wish: GrantWish, by: By): Promise<{ readonly id: string }> {
    const { scopes } = await memberOf(actor, accountId)
    checkWishes(scopes, [wish], () => '')
    try {
      return await write((tx) => addGrant(tx, accountId, wish, actor.accountId), by)
    } catch (error) {
      if (databaseError(error)?.constraint === 'RoleGrant_once') throw new AlreadyThereError('this role in this place')
      throw error
    }
  }

  async function take(actor: Actor, accountId: string, grantId: string, by: By): Promise<void> {
    const { member, scopes } = await memberOf(actor, accountId)
    const grant = member.grants.find(({ id }) => id === grantId)
    if (!grant || !pickScope(scopes, toGrant(grant).scope)) throw new NotFoundError()
    await write(async (tx) => {
      await tx.roleGrant.deleteMany({ where: { id: grantId } })
      if (administersAll(grant)) await keepAnAdministrator(tx)
    }, by)
  }

  /** @throws {NotAllowedError} when the account has a role that is out of reach: those there would lose a colleague to a stranger */
  async function judged(actor: Actor, accountId: string, work: (tx: Tx) => Promise<void>, by: By): Promise<void> {
    const found = await memberOf(actor, accountId)
    if (!found.mayJudge) throw new NotAllowedError('administer')
    await write(async (tx) => {
      await work(tx)
      if (found.member.grants.some(administersAll)) await keepAnAdministrator(tx)
    }, by)
  }

  const block = (actor: Actor, accountId: string, by: By): Promise<void> =>
    judged(
      actor,
      accountId,
      async (tx) => {
        await tx.account.update({ where: { id: accountId }, data: { blockedAt: clock() }, select: { id: true } })
        await endSignIns(tx, accountId, { but: null })
      },
      by,
    )

  const unblock = (actor: Actor, accountId: string, by: By): Promise<void> =>
    judged(
      actor,
      accountId,
      async (tx) => void (await tx.account.update({ where: { id: accountId }, data: { blockedAt: null }, select: { id: true } })),
      by,
    )

  /** For somebody who lost telephone and backup codes: everything ends, and the next sign-in begins with the set-up. */
  const resetSecondFactor = (actor: Actor, accountId: string, by: By): Promise<void> =>
    judged(
      actor,
      accountId,
      async (tx) => {
        await dropSecondFactor(tx, accountId)
        await endSignIns(tx, accountId, { but: null })
      },
      by,
    )

  /** Letters to one mailbox are few, whoever asks for them (T32). */
  async function countLetter(email: string): Promise<void> {
    const { tries, endsInMs } = await countTry(prisma, `invitation ${email}`, hourMs, clock())
    if (tries > lettersAnHour) throw new TooManyRequestsError(Math.max(1, Math.ceil(endsInMs / 1000)))
  }

  /** Invites somebody. Whether the mailbox has an account already is told to its owner only, in the letter (T16). */
  async function invite(actor: Actor, wish: InvitationWish, by: By): Promise<InvitationRow> {
    const { scopes } = await scopesOf(actor)
    const email = readEmail(wish.email)
    if (email === null)
      throw new ImpossibleValueError([{ name: 'email', value: wish.email, expected: 'one mail address', code: 'no_mailbox' }])
    checkWishes(scopes, wish.grants, (index) => `grants.${index}.`)
    await countLetter(email)
    const token = newToken()
    const invitation = await write(async (tx) => {
      const row = await saveInvitation(tx, { ...wish, email, ...sentNow(token), invitedById: actor.accountId })
      await putLetter(tx, row, token, scopes)
      return row
    }, by)
    mail.kick()
    return invitation
  }

  const sentNow = (token: string) => {
    const sentAt = clock()
    return { tokenHash: Buffer.from(hashOfToken(token)), sentAt, expiresAt: new Date(sentAt.getTime() + invitationDays * dayMs) }
  }

  async function putLetter(tx: Tx, row: InvitationRow, token: string, scopes: readonly Scope[]): Promise<void> {
    const language = languageOf(row.language)
    const grants = row.grants.map(({ role, scope, ownOnly, endsOn }) => ({
      role,
      ownOnly,
      endsOn,
      scopeName: pickScope(scopes, scope)?.name ?? null,
    }))
    const hasAccount = (await tx.account.count({ where: { email: row.email } })) > 0
    const lastDay = dayInWarsaw(row.expiresAt.getTime())
    const about = { token, name: row.name, by: row.invitedBy.name, hasAccount, lastDay, grants }
    const written = writeInvitation(about, language, publicUrl)
    await mail.put(tx, letterOf('invitation', row.email, written, language, row.expiresAt), clock())
  }

  /** One that is open, and all of whose roles are in reach. */
  async function openInvitation(actor: Actor, id: string) {
    const { scopes } = await scopesOf(actor)
    const invitation = await findInvitation(prisma, id)
    if (!invitation || !invitation.grants.every(({ scope }) => pickScope(scopes, scope))) throw new NotFoundError()
    return { invitation, scopes }
  }

  /** Sends it once more, with a new link; the former one is worthless then. */
  async function resend(actor: Actor, id: string, by: By): Promise<InvitationRow> {
    const { invitation, scopes } = await openInvitation(actor, id)
    await countLetter(invitation.email)
    const token = newToken()
    const renewed = await write(async (tx) => {
      const row = await renewInvitation(tx, id, sentNow(token))
      if (!row) throw new NotFoundError()
      await putLetter(tx, row, token, scopes)
      return row
    }, by)
    mail.kick()
    return renewed
  }

  async function revoke(actor: Actor, id: string, by: By): Promise<void> {
    await openInvitation(actor, id)
    await write(
      (tx) => tx.invitation.updateMany({ where: { id, acceptedAt: null, revokedAt: null }, data: { revokedAt: clock() } }),
      by,
    )
  }

  /** What a link offers today: roles that whoever invited may still give. @throws {InvitationOverError} */
  async function offerOf(token: string) {
    const invitation = await findInvitationByHash(prisma, Buffer.from(hashOfToken(token)), clock())
    if (!invitation || invitation.inviter.blockedAt !== null) throw new InvitationOverError()
    const { id: accountId, name, email } = invitation.inviter
    const counting = invitation.inviter.grants.filter(({ endsOn }) => endsOn === null || (dayOf(endsOn) ?? '') >= today())
    const reach = reachOf({ accountId, name, email, grants: counting.map(toGrant) }, 'administer')
    const scopes = await findScopes(prisma, reach)
    const grants = invitation.grants.filter((grant) => grantFaults(scopes, grant, today()).length === 0)
    if (grants.length === 0) throw new InvitationOverError()
    const account = await prisma.account.findUnique({
      where: { email: invitation.email },
      select: { id: true, blockedAt: true },
    })
    return { invitation, grants, scopes, account }
  }

  async function look(token: string) {
    const { invitation, grants, scopes, account } = await offerOf(token)
    return { invitation, grants, scopes, hasAccount: account !== null }
  }

  /**
   * Takes up an invitation. Somebody new gets an account with this name and, if they want one, a password; an account that is there gets the roles
   * and keeps the rest (T16).
   *
   * @returns the mailbox, and whether a password is set for it now that was given here
   * @throws {InvitationOverError} also for the second of two at once
   */
  async function accept(token: string, name: string | undefined, password: string | undefined) {
    const { invitation, grants, account } = await offerOf(token)
    if (account?.blockedAt) throw new InvitationOverError()
    const shownName = name ?? invitation.name
    const fault = account || password === undefined ? null : passwordFault(password, [shownName, invitation.email])
    if (fault !== null) throw new ImpossibleValueError([{ name: 'password', value: '', expected: fault, code: 'weak_password' }])
    const hash = account || password === undefined ? null : await hashed(password)
    const accountId = account?.id ?? randomUUID()
    await write(
      async (tx) => {
        if (!(await useUpInvitation(tx, invitation.id, clock()))) throw new InvitationOverError()
        if (!account) await createAccount(tx, { id: accountId, name: shownName, email: invitation.email })
        if (hash !== null) await setPassword(tx, accountId, hash)
        const held = await tx.roleGrant.findMany({ where: { accountId }, select: { ...scopeKey, role: true } })
        for (const grant of grants)
          if (!held.some((one) => one.role === grant.role && isSameScope(one, grant.scope)))
            await addGrant(tx, accountId, grant, invitation.inviter.id)
      },
      { accountId, act: 'accept-invitation' },
    )
    return { email: invitation.email, hasNewPassword: hash !== null }
  }

  async function listScopes(actor: Actor): Promise<readonly Scope[]> {
    return (await scopesOf(actor)).scopes
  }

  return { list, scopes: listScopes, give, take, block, unblock, resetSecondFactor, invite, resend, revoke, look, accept }
}

const scopeKey = { organisationId: true, projectId: true, programId: true, clubId: true } as const

function isSameScope(row: GrantPlace, scope: GrantWish['scope']): boolean {
  const id = row.organisationId ?? row.projectId ?? row.programId ?? row.clubId
  return scope.kind === 'everywhere' ? id === null : id === scope.id
}

const administersAll = (grant: GrantPlace): boolean =>
  (grant.organisationId ?? grant.projectId ?? grant.programId ?? grant.clubId) === null

/** Who would leave the installation without anybody to administer it is refused; parallel ones wait for each other. */
async function keepAnAdministrator(tx: Tx): Promise<void> {
  if ((await countAdministrators(tx)) === 0) throw new LastAdministratorError()
}

const newToken = (): string => randomBytes(24).toString('base64url')

async function hashed(password: string): Promise<string> {
  const { hashPassword } = await import('better-auth/crypto')
  return hashPassword(password)
}

const languageOf = (code: string): Language => languages.find((language) => language === code) ?? 'pl'
