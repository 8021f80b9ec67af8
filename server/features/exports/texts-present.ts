import type { Language } from '#shared/contract/kinds.ts'
import { exportedTexts as en } from '#shared/words/en/exports.ts'
import { exportedTexts as pl } from '#shared/words/pl/exports.ts'
import { exportedTexts as uk } from '#shared/words/uk/exports.ts'
import type { TextMessage } from '../notices/texts.ts'
import { csvLine, csvMark } from './cells.ts'

const words = { pl, en, uk }

/** Text messages as a table for the office's gateway: the number as text with its country, and the words (T37). */
export function textsCsv(messages: readonly TextMessage[], language: Language): string {
  const { phone, text } = words[language]
  return csvMark + [[phone, text], ...messages.map((one) => [one.phone, one.text])].map(csvLine).join('')
}
