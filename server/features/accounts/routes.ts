import type { Request, Response, Router } from 'express'
import {
  passwordSignInInput,
  secondFactorBeginInput,
  secondFactorConfirmInput,
  secondFactorInput,
} from '#shared/contract/account.ts'
import { api } from '#shared/contract/paths.ts'
import { refuseParameters } from '../../http/json-answer.ts'
import { clientOf } from '../../http/limits.ts'
import { actorOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { presentMe } from './present.ts'
import type { AccountService, Browser } from './service.ts'

export function accountRoutes(accounts: AccountService): Router {
  const router = strictRouter()

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

  return router
}

export const browserOf = (req: Request): Browser => ({
  cookie: req.headers.cookie,
  userAgent: req.headers['user-agent'] ?? '',
  client: clientOf(req),
})

function keep(res: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) res.append('Set-Cookie', cookie)
  return res
}
