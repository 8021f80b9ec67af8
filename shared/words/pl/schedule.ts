import { listed, ordinalOf, type ScheduleGrammar } from '../schedule-grammar.ts'

const weekdays = ['poniedziałek', 'wtorek', 'środę', 'czwartek', 'piątek', 'sobotę', 'niedzielę']
const feminine = new Set([3, 6, 7])
const masculineOrdinals = {
  '1': 'pierwszy',
  '2': 'drugi',
  '3': 'trzeci',
  '4': 'czwarty',
  '5': 'piąty',
  '-1': 'ostatni',
  '-2': 'przedostatni',
}
const feminineOrdinals = {
  '1': 'pierwszą',
  '2': 'drugą',
  '3': 'trzecią',
  '4': 'czwartą',
  '5': 'piątą',
  '-1': 'ostatnią',
  '-2': 'przedostatnią',
}
const inMonth = [
  'styczniu',
  'lutym',
  'marcu',
  'kwietniu',
  'maju',
  'czerwcu',
  'lipcu',
  'sierpniu',
  'wrześniu',
  'październiku',
  'listopadzie',
  'grudniu',
]
const ofMonth = [
  'stycznia',
  'lutego',
  'marca',
  'kwietnia',
  'maja',
  'czerwca',
  'lipca',
  'sierpnia',
  'września',
  'października',
  'listopada',
  'grudnia',
]
const plural = new Intl.PluralRules('pl')
const counted = (count: number, few: string, many: string) => `${count} ${plural.select(count) === 'few' ? few : many}`
const weekday = (number: number) => weekdays[number - 1] ?? ''
const onWeekday = (number: number) => `${number === 2 ? 'we' : 'w'} ${weekday(number)}`

export const scheduleGrammar: ScheduleGrammar = {
  days: (interval) =>
    interval === 1 ? 'codziennie' : interval === 2 ? 'co drugi dzień' : `co ${counted(interval, 'dni', 'dni')}`,
  weeks: (interval, numbers) => {
    if (interval === 1 && numbers.length === 7) return 'codziennie'
    if (interval === 1 && numbers.join() === '1,2,3,4,5') return 'od poniedziałku do piątku'
    if (interval === 1) return `co ${listed(numbers.map(weekday), 'i')}`
    const [only = 1, ...others] = numbers
    if (interval === 2 && others.length === 0) return `co ${feminine.has(only) ? 'drugą' : 'drugi'} ${weekday(only)}`
    const every = interval === 2 ? 'co drugi tydzień' : `co ${counted(interval, 'tygodnie', 'tygodni')}`
    return `${every} ${listed([onWeekday(only), ...others.map(onWeekday)], 'i')}`
  },
  months: (interval, when) => {
    if (interval === 1) return `${when} miesiąca`
    return `${interval === 2 ? 'co drugi miesiąc' : `co ${counted(interval, 'miesiące', 'miesięcy')}`} ${when}`
  },
  years: (interval, when) => (interval === 1 ? `co rok ${when}` : `co ${counted(interval, 'lata', 'lat')} ${when}`),
  nthWeekday: (ordinals, number) => {
    const words = feminine.has(number) ? feminineOrdinals : masculineOrdinals
    return `w ${listed(
      ordinals.map((ordinal) => ordinalOf(words, ordinal)),
      'i',
    )} ${weekday(number)}`
  },
  nthWorkday: (ordinal) => `w ${ordinalOf(masculineOrdinals, ordinal)} dzień roboczy`,
  monthDays: (days) =>
    `${listed(
      days.map((day) => (day === -1 ? 'ostatniego' : day === -2 ? 'przedostatniego' : `${day}.`)),
      'i',
    )} dnia`,
  ofMonth: (month) => ofMonth[month - 1] ?? '',
  inMonths: (months) =>
    `w ${listed(
      months.map((month) => inMonth[month - 1] ?? ''),
      'i',
    )}`,
  at: (clock) => `o ${clock}`,
  until: (date) => `do ${date}`,
  times: (count) => (count === 1 ? '1 raz' : `${count} razy`),
  except: (holidays, breaks) => `oprócz ${listed([...(holidays ? ['dni wolnych'] : []), ...(breaks ? ['ferii'] : [])], 'i')}`,
  onPickedDays: (days) => `w wybrane dni: ${days}`,
  onManyPickedDays: (count) => `w wybrane dni (${counted(count, 'terminy', 'terminów')})`,
  complex: 'w nieregularne dni (terminy są na liście)',
  and: 'i',
}

/** What the organiser reads about a schedule: why a date is skipped, why a schedule can't be. */
export const schedule = {
  holidays: {
    NEW_YEAR: 'Nowy Rok',
    EPIPHANY: 'Trzech Króli',
    EASTER_SUNDAY: 'Wielkanoc',
    EASTER_MONDAY: 'Poniedziałek Wielkanocny',
    LABOUR_DAY: 'Święto Pracy',
    CONSTITUTION_DAY: 'Święto Konstytucji 3 Maja',
    PENTECOST: 'Zielone Świątki',
    CORPUS_CHRISTI: 'Boże Ciało',
    ASSUMPTION: 'Wniebowzięcie Najświętszej Maryi Panny',
    ALL_SAINTS: 'Wszystkich Świętych',
    INDEPENDENCE_DAY: 'Święto Niepodległości',
    CHRISTMAS_EVE: 'Wigilia',
    CHRISTMAS_DAY: 'Boże Narodzenie',
    SECOND_CHRISTMAS_DAY: 'drugi dzień Bożego Narodzenia',
  },
  skipped: {
    excluded: 'termin wyjęty',
    holiday: 'dzień wolny: {{name}}',
    'school-break': 'ferie zimowe',
    'clock-change': 'zmiana czasu: tej godziny wtedy nie ma',
  },
  faults: {
    'rule-shape': 'Tej reguły nie da się odczytać.',
    'rule-part': 'W regule jest część, której tu nie może być: {{place}}.',
    'rule-value': 'W regule jest wartość, której nie może być: {{place}}.',
    'rule-frequency': 'Zajęcia mogą powtarzać się co dzień, co tydzień, co miesiąc albo co rok.',
    'rule-too-complex': 'Ta reguła jest zbyt złożona.',
    start: 'Takiej daty nie ma: {{value}}.',
    'start-in-clock-change': 'Między 2:00 a 3:00 w nocy zmienia się czas. Wybierz początek przed 2:00 albo od 3:00.',
    'end-before-start': 'Koniec musi być po początku.',
    'too-long': 'Jedno spotkanie trwa najwyżej 24 godziny, a w całych dniach najwyżej 31 dni.',
    'too-many': 'To za wiele terminów: może ich być najwyżej 400.',
    'beyond-horizon': 'Planujemy najwyżej na 24 miesiące od pierwszego terminu.',
    zone: 'Nie znamy takiej strefy czasowej: {{value}}.',
    'no-date': 'Z tego planu nie wychodzi żaden termin.',
    'doubled-date': 'Ten termin jest na liście dwa razy: {{value}}.',
  },
}
