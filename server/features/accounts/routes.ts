import type { Request, Response, Router } from 'express'
import * as z from 'zod'
import {
  backupCodesInput,
  codeSignInInput,
  grantInput,
  invitationAcceptInput,
  invitationInput,
  invitationLookInput,
  linkSignInInput,
  mailSignInInput,
  passwordInput,
  passwordSignInInput,
  secondFactorBeginInput,
  secondFactorConfirmInput,
  secondFactorInput,
} from '#shared/contract/account.ts'
import { api } from '#shared/contract/paths.ts'
import { NotAllowedError, reachOf } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { PrismaClient } from '../../db/generated/client.ts'
import { NotFoundError } from '../../errors.ts'
import { refuseParameters } from '../../http/json-answer.ts'
import { clientOf } from '../../http/limits.ts'
import { actorOf, byOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import type { Mail } from '../../mail/letter.ts'
import {
  presentInvitation,
  presentMe,
  presentMessage,
  presentOffer,
  presentPerson,
  presentScope,
  presentSignIn,
} from './present.ts'
import { mailGoodForSeconds } from './rules.ts'
import type { AccountService, Browser } from './service.ts'
import { findMessages } from './staff-repository.ts'
import type { StaffService } from './staff.ts'

const mailGoodForMinutes = mailGoodForSeconds / 60

/** Everything under it answers whoever knows the address; what they may do there, a token, a code or the cookie decides. */
export function accountRoutes(accounts: AccountService): Router {
  const router = strictRouter()

  router.post(api.signInMail, async (req, res) => {
    const { email, language } = mailSignInInput.parse(req.body)
    await accounts.sendSignIn(email, language, browserOf(req))
    res.json({ minutes: mailGoodForMinutes })
  })

  router.post(api.signInByLink, async (req, res) => {
    const { token } = linkSignInInput.parse(req.body)
    const { next, cookies } = await accounts.signInByLink(token, browserOf(req))
    keep(res, cookies).json({ next })
  })

  router.post(api.signInByCode, async (req, res) => {
    const { email, code } = codeSignInInput.parse(req.body)
    const { next, cookies } = await accounts.signInByCode(email, code, browserOf(req))
    keep(res, cookies).json({ next })
  })

  router.post(api.signInByPassword, async (req, res) => {
    const { email, password } = passwordSignInInput.parse(req.body)
    const { next, cookies } = await accounts.signInByPassword(email, password, browserOf(req))
    keep(res, cookies).json({ next })
  })

  router.post(api.secondFactor, async (req, res) => {
    const { code, backupCode } = secondFactorInput.parse(req.body)
    const factor = code === undefined ? { backupCode: backupCode ?? '' } : { code }
    const { next, cookies } = await accounts.giveSecondFactor(factor, browserOf(req))
    keep(res, cookies).json({ next })
  })

  router.post(api.secondFactorBegin, async (req, res) => {
    const { password } = secondFactorBeginInput.parse(req.body)
    res.json(await accounts.beginSecondFactor(password, browserOf(req)))
  })

  router.post(api.secondFactorConfirm, async (req, res) => {
    const { code } = secondFactorConfirmInput.parse(req.body)
    keep(res, await accounts.confirmSecondFactor(code, browserOf(req)))
      .status(204)
      .end()
  })

  router.post(api.signOut, async (req, res) => {
    keep(res, await accounts.signOut(browserOf(req)))
      .status(204)
      .end()
  })

  router.get(api.me, async (req, res) => {
    refuseParameters(req)
    const actor = actorOf(req)
    const { own, grants } = await accounts.ownAccount(actor)
    res.json(presentMe(actor, own, grants))
  })

  router.get(api.mySignIns, async (req, res) => {
    refuseParameters(req)
    res.json({ signIns: (await accounts.signIns(actorOf(req), req.headers.cookie)).map(presentSignIn) })
  })

  router.delete(api.mySignIns, async (req, res) => {
    await accounts.endOtherSignIns(actorOf(req), req.headers.cookie)
    res.status(204).end()
  })

  router.delete(api.mySignIn(':id'), async (req, res) => {
    await accounts.endSignIn(actorOf(req), idOf(req, 'id'))
    res.status(204).end()
  })

  router.put(api.myPassword, async (req, res) => {
    await accounts.changePassword(actorOf(req), passwordInput.parse(req.body), browserOf(req))
    res.status(204).end()
  })

  router.delete(api.mySecondFactor, async (req, res) => {
    const { password } = secondFactorBeginInput.parse(req.body ?? {})
    await accounts.removeSecondFactor(actorOf(req), password, browserOf(req))
    res.status(204).end()
  })

  router.post(api.myBackupCodes, async (req, res) => {
    const { password } = backupCodesInput.parse(req.body)
    res.json({ backupCodes: await accounts.newBackupCodes(actorOf(req), password, browserOf(req)) })
  })

  return router
}

/** Invitations, and who has which role. */
export function staffRoutes(
  staff: StaffService,
  accounts: AccountService,
  { prisma, mail, clock }: { readonly prisma: PrismaClient; readonly mail: Mail; readonly clock: Clock },
): Router {
  const router = strictRouter()

  router.post(api.invitationLook, async (req, res) => {
    const { token } = invitationLookInput.parse(req.body)
    await accounts.countClient(browserOf(req))
    const { invitation, grants, scopes, hasAccount } = await staff.look(token)
    res.json(presentOffer(invitation, grants, scopes, hasAccount))
  })

  router.post(api.invitationAccept, async (req, res) => {
    const { token, name, password } = invitationAcceptInput.parse(req.body)
    await accounts.countClient(browserOf(req))
    const { email, hasNewPassword } = await staff.accept(token, name, password)
    if (!hasNewPassword) return void res.json({ next: 'sign-in' })
    const { next, cookies } = await accounts.signInByPassword(email, password ?? '', browserOf(req))
    keep(res, cookies).json({ next })
  })

  router.get(api.staff, async (req, res) => {
    refuseParameters(req)
    const actor = actorOf(req)
    const { people, invitations, scopes } = await staff.list(actor)
    const reachesAll = reachOf(actor, 'administer').everywhere
    res.json({
      people: people.map((row) => presentPerson(row, scopes, reachesAll, actor.accountId)),
      invitations: invitations.map((row) => presentInvitation(row, scopes, clock())),
    })
  })

  router.get(api.grantScopes, async (req, res) => {
    refuseParameters(req)
    res.json({ scopes: (await staff.scopes(actorOf(req))).map(presentScope) })
  })

  router.post(api.staffGrants(':id'), async (req, res) => {
    const grant = grantInput.parse(req.body)
    res.status(201).json(await staff.give(actorOf(req), idOf(req, 'id'), grant, byOf(req, 'give-role')))
  })

  router.delete(api.staffGrant(':id', ':grantId'), async (req, res) => {
    await staff.take(actorOf(req), idOf(req, 'id'), idOf(req, 'grantId'), byOf(req, 'take-role'))
    res.status(204).end()
  })

  router.post(api.staffBlock(':id'), async (req, res) => {
    await staff.block(actorOf(req), idOf(req, 'id'), byOf(req, 'block-account'))
    res.status(204).end()
  })

  router.post(api.staffUnblock(':id'), async (req, res) => {
    await staff.unblock(actorOf(req), idOf(req, 'id'), byOf(req, 'unblock-account'))
    res.status(204).end()
  })

  router.delete(api.staffSecondFactor(':id'), async (req, res) => {
    await staff.resetSecondFactor(actorOf(req), idOf(req, 'id'), byOf(req, 'drop-second-factor'))
    res.status(204).end()
  })

  router.post(api.invitations, async (req, res) => {
    const actor = actorOf(req)
    const invitation = await staff.invite(actor, invitationInput.parse(req.body), byOf(req, 'invite'))
    res.status(201).json(presentInvitation(invitation, await staff.scopes(actor), clock()))
  })

  router.post(api.invitationResend(':id'), async (req, res) => {
    const actor = actorOf(req)
    const invitation = await staff.resend(actor, idOf(req, 'id'), byOf(req, 'invite'))
    res.json(presentInvitation(invitation, await staff.scopes(actor), clock()))
  })

  router.delete(api.invitation(':id'), async (req, res) => {
    await staff.revoke(actorOf(req), idOf(req, 'id'), byOf(req, 'revoke-invitation'))
    res.status(204).end()
  })

  router.get(api.messages, async (req, res) => {
    refuseParameters(req)
    if (!reachOf(actorOf(req), 'administer').everywhere) throw new NotAllowedError('administer')
    res.json({ sends: mail.sends, messages: (await findMessages(prisma)).map((row) => presentMessage(row, clock())) })
  })

  return router
}

/** An id in an address; what can't be one is not there. */
function idOf(req: Request, name: string): string {
  const { success, data } = uuid.safeParse(req.params[name])
  if (!success) throw new NotFoundError()
  return data
}

const uuid = z.uuid()

export const browserOf = (req: Request): Browser => ({
  cookie: req.headers.cookie,
  userAgent: req.headers['user-agent'] ?? '',
  client: clientOf(req),
})

function keep(res: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) res.append('Set-Cookie', cookie)
  return res
}
