import type { Language } from '#shared/contract/kinds.ts'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { formatDay } from '#shared/time/format.ts'
import { letters as en } from '#shared/words/en/letters.ts'
import { letters as pl } from '#shared/words/pl/letters.ts'
import { letters as uk } from '#shared/words/uk/letters.ts'
import type { StaffRole } from '../../actor.ts'

const words = { pl, en, uk }

/** The words of a letter, before it is put into a form. */
export type Written = { readonly subject: string; readonly lines: readonly string[] }

/** One role as a line says it. */
export type GrantWords = {
  readonly role: StaffRole
  readonly ownOnly: boolean
  /** Null: everywhere. */
  readonly scopeName: string | null
  readonly endsOn: string | null
}

/** Fills `{{name}}` in one pass: what is filled in is text as it stands (T39). */
const fill = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')

const pageAt = (publicUrl: string, language: Language, path: string): string =>
  `${publicUrl}${language === 'pl' ? '' : `/${language}`}${path}`

const signed = (language: Language, publicUrl: string): string => fill(words[language].sign, { address: publicUrl })

export function writeSignIn(
  { token, code, minutes }: { readonly token: string; readonly code: string; readonly minutes: number },
  language: Language,
  publicUrl: string,
): Written {
  const say = words[language].signIn
  const link = `${pageAt(publicUrl, language, panelPages.signInLink)}#${token}`
  const until = fill(say.until, { minutes: String(minutes) })
  return {
    subject: say.subject,
    lines: [say.hello, '', say.why, link, '', say.code, code, '', until, say.notYou, '', signed(language, publicUrl)],
  }
}

export function writeInvitation(
  invitation: {
    readonly token: string
    readonly name: string
    readonly by: string
    readonly hasAccount: boolean
    /** In Warsaw, inside. */
    readonly lastDay: string
    readonly grants: readonly GrantWords[]
  },
  language: Language,
  publicUrl: string,
): Written {
  const { token, name, by, hasAccount, lastDay, grants } = invitation
  const say = words[language].invitation
  const link = `${pageAt(publicUrl, language, panelPages.invitation)}#${token}`
  const roles = grants.map((grant) => `– ${roleLine(grant, language)}`)
  return {
    subject: say.subject,
    lines: [
      fill(say.hello, { name }),
      '',
      fill(say.who, { by }),
      '',
      say.roles,
      ...roles,
      '',
      ...(hasAccount ? [say.hasAccount, ''] : []),
      say.open,
      link,
      '',
      fill(say.until, { day: formatDay(lastDay, language) }),
      say.notYou,
      '',
      signed(language, publicUrl),
    ],
  }
}

export function writePasswordChanged(language: Language, publicUrl: string): Written {
  const say = words[language].passwordChanged
  return { subject: say.subject, lines: [say.text, '', say.notYou, '', signed(language, publicUrl)] }
}

function roleLine({ role, ownOnly, scopeName, endsOn }: GrantWords, language: Language): string {
  const say = words[language]
  const name = ownOnly ? say.roles.ownOnly : say.roles[role]
  const until = endsOn === null ? '' : `, ${fill(say.endsOn, { day: formatDay(endsOn, language) })}`
  return `${name}: ${scopeName ?? say.everywhere}${until}`
}
