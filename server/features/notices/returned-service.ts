import type { Answer } from '#shared/contract/answer.ts'
import type { returnedMail } from '#shared/contract/sign-up-mail.ts'
import { hasSomewhere, NotAllowedError, reachOf, type Actor } from '../../actor.ts'
import type { By, Write } from '../../db/write.ts'
import { ImpossibleValueError } from '../../errors.ts'
import { readReturned } from '../../mail/returned.ts'
import { readEmail } from '../people/rules.ts'
import { isSessionId as isId } from '../sessions/rules.ts'
import { findReturned, markReturned } from './mailbox-repository.ts'

/**
 * Mails that came back after the other side had taken them. They come to the mailbox of the sender, which somebody of the office reads, and who puts
 * them in here: then whoever didn't get them is on the list of calls.
 */
export function returnedService(write: Write) {
  return {
    /** @throws {NotAllowedError} for whoever plans nothing anywhere */
    mayTake(actor: Actor): void {
      if (!hasSomewhere(actor, 'plan')) throw new NotAllowedError('plan')
    },

    /** @throws {ImpossibleValueError} for what says of no mail that it failed, and of mails that aren't there or not in reach */
    async take(actor: Actor, source: string, by: By): Promise<Answer<typeof returnedMail>> {
      const { news, messageIds, recipients, reason } = readReturned(source)
      const refuse = (code: string, expected: string) =>
        new ImpossibleValueError([{ name: 'message', value: '', expected, code }])
      if (news === 'none') throw refuse('not-returned', 'a message that says that a mail could not be delivered')
      if (news === 'delayed') throw refuse('only-delayed', 'a failure for good')
      const ids = messageIds.map((id) => id.slice(0, 36)).filter(isId)
      const mailboxes = recipients.flatMap((recipient) => readEmail(recipient) ?? [])
      const reaches = [reachOf(actor, 'plan'), reachOf(actor, 'see-sensitive')] as const
      return write(async (tx) => {
        const mail = await findReturned(tx, { ids, mailboxes }, ...reaches)
        if (!mail) throw refuse('mail-unknown', 'a mail of yours')
        await markReturned(tx, mail.id, reason)
        return { to: mail.to, subject: mail.subject, reason }
      }, by)
    },
  }
}
