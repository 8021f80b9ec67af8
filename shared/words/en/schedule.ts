import { listed, ordinalOf, type ScheduleGrammar } from '../schedule-grammar.ts'
import type { schedule as polish } from '../pl/schedule.ts'
import type { Translated } from '../translated.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const ordinals = { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '5': 'fifth', '-1': 'last', '-2': 'second last' }
const weekday = (number: number) => weekdays[number - 1] ?? ''
const endings = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }
const ordinalRules = new Intl.PluralRules('en', { type: 'ordinal' })
const every = (interval: number, unit: string) =>
  interval === 1 ? `every ${unit}` : interval === 2 ? `every second ${unit}` : `every ${interval} ${unit}s`

export const scheduleGrammar: ScheduleGrammar = {
  days: (interval) => every(interval, 'day'),
  weeks: (interval, numbers) => {
    if (interval === 1 && numbers.length === 7) return 'every day'
    if (interval === 1 && numbers.join() === '1,2,3,4,5') return 'Monday to Friday'
    const days = listed(numbers.map(weekday), 'and')
    if (interval === 1) return `every ${days}`
    return interval === 2 && numbers.length === 1 ? `every second ${days}` : `${every(interval, 'week')} on ${days}`
  },
  months: (interval, when) => (interval === 1 ? `${when} of the month` : `${every(interval, 'month')} ${when}`),
  years: (interval, when) => `${every(interval, 'year')} ${when.startsWith('on ') ? when : `on ${when}`}`,
  nthWeekday: (numbers, number) =>
    `on the ${listed(
      numbers.map((ordinal) => ordinalOf(ordinals, ordinal)),
      'and',
    )} ${weekday(number)}`,
  nthWorkday: (ordinal) => `on the ${ordinalOf(ordinals, ordinal)} working day`,
  monthDays: (days) =>
    `on the ${listed(
      days.map((day) =>
        day === -1 ? 'last day' : day === -2 ? 'second last day' : `${day}${endings[ordinalRules.select(day)]}`,
      ),
      'and',
    )}`,
  ofMonth: (month) => `of ${months[month - 1] ?? ''}`,
  inMonths: (numbers) =>
    `in ${listed(
      numbers.map((month) => months[month - 1] ?? ''),
      'and',
    )}`,
  at: (clock) => `at ${clock}`,
  until: (date) => `until ${date}`,
  times: (count) => (count === 1 ? 'once' : `${count} times`),
  except: (holidays, breaks) =>
    `except ${listed([...(holidays ? ['public holidays'] : []), ...(breaks ? ['the winter school holidays'] : [])], 'and')}`,
  onPickedDays: (days) => `on chosen days: ${days}`,
  onManyPickedDays: (count) => `on chosen days (${count} ${count === 1 ? 'date' : 'dates'})`,
  complex: 'on irregular days (see the list of dates)',
  and: 'and',
}

export const schedule = {
  holidays: {
    NEW_YEAR: 'New Year',
    EPIPHANY: 'Epiphany',
    EASTER_SUNDAY: 'Easter Sunday',
    EASTER_MONDAY: 'Easter Monday',
    LABOUR_DAY: 'Labour Day',
    CONSTITUTION_DAY: 'Constitution Day',
    PENTECOST: 'Pentecost',
    CORPUS_CHRISTI: 'Corpus Christi',
    ASSUMPTION: 'Assumption of Mary',
    ALL_SAINTS: 'All Saints’ Day',
    INDEPENDENCE_DAY: 'Independence Day',
    CHRISTMAS_EVE: 'Christmas Eve',
    CHRISTMAS_DAY: 'Christmas Day',
    SECOND_CHRISTMAS_DAY: 'second day of Christmas',
  },
  skipped: {
    excluded: 'date taken out',
    holiday: 'public holiday: {{name}}',
    'school-break': 'winter school holidays',
    'clock-change': 'the clocks change: this hour does not exist then',
  },
  faults: {
    'rule-shape': 'This rule can’t be read.',
    'rule-part': 'The rule has a part that can’t be there: {{place}}.',
    'rule-value': 'The rule has a value that can’t be: {{place}}.',
    'rule-frequency': 'Activities can repeat every day, week, month or year.',
    'rule-too-complex': 'This rule is too complicated.',
    start: 'There is no such date: {{value}}.',
    'start-in-clock-change': 'The clocks change between 2:00 and 3:00 at night. Choose a start before 2:00 or from 3:00 on.',
    'end-before-start': 'The end has to be after the start.',
    'too-long': 'A session lasts at most 24 hours or, in whole days, at most 31 days.',
    'too-many': 'These are too many dates: there can be at most 400.',
    'beyond-horizon': 'We plan at most 24 months ahead of the first date.',
    zone: 'We don’t know this time zone: {{value}}.',
    'no-date': 'This plan gives no date at all.',
    'doubled-date': 'This date is on the list twice: {{value}}.',
  },
} satisfies Translated<typeof polish>
