import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'

/**
 * The token of a manage link: the sign-up's id and a seal that only this installation can make (mechanics 22). It can be made again at any
 * time, so the same request gets the same link; a raised generation makes it another one, and the old one nobody's.
 */
export function tokenOf(secret: Uint8Array, id: string, generation: number): string {
  const seal = createHmac('sha256', secret).update(`manage ${id} ${generation}`).digest().subarray(0, 18)
  return Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), seal]).toString('base64url')
}

/** The id that a token is about; null for what can't be a token. Whether it is genuine, {@link isGenuine} says. */
export function idInToken(token: string): string | null {
  if (!/^[\w-]{46}$/.test(token)) return null
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Compares every character, and takes as long for a near miss as for any other (T20). */
export function isGenuine(token: string, secret: Uint8Array, id: string, generation: number): boolean {
  const [given, right] = [Buffer.from(token), Buffer.from(tokenOf(secret, id, generation))]
  return given.length === right.length && timingSafeEqual(given, right)
}

type MailboxOf = { readonly signUpId: string; readonly email: string }
const proofMs = 24 * 3_600_000

/**
 * What a mailed link carries after `#`: that whoever opens it reads the mailbox of the sign-up. Good for a day, and only in letters that were
 * asked for: those that tell news are passed on to friends.
 */
export function mailboxProof(secret: Uint8Array, { signUpId, email }: MailboxOf, now: Date): string {
  const until = Math.ceil((now.getTime() + proofMs) / 60_000).toString(36)
  const seal = createHmac('sha256', secret).update(`mailbox ${signUpId} ${until} ${email}`).digest().subarray(0, 18)
  return `${until}.${seal.toString('base64url')}`
}

/** Whether such a proof is genuine and still counts. */
export function showsMailbox(proof: string, secret: Uint8Array, of: MailboxOf, now: Date): boolean {
  const untilMs = /^[0-9a-z]{1,8}\.[\w-]{24}$/.test(proof) ? Number.parseInt(proof, 36) * 60_000 : 0
  const [given, right] = [Buffer.from(proof), Buffer.from(mailboxProof(secret, of, new Date(untilMs - proofMs)))]
  return untilMs > now.getTime() && given.length === right.length && timingSafeEqual(given, right)
}

/** Who is who on one list, without saying who: nobody can try out phone numbers on it without the installation's secret. */
export const contactKey = (secret: Uint8Array, name: string, contact: string): string =>
  createHmac('sha256', secret).update(`contact ${name}\n${contact}`).digest('base64url')

/** Letters and digits that can't be taken for one another, read out on the phone or written by hand. */
const codeSigns = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A paper code; it finds a sign-up at the desk and opens nothing. */
export const newCode = (): string => Array.from({ length: 7 }, () => codeSigns[randomInt(codeSigns.length)]).join('')
