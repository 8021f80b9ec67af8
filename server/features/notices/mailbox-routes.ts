import type { Router } from 'express'
import { mailboxApi } from '#shared/contract/panel-paths.ts'
import { returnedInput } from '#shared/contract/sign-up-mail.ts'
import { hasSomewhere, NotAllowedError, reachOf, type Actor, type Reach } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import type { Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { found, idOfPath, refuseParameters } from '../../http/json-answer.ts'
import { actorOf, byOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { isSessionId } from '../sessions/rules.ts'
import { messageKinds } from './letters.ts'
import { findMails, findPage } from './mailbox-repository.ts'
import { returnedService } from './returned-service.ts'

/** A page of a mail may have its own styles, which no mail program does without, and nothing else: no script, no picture, no form. */
const mailPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups"

/**
 * Mails to people who signed up, as they read them. They hold links that open sign-ups, so only who plans what a mail is about reads it.
 *
 * @param sends - whether mails go out
 */
export function mailboxRoutes(database: Database, sends: boolean, write: Write): Router {
  const router = strictRouter()
  const returned = returnedService(write)

  router.get(mailboxApi.mails, async (req, res) => {
    refuseParameters(req)
    const actor = actorOf(req)
    if (!hasSomewhere(actor, 'plan')) throw new NotAllowedError('plan')
    const mails = (await findMails(database, ...reachesOf(actor))).map((mail) => ({
      ...mail,
      kind: messageKinds.find((kind) => kind === mail.kind) ?? 'change',
    }))
    res.set('Cache-Control', 'no-store').json({ sends, mails })
  })

  router.post(mailboxApi.returned, async (req, res) => {
    refuseParameters(req)
    const actor = actorOf(req)
    returned.mayTake(actor)
    res.json(await returned.take(actor, returnedInput.parse(req.body).message, byOf(req, 'returned-mail')))
  })

  router.get(mailboxApi.page(':id'), async (req, res) => {
    refuseParameters(req)
    const id = idOfPath(req)
    if (!isSessionId(id)) throw new NotFoundError()
    const html = found(await findPage(database, id, ...reachesOf(actorOf(req))))
    res.set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': mailPolicy, 'X-Frame-Options': 'SAMEORIGIN' })
    res.type('html').send(html)
  })

  return router
}

const reachesOf = (actor: Actor): readonly [Reach, Reach] => [reachOf(actor, 'plan'), reachOf(actor, 'see-sensitive')]
