import * as z from 'zod'
import { messageStates } from './account.ts'

/** A mail to somebody who signed up. Its words are there only where it was kept, as it holds a link that opens the sign-up. */
const signUpMail = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['sign-up', 'change', 'reminder']),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  calendar: z.string().nullable(),
  state: z.enum(messageStates),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  lastError: z.string().nullable(),
})

export const signUpMails = z
  .strictObject({ sends: z.boolean().meta({ description: 'False: there is no SMTP_URL' }), mails: z.array(signUpMail) })
  .meta({ id: 'SignUpMails' })
