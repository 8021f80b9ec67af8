import { languages } from '#shared/contract/kinds.ts'
import { dayInWarsaw, formatBrief } from '#shared/time/format.ts'
import { notices as en } from '#shared/words/en/notices.ts'
import { notices as pl } from '#shared/words/pl/notices.ts'
import { notices as uk } from '#shared/words/uk/notices.ts'
import { isMobile } from '../people/rules.ts'
import type { ToCall } from './present.ts'
import type { CallRow } from './call-repository.ts'
import { stateOf } from './reach.ts'
import { presentNews, titleOf } from './session-present.ts'

const words = { pl, en, uk }

/** What goes to a phone: the number with its country, and a text that fits into one message. */
export type TextMessage = { readonly phone: string; readonly text: string }

/**
 * The messages of one number: each thing once, to mobile phones alone; nothing that was sent as one already. Who can't be reached, isn't to be reached now, or not by a text, gets none.
 *
 * @param calls - attempts about the same things, earliest first
 */
export function presentTexts(things: readonly ToCall[], calls: readonly CallRow[], now: Date): readonly TextMessage[] {
  const person = things[0]?.row.signUp.person
  if (!person || person.phone === null || !isMobile(person.phone) || person.safe?.sms === false) return []
  if (stateOf(person, calls, now) === 'no-way' || (person.safe && stateOf(person, [], now) === 'later')) return []
  const { phone } = person
  return [...new Set(things.filter(({ untold }) => untold.reason !== 'texted').map((thing) => smsOf(thing, now)))].map(
    (text) => ({ phone, text }),
  )
}

/** What fits into one SMS: 160 signs of the Latin alphabet without accents, 70 of another one (mechanics 26). */
const smsLimits = { latin: 160, other: 70 }

/** What to say in one message of something that somebody doesn't know, in their language. */
export function smsOf({ untold, session, row }: ToCall, now: Date): string {
  const language = languages.find((code) => code === row.signUp.person.language) ?? 'pl'
  // Who asked to be reached with care may not be the only one who reads it.
  if (row.signUp.person.safe) return plainLetters(words[language].guarded.sms)
  const subject = words[language].subjects[untold.news === 'sign-up' ? 'confirmed' : untold.news]
  const when = formatBrief(
    presentNews(untold.news, session, null, language, row.signUp).start,
    dayInWarsaw(now.getTime()).slice(0, 4),
    language,
  )
  const fill = (title: string): string =>
    plainLetters(subject.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => (name === 'title' ? title : when)))
  const whole = plainLetters(titleOf(session, language).text)
  const limit = /[^\u0020-\u007e]/.test(fill(whole)) ? smsLimits.other : smsLimits.latin
  const room = Math.max(0, limit - fill('').length)
  return fill(whole.slice(0, room)).slice(0, limit)
}

const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/(?<=\p{Script=Latin})\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/[“”„]/g, '"')
