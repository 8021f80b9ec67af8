import type * as z from 'zod'
import type { allFields, changedFields, reason as reasonSchema } from '#shared/contract/planning.ts'
import type { Issue } from '#shared/contract/problem.ts'
import { cancelReason as en } from '#shared/words/en/reasons.ts'
import { cancelReason as pl } from '#shared/words/pl/reasons.ts'
import { cancelReason as uk } from '#shared/words/uk/reasons.ts'
import { nameIssue, textIssue } from '../organisations/rules.ts'
import type { Columns } from './row-change.ts'

/** Between what editors send and see and what the columns hold. */

export type Fields = z.infer<typeof allFields>
export type ChangedFields = z.infer<typeof changedFields>
export type Text = { readonly pl: string; readonly en?: string | undefined; readonly uk?: string | undefined }

const textFields = [
  'description',
  'planB',
  'meetingPoint',
  'bring',
  'costText',
  'contactHours',
  'eligibility',
  'discreetTitle',
] as const
const threeValuedFields = ['stepFree', 'signLanguage', 'easyToRead', 'inductionLoop'] as const
const lineFields = ['host', 'contactPhone', 'contactEmail'] as const

/** Fields as their columns hold them; only those that are there. */
export function columnsOf(fields: ChangedFields): Columns {
  const texts = ['title' as const, ...textFields].map((name) => [name, cleanText(fields[name])])
  const values = threeValuedFields.map((name) => [name, fields[name]?.toUpperCase()])
  const lines = lineFields.map((name) => [name, cleanLine(fields[name])])
  const all = { ...fields, ...Object.fromEntries([...texts, ...values, ...lines]) } as Columns
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** The other way: a row of the database, as JSON, as editors see it. */
export function fieldsOf(row: Columns, names: readonly string[]): Columns {
  const values = threeValuedFields.map((name) => [name, String(row[name]).toLowerCase()])
  const all: Columns = { ...row, ...Object.fromEntries(values) }
  return Object.fromEntries(names.map((name) => [name, all[name] ?? null]))
}

/** Without languages that nobody filled in; nothing at all is null. */
export function cleanText(text: Text | null | undefined): Text | null | undefined {
  if (!text) return text
  const filled = Object.entries(text).flatMap(([language, words]) => (words?.trim() ? [[language, words.trim()] as const] : []))
  return filled.length === 0 ? null : { ...Object.fromEntries(filled), pl: text.pl.trim() }
}

const cleanLine = (line: string | null | undefined) => (line?.trim() === '' ? null : line?.trim())

/** What is impossible in fields that have the right shape; each issue names its field. */
export function fieldIssues(fields: ChangedFields, path: string): (Issue | null)[] {
  const { title, contactEmail, isDiscreet, discreetTitle, roomId, venueId } = fields
  return [
    title === undefined ? null : titleIssue(title, `${path}.title`),
    ...textFields.map((name) => polishIssue(fields[name], `${path}.${name}`)),
    ...lineFields.map((name) => (cleanLine(fields[name]) ? nameIssue(cleanLine(fields[name]) ?? '', `${path}.${name}`) : null)),
    contactEmail?.trim() && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contactEmail.trim())
      ? issue(`${path}.contactEmail`, contactEmail, 'an e-mail address', 'not-an-email')
      : null,
    isDiscreet === true && discreetTitle === null
      ? issue(`${path}.discreetTitle`, '', 'a neutral title that residents see instead', 'required')
      : null,
    roomId && venueId === null ? issue(`${path}.roomId`, roomId, 'a room of the venue', 'needs-venue') : null,
  ]
}

/** A title is one line, in Polish at least. */
export function titleIssue(title: Text, path: string): Issue | null {
  const clean = cleanText(title)
  if (!clean || clean.pl === '') return issue(`${path}.pl`, '', 'words in Polish, whatever else there is', 'required')
  const wrong = Object.entries(clean).flatMap(([language, words]) => nameIssue(words ?? '', `${path}.${language}`) ?? [])
  return wrong[0] ? { ...wrong[0], code: 'not-one-line' } : null
}

/** Where there are words in any language, there are words in Polish. */
export function polishIssue(text: Text | null | undefined, path: string): Issue | null {
  const found = textIssue(path, cleanText(text))
  return found && { ...found, name: `${path}.pl`, code: found.value === '' ? 'required' : 'too-long' }
}

export const issue = (name: string, value: string, expected: string, code: string): Issue => ({
  name,
  value: value.slice(0, 60),
  expected,
  code,
})

/** A public reason in every language: the listed ones are said to residents in their own. */
export function reasonText(reason: z.infer<typeof reasonSchema> | null): Text | null {
  if (reason === null) return null
  if (reason.code === 'other') return cleanText(reason.text) ?? null
  return { pl: pl[reason.code], en: en[reason.code], uk: uk[reason.code] }
}

export function reasonIssue(reason: z.infer<typeof reasonSchema> | null): Issue | null {
  if (reason?.code !== 'other') return null
  return cleanText(reason.text)
    ? polishIssue(reason.text, 'reason.text')
    : issue('reason.text.pl', '', 'the reason in words', 'required')
}
