import type { SafeContactInput } from '#shared/contract/safe-contact.ts'
import { weekdayOf } from '#shared/time/calendar.ts'
import { wallInWarsaw } from '#shared/time/format.ts'

/** One contact is enough: an e-mail or a phone number. */
export type Contact = { readonly kind: 'email'; readonly value: string } | { readonly kind: 'phone'; readonly value: string }

const longest = { name: 200, email: 254, contact: 300 }
/** Marks that change the direction of what follows or can't be seen. The joiners that some scripts and emoji need are kept. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
const forbidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u

/**
 * A name as it is kept: any script, one line, spaces in single file, at most 200 characters.
 *
 * @returns null for what is no name: empty, too long, without a letter, or with control characters (T35, T38)
 */
export function readName(typed: string): string | null {
  if (typed.length > 2 * longest.name) return null
  const name = typed
    .normalize('NFC')
    .replaceAll(invisible, '')
    .trim()
    .replaceAll(/ +|\p{Zs}+/gu, ' ')
  const isName = /\p{L}/u.test(name) && !forbidden.test(name) && [...name].length <= longest.name
  return isName ? name : null
}

/** An e-mail address or a phone number, each in its one spelling; null for what is neither. */
export function readContact(typed: string): Contact | null {
  if (typed.length > longest.contact) return null
  const text = typed.normalize('NFKC').replaceAll(invisible, '').trim()
  if (text.includes('@')) {
    const value = readEmail(text)
    return value === null ? null : { kind: 'email', value }
  }
  const value = readPhone(text)
  return value === null ? null : { kind: 'phone', value }
}

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const domainPart = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/**
 * One spelling per mailbox (T17): NFKC, lower case, no spaces around it, the domain in ASCII. A plus tag is kept, as it may be another
 * mailbox. Quoted names, several addresses and what a header could be broken with are no address (T38).
 */
export function readEmail(typed: string): string | null {
  const [local = '', domain = '', ...more] = typed.normalize('NFKC').trim().toLowerCase().split('@')
  if (more.length > 0 || typed.length > longest.email || local.length > 64 || !localPart.test(local)) return null
  const ascii = asciiDomain(domain)
  return ascii !== null && domainPart.test(ascii) && local.length + ascii.length < longest.email ? `${local}@${ascii}` : null
}

/** `żółw.pl` -> `xn--...`, by the rules of addresses; null for what can't be a host. */
function asciiDomain(domain: string): string | null {
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(domain)) return null
  return URL.canParse(`http://${domain}/`) ? new URL(`http://${domain}/`).hostname : null
}

/** `+48320000000`: what people put between digits falls away, nine digits are Polish. */
export function readPhone(typed: string): string | null {
  const bare = typed.replaceAll(/[\s().\-–/]/g, '').replace(/^00/, '+')
  const international = /^\d{9}$/.test(bare) ? `+48${bare}` : bare
  return /^\+[1-9]\d{6,14}$/.test(international) ? international : null
}

/** Whether a text message may arrive: a Polish number of a mobile phone, or one of another country, of which nobody here knows. */
export const isMobile = (phone: string): boolean =>
  !phone.startsWith('+48') || /^\+48(?:45|5[0137]|6[069]|7[2389]|88)/.test(phone)

/**
 * A name as it is compared: "Nowak  Zofia", "zofia nowak" and "Zofia Nówak" are one person's at one contact. Letters and digits
 * only, without accents, words in order of the alphabet.
 */
export function comparableName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’ʼ`]/g, '')
    .replaceAll('ł', 'l')
  return (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).toSorted().join(' ')
}

/** Days of the week (Monday is 1; none: every day) and local times (null: at any hour) at which somebody may be reached. */
export type SafeTimes = { readonly days: readonly number[]; readonly from: string | null; readonly to: string | null }

/** Whether somebody may be called now. @example isSafeMoment({ days: [2], from: '10:00', to: '12:00' }, tuesdayAt11) // true */
export function isSafeMoment({ days, from, to }: SafeTimes, now: Date): boolean {
  const wall = wallInWarsaw(now.getTime())
  const clock = wall.slice(11, 16)
  return (
    (days.length === 0 || days.includes(weekdayOf(wall.slice(0, 10)))) &&
    (from === null || to === null || (clock >= from && clock < to))
  )
}

/** What stands in the place of a name that is gone. */
export const erasedName = '–'

const strictness = { usual: 0, neutral: 1, none: 2 } as const
const everyDay = [1, 2, 3, 4, 5, 6, 7]

/**
 * What holds for somebody who was written down twice, and asked for something each time: only what both allow. Where no hour is left that both
 * allow, nobody calls.
 */
export function moreCareful(one: SafeContactInput, other: SafeContactInput): SafeContactInput {
  const days = everyDay.filter((day) => [one, other].every((asked) => asked.days.length === 0 || asked.days.includes(day)))
  const from =
    [one.from, other.from]
      .flatMap((time) => time ?? [])
      .toSorted()
      .at(-1) ?? null
  const to = [one.to, other.to].flatMap((time) => time ?? []).toSorted()[0] ?? null
  const hasHours = from === null || to === null || from < to
  const isEver = days.length > 0 && hasHours
  return {
    calls: one.calls && other.calls && isEver,
    sms: one.sms && other.sms && isEver,
    voicemail: one.voicemail && other.voicemail && isEver,
    mail: strictness[one.mail] >= strictness[other.mail] ? one.mail : other.mail,
    days: days.length === 7 ? [] : days,
    from: hasHours ? from : null,
    to: hasHours ? to : null,
    opening: one.opening || other.opening,
  }
}
