import { listed, ordinalOf, type ScheduleGrammar } from '../schedule-grammar.ts'
import type { schedule as polish } from '../pl/schedule.ts'
import type { Translated } from '../translated.ts'

const weekdays = ['понеділок', 'вівторок', 'середу', 'четвер', 'п’ятницю', 'суботу', 'неділю']
const genitives = ['понеділка', 'вівторка', 'середи', 'четверга', 'п’ятниці', 'суботи', 'неділі']
const feminine = new Set([3, 5, 6, 7])
const masculineOrdinals = {
  '1': 'першого',
  '2': 'другого',
  '3': 'третього',
  '4': 'четвертого',
  '5': 'п’ятого',
  '-1': 'останнього',
  '-2': 'передостаннього',
}
const feminineOrdinals = {
  '1': 'першої',
  '2': 'другої',
  '3': 'третьої',
  '4': 'четвертої',
  '5': 'п’ятої',
  '-1': 'останньої',
  '-2': 'передостанньої',
}
const inMonth = [
  'січні',
  'лютому',
  'березні',
  'квітні',
  'травні',
  'червні',
  'липні',
  'серпні',
  'вересні',
  'жовтні',
  'листопаді',
  'грудні',
]
const ofMonth = [
  'січня',
  'лютого',
  'березня',
  'квітня',
  'травня',
  'червня',
  'липня',
  'серпня',
  'вересня',
  'жовтня',
  'листопада',
  'грудня',
]
const plural = new Intl.PluralRules('uk')
const counted = (count: number, one: string, few: string, many: string) =>
  `${count} ${{ one, few, many, other: many, zero: many, two: few }[plural.select(count)]}`
const every = (interval: number, second: string, one: string, few: string, many: string) =>
  interval === 2
    ? second
    : `${interval % 10 === 1 && interval % 100 !== 11 ? 'кожен' : 'кожні'} ${counted(interval, one, few, many)}`
const weekday = (number: number) => weekdays[number - 1] ?? ''
const genitive = (number: number) => genitives[number - 1] ?? ''

export const scheduleGrammar: ScheduleGrammar = {
  days: (interval) => (interval === 1 ? 'щодня' : every(interval, 'кожен другий день', 'день', 'дні', 'днів')),
  weeks: (interval, numbers) => {
    if (interval === 1 && numbers.length === 7) return 'щодня'
    if (interval === 1 && numbers.join() === '1,2,3,4,5') return 'з понеділка до п’ятниці'
    if (interval === 1)
      return listed(
        numbers.map((number) => `що${genitive(number)}`),
        'та',
      )
    const [only = 1, ...others] = numbers
    if (interval === 2 && others.length === 0) return `${feminine.has(only) ? 'кожну другу' : 'кожен другий'} ${weekday(only)}`
    const days = listed([only, ...others].map(weekday), 'та')
    return `${every(interval, 'кожен другий тиждень', 'тиждень', 'тижні', 'тижнів')} у ${days}`
  },
  months: (interval, when) =>
    interval === 1
      ? `${when} кожного місяця`
      : `${every(interval, 'кожен другий місяць', 'місяць', 'місяці', 'місяців')} ${when}`,
  years: (interval, when) =>
    interval === 1 ? `щороку ${when}` : `${every(interval, 'кожен другий рік', 'рік', 'роки', 'років')} ${when}`,
  nthWeekday: (ordinals, number) => {
    const words = feminine.has(number) ? feminineOrdinals : masculineOrdinals
    return `${listed(
      ordinals.map((ordinal) => ordinalOf(words, ordinal)),
      'та',
    )} ${genitive(number)}`
  },
  nthWorkday: (ordinal) => `${ordinalOf(masculineOrdinals, ordinal)} робочого дня`,
  monthDays: (days) => {
    const numbers = days.filter((day) => day > 0).map(String)
    const fromEnd = days.filter((day) => day < 0).map((day) => `${day === -1 ? 'останнього' : 'передостаннього'} дня`)
    return listed([...(numbers.length > 0 ? [`${listed(numbers, 'та')} числа`] : []), ...fromEnd], 'та')
  },
  ofMonth: (month) => ofMonth[month - 1] ?? '',
  inMonths: (months) =>
    `у ${listed(
      months.map((month) => inMonth[month - 1] ?? ''),
      'та',
    )}`,
  at: (clock) => `${clock.startsWith('11') ? 'об' : 'о'} ${clock}`,
  until: (date) => `до ${date}`,
  times: (count) => counted(count, 'раз', 'рази', 'разів'),
  except: (holidays, breaks) =>
    `крім ${listed([...(holidays ? ['святкових днів'] : []), ...(breaks ? ['зимових канікул'] : [])], 'та')}`,
  onPickedDays: (days) => `у вибрані дні: ${days}`,
  onManyPickedDays: (count) => `у вибрані дні (${counted(count, 'дата', 'дати', 'дат')})`,
  complex: 'у нерегулярні дні (дати є у списку)',
  and: 'та',
}

export const schedule = {
  holidays: {
    NEW_YEAR: 'Новий рік',
    EPIPHANY: 'Богоявлення (Три Королі)',
    EASTER_SUNDAY: 'Великдень',
    EASTER_MONDAY: 'Великодній понеділок',
    LABOUR_DAY: 'День праці',
    CONSTITUTION_DAY: 'День Конституції 3 травня',
    PENTECOST: 'Зелені свята',
    CORPUS_CHRISTI: 'Свято Божого Тіла',
    ASSUMPTION: 'Успіння Пресвятої Богородиці',
    ALL_SAINTS: 'День усіх святих',
    INDEPENDENCE_DAY: 'День незалежності Польщі',
    CHRISTMAS_EVE: 'Святвечір',
    CHRISTMAS_DAY: 'Різдво',
    SECOND_CHRISTMAS_DAY: 'другий день Різдва',
  },
  skipped: {
    excluded: 'дату вилучено',
    holiday: 'святковий день: {{name}}',
    'school-break': 'зимові канікули',
    'clock-change': 'переведення годинників: цієї години тоді немає',
  },
  faults: {
    'rule-shape': 'Це правило неможливо прочитати.',
    'rule-part': 'У правилі є частина, якої тут не може бути: {{place}}.',
    'rule-value': 'У правилі є значення, якого не може бути: {{place}}.',
    'rule-frequency': 'Заняття можуть повторюватися щодня, щотижня, щомісяця або щороку.',
    'rule-too-complex': 'Це правило надто складне.',
    start: 'Такої дати немає: {{value}}.',
    'start-in-clock-change': 'Між 2:00 і 3:00 ночі переводять годинники. Виберіть початок до 2:00 або від 3:00.',
    'end-before-start': 'Кінець має бути після початку.',
    'too-long': 'Одна зустріч триває не довше ніж 24 години, а в цілих днях – не довше ніж 31 день.',
    'too-many': 'Це забагато дат: їх може бути щонайбільше 400.',
    'beyond-horizon': 'Ми плануємо щонайбільше на 24 місяці від першої дати.',
    zone: 'Ми не знаємо такого часового поясу: {{value}}.',
    'no-date': 'З цього плану не виходить жодної дати.',
    'doubled-date': 'Ця дата є у списку двічі: {{value}}.',
  },
} satisfies Translated<typeof polish>
