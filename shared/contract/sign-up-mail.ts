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

/** Of a longer one the beginning: what is said for machines stands before the mail that came back. */
export const longestReturned = 60_000

/** A message that says that a mail couldn't be delivered, as a mail program saves or shows its source. */
export const returnedInput = z.strictObject({ message: z.string().min(1).max(longestReturned) }).meta({ id: 'ReturnedMailInput' })

/** The mail that didn't arrive: whoever was to read it is on the list of calls now. */
export const returnedMail = z
  .strictObject({ to: z.string(), subject: z.string(), reason: z.string() })
  .meta({ id: 'ReturnedMail' })
