import type { Translated } from '../translated.ts'
import type { exports as pl } from '../pl/exports.ts'

export const exports = {
  file: 'plan',
  date: 'Дата',
  weekday: 'День тижня',
  start: 'Початок',
  endDate: 'Дата до',
  end: 'Кінець',
  title: 'Назва',
  kind: 'Вид',
  program: 'Програма',
  club: 'Клуб',
  venue: 'Місце',
  address: 'Адреса',
  room: 'Зала',
  host: 'Ведучий',
  status: 'Статус',
  reason: 'Причина',
  people: 'Люди',
  planned: 'заплановано',
  draft: 'чернетка',
  cancelled: 'скасовано',
  moved: 'перенесено',
} as const satisfies Translated<typeof pl>

/** Heads of a list of people as a file. */
export const exportedPeople = {
  number: '№',
  name: 'ім’я та прізвище',
  signedUpBy: 'хто записав',
  contact: 'контакт',
  child: 'дитина',
  yes: 'так',
  status: 'стан',
  confirmed: 'має місце',
  offered: 'запропоновано місце',
  waiting: 'чекає',
  place: 'місце в черзі',
  care: 'дітей під доглядом',
} as const

/** Heads and words of a list of who came. */
export const exportedAttendance = {
  date: 'Дата',
  start: 'Від',
  title: 'Заняття',
  program: 'Програма',
  club: 'Клуб',
  venue: 'Місце',
  name: 'Ім’я та прізвище',
  role: 'Хто',
  besides: 'Без запису',
  count: 'Люди',
  hours: 'Години',
  unnamed: 'люди без прізвища',
  participant: 'учасник, учасниця',
  volunteer: 'волонтерство',
  yes: 'так',
} as const

/** Text messages for the office's gateway. */
export const exportedTexts = { phone: 'телефон', text: 'текст' }

/** How much a program or a project did, as a table. */
export const exportedNumbers = {
  what: 'що',
  from: 'від',
  to: 'до',
  held: 'зустрічі, що відбулися',
  cancelled: 'скасовані',
  uncounted: 'без підрахунку',
  visits: 'відвідувань разом',
  people: 'різних людей за іменем',
  volunteers: 'волонтери',
  hours: 'години волонтерства',
  notCounted: 'не пораховано',
} as const
