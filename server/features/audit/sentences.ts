import type { Language } from '#shared/contract/kinds.ts'
import { formatBrief, formatDay } from '#shared/time/format.ts'
import { discreetNameOf, idsOfKind, inLanguage, nameOfObject, type Names } from './names.ts'
import { groupFacts, type Fact, type FactGroup, type Field } from './rules.ts'
import { sayCode, sayColumn, sayValue, wordsOf } from './values.ts'

/** What sentences are made with. */
export type Telling = {
  readonly language: Language
  readonly names: Names
  /** Who did it, as the sentence begins. */
  readonly who: string
  /** Of the act: dates of the same year are told without it. */
  readonly year: string
  /** Whether the reader knows the thing of a fact by its true name. */
  readonly isOpen: (fact: Fact) => boolean
}

/** One sentence, and what a reader unfolds beneath it. */
export type Line = { readonly text: string; readonly more: readonly string[]; readonly rest: number }

/** More than this beneath one sentence are counted. */
const mostBeneath = 60

/**
 * What was done in one act, in sentences: 52 sessions moved are one.
 *
 * @param unread - how many more facts there were than are given here
 */
export function linesOf(facts: readonly Fact[], telling: Telling, unread = 0): readonly Line[] {
  const groups = groupFacts(facts)
  const [only] = groups
  if (only && groups.length === 1) return [lineOf(only, telling, only.facts.length + unread)]
  const lines = groups.map((group) => lineOf(group, telling, group.facts.length))
  return lines.map((line, index) => (index === 0 ? { ...line, rest: line.rest + unread } : line))
}

function lineOf({ verb, kind, facts }: FactGroup, telling: Telling, count: number): Line {
  const [first] = facts
  if (count === 1) return { text: sentenceOf(first, telling), more: verb === 'add' ? fieldTexts(first, telling) : [], rest: 0 }
  const more = facts.slice(0, mostBeneath).map((fact) => inBrief(fact, telling))
  return { text: together({ verb, kind, facts }, telling, count), more, rest: count - more.length }
}

/** The whole sentence about one fact. */
export function sentenceOf(fact: Fact, telling: Telling): string {
  const words = wordsOf(telling.language)
  const { verb } = fact
  const pattern = words.one[verb]
  const told = fill(pattern, { who: whoOf(fact, telling), what: whatOf(fact, telling), ...movesOf(fact, telling) })
  const fields = verb === 'add' || verb === 'grant' ? [] : fieldTexts(fact, telling)
  return [withColon(told, fields), ...reasonOf(fact, telling)].join(' ')
}

/** Whoever did it. A role is given by who offered it, also where accepting an invitation is what brought it. */
function whoOf({ entry }: Fact, { who, names, language }: Telling): string {
  const giver = entry.kind === 'RoleGrant' ? entry.after?.['grantedById'] : null
  return (typeof giver === 'string' && inLanguage(names.get(giver)?.name, language)) || who
}

function together({ verb, kind, facts }: FactGroup, telling: Telling, all: number): string {
  const words = wordsOf(telling.language)
  const pattern = verb === 'move' ? words.one.moveMany : words.one[verb]
  const counted: Readonly<Record<string, string>> = words.counted
  const form = new Intl.PluralRules(telling.language).select(all)
  const noun = nounOf(kind, telling.language)
  const count = fill(counted[`${kind}_${form}`] ?? words.counted.any, { count: String(all), noun })
  const what = [count, ...namesOf(facts, telling)].join(' ')
  const reasons = new Set(facts.flatMap((fact) => reasonOf(fact, telling)))
  return [`${fill(pattern, { who: telling.who, what })}.`, ...(reasons.size === 1 ? reasons : [])].join(' ')
}

/** The names of several things: all of them where they are few. */
function namesOf(facts: readonly Fact[], telling: Telling): readonly string[] {
  const { andOthers, quoted } = wordsOf(telling.language)
  const names = [...new Set(facts.flatMap((fact) => nameOf(fact, telling) ?? []))].map((name) => fill(quoted, { name }))
  if (names.length === 0) return []
  return names.length <= 3 ? [names.join(', ')] : [fill(andOthers, { names: names.slice(0, 2).join(', ') })]
}

/** A thing with its noun and name: 'spotkanie „Joga” (czw. 26.11, 17:00)'. */
function whatOf(fact: Fact, telling: Telling): string {
  const { language } = telling
  const words = wordsOf(language)
  if (fact.verb === 'view') return viewed(fact, language)
  if (fact.entry.kind === 'RoleGrant') return roleOf(fact, telling)
  const name = nameOf(fact, telling)
  const noun = nounOf(fact.entry.kind, language)
  const what = name === null ? noun : fill(words.named, { noun, name })
  const when = fact.verb === 'move' ? null : startOf(fact, telling)
  return when === null ? what : fill(words.at, { what, when })
}

