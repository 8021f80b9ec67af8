import type { AuditActView } from '#shared/contract/audit.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { dayInWarsaw, formatInstant } from '#shared/time/format.ts'
import { inLanguage, type Names } from './names.ts'
import { isWithin, type Sight } from './policy.ts'
import type { ActRow } from './repository.ts'
import { factOf, type Fact } from './rules.ts'
import { linesOf, sentenceOf, type Telling } from './sentences.ts'
import { wordsOf } from './values.ts'

/** One act in sentences; null when nothing in it is for people. */
export function presentAct(act: ActRow, names: Names, sight: Sight, language: Language): AuditActView | null {
  const facts = factsOf(act)
  const lines = linesOf(facts, tellingOf(act, names, sight, language), act.total - act.entries.length)
  if (lines.length === 0) return null
  const { accountId } = act
  const name = accountId === null ? null : inLanguage(names.get(accountId)?.name, language)
  return {
    id: String(act.actId),
    at: act.at.toISOString(),
    account: accountId === null || name === null ? null : { id: accountId, name },
    act: sayAct(act.act, language),
    lines,
  }
}

/** One line for a spreadsheet about each row that was changed. */
export function presentRows(act: ActRow, names: Names, sight: Sight, language: Language): readonly (readonly string[])[] {
  const telling = tellingOf(act, names, sight, language)
  const head = [formatInstant(act.at.getTime(), language), telling.who.replace(/,$/, ''), sayAct(act.act, language) ?? '']
  return factsOf(act).map((fact) => [...head, sentenceOf(fact, telling), fact.entry.objectId ?? ''])
}

const factsOf = ({ entries }: ActRow): readonly Fact[] => entries.flatMap((entry) => factOf(entry) ?? [])

function tellingOf({ accountId, at }: ActRow, names: Names, { open }: Sight, language: Language): Telling {
  const { who } = wordsOf(language)
  const name = accountId === null ? who.server : (inLanguage(names.get(accountId)?.name, language) ?? who.gone)
  return {
    language,
    names,
    who: name,
    year: dayInWarsaw(at.getTime()).slice(0, 4),
    isOpen: ({ entry }) => isWithin(open, entry.belongsTo),
  }
}

function sayAct(act: string | null, language: Language): string | null {
  const acts: Readonly<Record<string, string>> = wordsOf(language).acts
  return act === null ? null : (acts[act] ?? null)
}
