import type { Language } from '#shared/contract/kinds.ts'
import { exportedAttendance as en } from '#shared/words/en/exports.ts'
import { exportedAttendance as pl } from '#shared/words/pl/exports.ts'
import { exportedAttendance as uk } from '#shared/words/uk/exports.ts'
import { titleIn } from '../../db/columns.ts'
import type { AttendedRow } from './attendance-repository.ts'
import { dayText } from './present.ts'

const words = { pl, en, uk }

export function attendanceHeads(language: Language): readonly string[] {
  const { date, start, title, program, club, venue, name, role, besides, count, hours } = words[language]
  return [date, start, title, program, club, venue, name, role, besides, count, hours]
}

/** One person at one session as a line of texts; the column of numbers adds up to all who came, those counted without a name too. */
export function attendanceLine(row: AttendedRow, language: Language): readonly string[] {
  const { wallStart, title, program, club, venue, name, role, walkIn, count, minutes } = row
  const said = words[language]
  const hours = new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false })
  return [
    dayText(wallStart),
    wallStart.slice(11, 16),
    titleIn(title, language).text,
    program,
    club ?? '',
    venue ?? '',
    name ?? said.unnamed,
    role === null ? '' : role === 'VOLUNTEER' ? said.volunteer : said.participant,
    walkIn ? said.yes : '',
    String(count),
    minutes === null ? '' : hours.format(minutes / 60),
  ]
}