/** One of several things, beneath their sentence. */
function inBrief(fact: Fact, telling: Telling): string {
  const { at, quoted, field } = wordsOf(telling.language)
  if (fact.entry.kind === 'RoleGrant') return roleOf(fact, telling)
  const name = nameOf(fact, telling)
  const what = name === null ? nounOf(fact.entry.kind, telling.language) : fill(quoted, { name })
  const { from, to } = movesOf(fact, telling)
  if (from !== undefined) return fill(field, { label: what, before: from, after: to ?? '' })
  const when = startOf(fact, telling)
  const told = when === null ? what : fill(at, { what, when })
  const fields = fact.verb === 'add' ? [] : fieldTexts(fact, telling)
  return fields.length === 0 ? told : `${told}: ${fields.join('; ')}`
}

function nameOf(fact: Fact, { names, language, isOpen }: Telling): string | null {
  const discreet = isOpen(fact) ? null : discreetNameOf(fact.entry, names)
  return inLanguage(discreet, language) ?? nameOfObject(fact.entry, names, language)
}

const nounOf = (kind: string, language: Language): string => {
  const nouns: Readonly<Record<string, string>> & { readonly other: string } = wordsOf(language).nouns
  return nouns[kind] ?? nouns.other
}

/** From when to when a session was moved. */
function movesOf({ verb, entry }: Fact, { year, language }: Telling): { readonly from?: string; readonly to?: string } {
  if (verb !== 'move') return {}
  const said = (columns: typeof entry.before) => formatBrief(String(columns?.['wallStart']), year, language)
  return { from: said(entry.before), to: said(entry.after) }
}

/** When a session is: as the entry says, else as it stands now. */
function startOf({ entry }: Fact, { names, year, language }: Telling): string | null {
  if (entry.kind !== 'Session') return null
  const told = entry.after?.['wallStart'] ?? entry.before?.['wallStart']
  const start = typeof told === 'string' ? told : entry.objectId === null ? null : (names.get(entry.objectId)?.start ?? null)
  return start === null ? null : formatBrief(start, year, language)
}

function fieldTexts(fact: Fact, telling: Telling): readonly string[] {
  if (!telling.isOpen(fact) && discreetNameOf(fact.entry, telling.names) !== null) return []
  return fact.fields.map((field) => fieldText(field, fact, telling))
}

function fieldText({ name, before, after, silent }: Field, { verb, entry }: Fact, { names, year, language }: Telling): string {
  const words = wordsOf(language)
  const label = name === 'value' ? sayFactOr(entry, language) : sayColumn(name, language)
  if (silent) return fill(words.silent, { label })
  const said = {
    label,
    before: sayValue(name, before, names, year, language),
    after: sayValue(name, after, names, year, language),
  }
  return fill(verb === 'add' ? words.set : words.field, said)
}

/** What is known of a building is told by what was looked at: "winda: nie wiemy → nie". */
function sayFactOr({ before, after }: Fact['entry'], language: Language): string {
  const fact = after?.['fact'] ?? before?.['fact']
  return typeof fact === 'string' ? sayCode(fact, language) : sayColumn('value', language)
}

/** Reasons are public, but not those of discreet meetings (mechanics 24). */
function reasonOf(fact: Fact, telling: Telling): readonly string[] {
  const text =
    telling.isOpen(fact) || discreetNameOf(fact.entry, telling.names) === null ? inLanguage(fact.reason, telling.language) : null
  return text === null || text === '' ? [] : [fill(wordsOf(telling.language).reason, { text: text.replace(/\.$/, '') })]
}

/** 'koordynator – Anna Przykład (Zatorze razem)' */
function roleOf({ entry }: Fact, { names, language }: Telling): string {
  const words = wordsOf(language)
  const columns = { ...entry.before, ...entry.after }
  const person = inLanguage(idsOfKind(entry, names, 'Account').map((id) => names.get(id)?.name)[0], language)
  const scope = ['Organisation', 'Project', 'Club', 'Program']
    .flatMap((kind) => idsOfKind(entry, names, kind))
    .map((id) => inLanguage(names.get(id)?.name, language))
    .at(0)
  const role = typeof columns['role'] === 'string' ? sayCode(columns['role'], language) : sayColumn('role', language)
  const told = fill(words.to, { role, name: person ?? words.unknownPerson, scope: scope ? fill(words.in, { name: scope }) : '' })
  const ends = entry.after?.['endsOn']
  return typeof ends === 'string' ? `${told}${fill(words.until, { day: formatDay(ends, language) })}` : told
}

function viewed({ entry }: Fact, language: Language): string {
  const { views } = wordsOf(language)
  const path = entry.after?.['path']
  if (entry.kind === 'Person') return views.person
  return entry.kind === 'AuditEntry' ? views.log : typeof path === 'string' ? path : views.panel
}

const withColon = (told: string, fields: readonly string[]): string =>
  fields.length === 0 ? `${told}.` : `${told}: ${fields.join('; ')}.`

/** Fills `{{name}}` once, in one pass: what stands in a value is text (T39). */
export function fill(pattern: string, values: Readonly<Record<string, string | undefined>>): string {
  return pattern.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
}
