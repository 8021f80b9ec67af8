import { readDays, readTimes } from './moments.ts'
import { nameKey } from './names.ts'
import type { Line } from './table.ts'

/** What a column can hold. */
export const columnNames = [
  'id',
  'date',
  'endDate',
  'time',
  'start',
  'end',
  'title',
  'club',
  'venue',
  'room',
  'kind',
  'program',
  'host',
  'description',
  'status',
] as const
export type ColumnName = (typeof columnNames)[number]
/** In which column (from 0) each thing stands. */
export type Columns = Readonly<Partial<Record<ColumnName, number>>>

/** Heads as they are written, keys of {@link nameKey}: whole, or the beginning of one with `*` behind. Earlier ones win. */
const heads: Readonly<Record<ColumnName, readonly string[]>> = {
  id: ['id', 'uid', 'identyfikator', 'nr zajec'],
  endDate: ['data do', 'data zakonczenia', 'data konca', 'dzien zakonczenia', 'end date', 'do dnia'],
  start: [
    'od',
    'godzina od',
    'godz od',
    'poczatek',
    'start',
    'godzina rozpoczecia',
    'rozpoczecie',
    'start time',
    'from',
    'початок',
  ],
  end: [
    'do',
    'godzina do',
    'godz do',
    'koniec',
    'end',
    'godzina zakonczenia',
    'zakonczenie',
    'end time',
    'to',
    'until',
    'кінець',
  ],
  date: ['data', 'dzien', 'termin', 'kiedy', 'date', 'day', 'when', 'start date', 'дата', 'data *', 'termin *', 'dzien *'],
  time: ['godzina', 'godziny', 'godz', 'czas', 'pora', 'time', 'hours', 'час', 'godz *', 'godziny *'],
  title: [
    'zajecia',
    'tytul',
    'nazwa',
    'temat',
    'wydarzenie',
    'spotkanie',
    'title',
    'subject',
    'summary',
    'event',
    'activity',
    'name',
    'назва',
    'nazwa *',
    'tytul *',
    'temat *',
    'zajecia *',
  ],
  club: ['klub', 'club', 'клуб', 'klub *'],
  room: ['sala', 'pokoj', 'pomieszczenie', 'room', 'зала', 'sala *'],
  venue: ['miejsce', 'lokalizacja', 'gdzie', 'adres', 'place', 'venue', 'location', 'where', 'місце', 'miejsce *'],
  kind: ['rodzaj', 'typ', 'kategoria', 'forma', 'kind', 'type', 'category', 'categories', 'вид', 'rodzaj *', 'forma *'],
  program: ['program', 'nazwa programu', 'програма'],
  host: [
    'prowadzacy',
    'prowadzaca',
    'prowadzi',
    'osoba prowadzaca',
    'trener',
    'host',
    'leader',
    'trainer',
    'ведучий',
    'prowadzac*',
  ],
  description: ['opis', 'uwagi', 'informacje', 'description', 'notes', 'details', 'опис', 'opis *'],
  status: ['status', 'stan', 'статус'],
}

/** How far down a header may stand, under a title and an empty line. */
const deepest = 20

/**
 * Finds the line with the heads of the columns. Without one, columns are told by what they hold: days, times, and the first other
 * words are the title.
 *
 * @returns `header` null: there is none; `columns` lacks `date` or `title` when they can't be told
 */
export function findColumns(
  lines: readonly Line[],
  today: string,
): { readonly header: number | null; readonly columns: Columns } {
  const found = lines.slice(0, deepest).map((line, n) => ({ n, columns: columnsOf(line.cells) }))
  const best = found.find(({ columns }) => columns.date !== undefined && columns.title !== undefined)
  if (best) return { header: best.n, columns: best.columns }
  const partial = found.find(({ columns }) => Object.keys(columns).length >= 3)
  const told = tellColumns(partial ? lines.slice(partial.n + 1) : lines, today)
  return { header: partial?.n ?? null, columns: { ...told, ...partial?.columns } }
}

function columnsOf(cells: readonly string[]): Columns {
  const keys = cells.map((cell) => (cell.length > 40 ? '' : nameKey(cell)))
  const taken = new Set<number>()
  const entries = columnNamesByRank.flatMap((name) => {
    const index = indexOfHead(keys, heads[name], taken)
    if (index < 0) return []
    taken.add(index)
    return [[name, index] as const]
  })
  return Object.fromEntries(entries)
}

const columnNamesByRank = Object.keys(heads) as readonly ColumnName[]

function indexOfHead(keys: readonly string[], names: readonly string[], taken: ReadonlySet<number>): number {
  for (const name of names) {
    const isHead = (key: string) => (name.endsWith('*') ? key.startsWith(name.slice(0, -1)) : key === name)
    const index = keys.findIndex((key, n) => key !== '' && !taken.has(n) && isHead(key))
    if (index >= 0) return index
  }
  return -1
}

function tellColumns(lines: readonly Line[], today: string): Columns {
  const sample = lines.slice(0, 60)
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length))
  const share = (index: number, is: (cell: string) => boolean): number => {
    const filled = sample.map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== '')
    return filled.length === 0 ? 0 : filled.filter(is).length / filled.length
  }
  const indexes = Array.from({ length: width }, (_, n) => n)
  const isDay = (cell: string) => cell.length < 40 && readDays(cell, today).kind === 'days'
  const isTime = (cell: string) => cell.length < 20 && readTimes(cell).kind !== 'none'
  const date = indexes.find((n) => share(n, isDay) > 0.7)
  const times = indexes.filter((n) => n !== date && share(n, isTime) > 0.7)
  const title = indexes.find((n) => n !== date && !times.includes(n) && share(n, (cell) => /\p{L}{3}/u.test(cell)) > 0.7)
  const [first, second] = times
  return {
    ...(date === undefined ? {} : { date }),
    ...(title === undefined ? {} : { title }),
    ...(first === undefined ? {} : second === undefined ? { time: first } : { start: first, end: second }),
  }
}
