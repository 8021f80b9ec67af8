import type { Language } from '#shared/contract/kinds.ts'
import { formatWeekday } from '#shared/time/format.ts'
import { exports as en } from '#shared/words/en/exports.ts'
import { kinds as enKinds } from '#shared/words/en/kinds.ts'
import { exports as pl } from '#shared/words/pl/exports.ts'
import { kinds as plKinds } from '#shared/words/pl/kinds.ts'
import { exports as uk } from '#shared/words/uk/exports.ts'
import { kinds as ukKinds } from '#shared/words/uk/kinds.ts'
import type { ExportedRow } from './repository.ts'

const words = { pl, en, uk }
const kinds = { pl: plKinds, en: enKinds, uk: ukKinds }

const columns = [
  'date',
  'weekday',
  'start',
  'endDate',
  'end',
  'title',
  'kind',
  'program',
  'club',
  'venue',
  'address',
  'room',
  'host',
  'status',
  'reason',
  'people',
] as const
type Column = (typeof columns)[number]

/** The heads: those by which an import of ours finds the columns again. */
export const headsOf = (language: Language): readonly string[] => columns.map((column) => words[language][column])

/** One session as a line of texts. Notes are in none of them; of a discreet session one sees only when and where. */
export function lineOf(row: ExportedRow, language: Language): readonly string[] {
  const { activity, venue, room, wallStart, wallEnd, isVeiled } = row
  const isTimed = row.whenKind === 'TIMED'
  const told = (text: string | null | undefined) => (isVeiled ? '' : (text ?? ''))
  const cells: Readonly<Record<Column, string>> = {
    date: dayText(wallStart),
    weekday: formatWeekday(wallStart.slice(0, 10), language),
    start: isTimed ? wallStart.slice(11, 16) : '',
    endDate: wallEnd.slice(0, 10) === wallStart.slice(0, 10) ? '' : dayText(wallEnd),
    end: isTimed ? wallEnd.slice(11, 16) : '',
    title: textIn(isVeiled ? activity.discreetTitle : (row.title ?? activity.title), language),
    kind: told(kinds[language][activity.kind]),
    program: told(activity.series.program.name),
    club: told(activity.series.club?.name),
    venue: venue?.name ?? '',
    address: venue?.address ?? '',
    room: room?.name ?? '',
    host: told(row.overrides.includes('host') ? row.host : activity.host),
    status: words[language][statusOf(row)],
    reason: told(textIn(row.status === 'CANCELLED' ? row.cancelReason : row.moveReason, language)),
    people: isVeiled ? '' : String(row.peopleCount),
  }
  return columns.map((column) => cells[column])
}

function statusOf({ status, activity, movedFrom }: ExportedRow): 'cancelled' | 'draft' | 'moved' | 'planned' {
  if (status === 'CANCELLED') return 'cancelled'
  if (activity.status === 'DRAFT') return 'draft'
  return movedFrom === null ? 'planned' : 'moved'
}

/** `24.11.2026`, as a spreadsheet program takes it for a day. */
export const dayText = (wall: string): string => wall.slice(0, 10).split('-').toReversed().join('.')

function textIn(text: unknown, language: Language): string {
  const texts = (text ?? {}) as Readonly<Partial<Record<Language, string>>>
  return texts[language] ?? texts.pl ?? ''
}
