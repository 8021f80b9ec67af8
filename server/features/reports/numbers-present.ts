import type { Language } from '#shared/contract/kinds.ts'
import type { Figures, NumbersView } from '#shared/contract/numbers.ts'
import { exportedNumbers as en } from '#shared/words/en/exports.ts'
import { exportedNumbers as pl } from '#shared/words/pl/exports.ts'
import { exportedNumbers as uk } from '#shared/words/uk/exports.ts'
import { csvLine, csvMark } from '../exports/cells.ts'

const words = { pl, en, uk }

/** The whole first, then its parts; what nobody counted says so instead of a number. */
export function numbersCsv({ name, from, to, all, parts }: NumbersView, language: Language): string {
  const said = words[language]
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false })
  const cell = (value: number | null): string => (value === null ? said.notCounted : number.format(value))
  const line = (what: string, { held, cancelled, counted, visits, people, volunteers, hours }: Figures) => [
    what,
    from,
    to,
    ...[held, cancelled, held - counted, visits, people, volunteers, hours].map(cell),
  ]
  const heads = [said.what, said.from, said.to, said.held, said.cancelled, said.uncounted, said.visits, said.people]
  return (
    csvMark +
    [[...heads, said.volunteers, said.hours], line(name, all), ...parts.map((part) => line(part.name, part.figures))]
      .map(csvLine)
      .join('')
  )
}
