import { createHash } from 'node:crypto'
import { addDays } from '#shared/time/calendar.ts'
import type { LocalDay, WallSpan } from '#shared/time/when.ts'
import type { ColumnName, Columns } from './columns.ts'
import { horizon, readDays, readTimes, wallAt, type ReadTimes } from './moments.ts'
import { nameKey, plain } from './names.ts'
import type { Reading, Refused, Row, RowFault, RowNote } from './row.ts'
import { endOf, spanFault } from './spans.ts'
import type { Line } from './table.ts'

export type TableOptions = {
  readonly columns: Columns
  readonly today: LocalDay
  /** How long a session is whose end isn't said, in minutes. */
  readonly minutes: number
}

/** Reads the rows of a table under its header. Each line becomes a row or says why it can't. */
export function readTableRows(lines: readonly Line[], options: TableOptions): Reading {
  const rows: Row[] = []
  const refused: Refused[] = []
  let above: LocalDay | null = null
  for (const line of lines) {
    const cell = cellsOf(line, options.columns)
    const title = cell('title')
    const date = cell('date')
    if (isOnlyDay(line, options.columns) && title === '') {
      const days = readDays(date, options.today)
      if (days.kind === 'days') above = days.first
      continue
    }
    const read = readRow(line, cell, above, options)
    if ('fault' in read) refused.push({ line: line.line, title, ...read })
    else {
      rows.push(read.row)
      above = read.day
    }
  }
  return { rows: withKeys(rows), refused, rules: {} }
}

type Cells = (name: ColumnName) => string

const cellsOf =
  ({ cells }: Line, columns: Columns): Cells =>
  (name) =>
    cells[columns[name] ?? -1] ?? ''

/** A line that is a heading: "wtorek 24 listopada" and nothing else. */
function isOnlyDay({ cells }: Line, columns: Columns): boolean {
  return cells.every((cell, n) => cell === '' || n === columns.date)
}

type Fault = { readonly fault: RowFault; readonly value: string }

function readRow(
  { line }: Line,
  cell: Cells,
  above: LocalDay | null,
  options: TableOptions,
): Fault | { readonly row: Row; readonly day: LocalDay } {
  const title = cell('title').replaceAll(/\s+/g, ' ')
  if (title === '') return { fault: 'no-title', value: cell('date') }
  const notes: RowNote[] = []
  const days = daysOf(cell, above, options.today, notes)
  if ('fault' in days) return days
  if (days.first > horizon(options.today)) return { fault: 'too-far', value: days.first }
  const said = cell('start') || cell('time')
  if (said !== '' && readTimes(said).kind === 'none') return { fault: 'no-time', value: said }
  const when = whenOf(cell, days, options.minutes, notes)
  const fault = spanFault(when)
  if (fault) return { fault, value: `${cell('start') || cell('time')} ${cell('end')}`.trim() }
  const text = (name: ColumnName) => cell(name).replaceAll(/[ \t]+/g, ' ') || null
  return {
    day: days.first,
    row: {
      key: cell('id') && `id:${cell('id')}`,
      line,
      title: title.slice(0, 200),
      when,
      club: text('club'),
      venue: text('venue'),
      room: text('room'),
      kind: text('kind'),
      program: text('program'),
      host: text('host'),
      description: text('description'),
      cancelled: /odwol|cancel|скасов/u.test(plain(cell('status'))) || plain(title).startsWith('odwolan'),
      notes,
      event: null,
    },
  }
}

type Days = { readonly first: LocalDay; readonly last: LocalDay; readonly rest: string }

function daysOf(cell: Cells, above: LocalDay | null, today: LocalDay, notes: RowNote[]): Fault | Days {
  const written = cell('date')
  if (written === '' && above) {
    notes.push('day-carried')
    return { first: above, last: above, rest: '' }
  }
  const days = readDays(written, today)
  if (days.kind === 'wrong') return { fault: days.reason, value: written }
  if (days.guessedYear) notes.push('year-guessed')
  const end = cell('endDate') ? readDays(cell('endDate'), today) : null
  if (end?.kind === 'wrong') return { fault: end.reason, value: cell('endDate') }
  return end && end.last !== days.last ? { ...days, last: end.last } : days
}

function whenOf(cell: Cells, { first, last, rest }: Days, minutes: number, notes: RowNote[]): WallSpan {
  const times = timesOf(cell, rest)
  if (times.kind !== 'times' || (last > first && times.end === null)) return { kind: 'all-day', firstDay: first, lastDay: last }
  const start = wallAt(first, times.start)
  if (times.end === null) notes.push('end-assumed')
  if (times.end === null) return { kind: 'timed', start, end: endOf(start, minutes) }
  const crosses = last === first && times.end < times.start && times.end <= '06:00'
  if (crosses) notes.push('ends-next-day')
  return { kind: 'timed', start, end: wallAt(crosses ? addDays(last, 1) : last, times.end) }
}

/** From the columns of start and end, else from one that holds both, else from behind the day. */
function timesOf(cell: Cells, rest: string): ReadTimes {
  const [start, end] = [readTimes(cell('start')), readTimes(cell('end'))]
  if (start.kind === 'times') return { ...start, end: end.kind === 'times' ? end.start : start.end }
  const both = readTimes(cell('time'))
  if (both.kind !== 'none') return both.kind === 'times' && end.kind === 'times' ? { ...both, end: both.end ?? end.start } : both
  return start.kind === 'all-day' ? start : readTimes(rest)
}

/** Rows without an id of their own are known by what and on which day; of several on one day by their order in time. */
function withKeys(rows: readonly Row[]): readonly Row[] {
  const seen = new Map<string, number>()
  const inTime = rows.toSorted((a, b) => (startText(a) < startText(b) ? -1 : Number(startText(a) > startText(b))))
  const keys = new Map(
    inTime.map((row) => {
      const base = row.key || `row:${contentKey(row)}`
      const count = (seen.get(base) ?? 0) + 1
      seen.set(base, count)
      return [row, count === 1 ? base : `${base}#${count}`]
    }),
  )
  return rows.map((row) => ({ ...row, key: keys.get(row) ?? row.key }))
}

const startText = ({ when }: Row): string => (when.kind === 'timed' ? when.start : when.firstDay)

/** A digest, as a key mustn't grow with its row. */
export function contentKey(row: Pick<Row, 'title' | 'club' | 'when'>): string {
  const day = row.when.kind === 'timed' ? row.when.start.slice(0, 10) : row.when.firstDay
  const said = [nameKey(row.title), nameKey(row.club ?? ''), day].join('|')
  return createHash('sha256').update(said).digest('hex').slice(0, 32)
}
