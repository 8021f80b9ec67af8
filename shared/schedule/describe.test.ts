import { describe, expect, it } from 'vitest'
import { languages } from '#shared/contract/kinds.ts'
import { warsaw } from '#shared/time/when.ts'
import { schedule as en } from '#shared/words/en/schedule.ts'
import { schedule as pl } from '#shared/words/pl/schedule.ts'
import { schedule as uk } from '#shared/words/uk/schedule.ts'
import { describeSchedule } from './describe.ts'
import { scheduleFaults } from './error.ts'
import { publicHolidays } from './holidays.ts'
import type { RuleSchedule } from './schedule.ts'

const ruled = (rule: string, more: Partial<RuleSchedule> = {}): RuleSchedule => ({
  kind: 'rule',
  zone: warsaw,
  first: { kind: 'timed', start: '2026-11-24T18:00:00', end: '2026-11-24T20:00:00' },
  rule,
  excluded: [],
  skipHolidays: false,
  skipBreaksOf: null,
  ...more,
})
const timed = (start: string) => ({ kind: 'timed', start: `${start}:00`, end: `${start.slice(0, 10)}T23:00:00` }) as const

describe('a schedule in plain words', () => {
  it.each([
    ['FREQ=WEEKLY', 'co wtorek o 18:00', 'every Tuesday at 18:00', 'щовівторка о 18:00'],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
      'co drugi wtorek o 18:00',
      'every second Tuesday at 18:00',
      'кожен другий вівторок о 18:00',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
      'co drugą środę o 18:00',
      'every second Wednesday at 18:00',
      'кожну другу середу о 18:00',
    ],
    [
      'FREQ=WEEKLY;BYDAY=MO,WE,FR',
      'co poniedziałek, środę i piątek o 18:00',
      'every Monday, Wednesday and Friday at 18:00',
      'щопонеділка, щосереди та щоп’ятниці о 18:00',
    ],
    [
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      'od poniedziałku do piątku o 18:00',
      'Monday to Friday at 18:00',
      'з понеділка до п’ятниці о 18:00',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SU',
      'co 3 tygodnie we wtorek i w niedzielę o 18:00',
      'every 3 weeks on Tuesday and Sunday at 18:00',
      'кожні 3 тижні у вівторок та неділю о 18:00',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=5',
      'co 5 tygodni we wtorek o 18:00',
      'every 5 weeks on Tuesday at 18:00',
      'кожні 5 тижнів у вівторок о 18:00',
    ],
    ['FREQ=DAILY', 'codziennie o 18:00', 'every day at 18:00', 'щодня о 18:00'],
    ['FREQ=DAILY;INTERVAL=2', 'co drugi dzień o 18:00', 'every second day at 18:00', 'кожен другий день о 18:00'],
    [
      'FREQ=DAILY;BYDAY=SA,SU',
      'co sobotę i niedzielę o 18:00',
      'every Saturday and Sunday at 18:00',
      'щосуботи та щонеділі о 18:00',
    ],
    [
      'FREQ=MONTHLY;BYDAY=1TU',
      'w pierwszy wtorek miesiąca o 18:00',
      'on the first Tuesday of the month at 18:00',
      'першого вівторка кожного місяця о 18:00',
    ],
    [
      'FREQ=MONTHLY;BYDAY=1WE,3WE',
      'w pierwszą i trzecią środę miesiąca o 18:00',
      'on the first and third Wednesday of the month at 18:00',
      'першої та третьої середи кожного місяця о 18:00',
    ],
    [
      'FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1',
      'w ostatni piątek miesiąca o 18:00',
      'on the last Friday of the month at 18:00',
      'останньої п’ятниці кожного місяця о 18:00',
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'w ostatni dzień roboczy miesiąca o 18:00',
      'on the last working day of the month at 18:00',
      'останнього робочого дня кожного місяця о 18:00',
    ],
    [
      'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1,-1',
      'co drugi miesiąc 1. i ostatniego dnia o 18:00',
      'every second month on the 1st and last day at 18:00',
      'кожен другий місяць 1 числа та останнього дня о 18:00',
    ],
    ['FREQ=MONTHLY', '24. dnia miesiąca o 18:00', 'on the 24th of the month at 18:00', '24 числа кожного місяця о 18:00'],
    ['FREQ=YEARLY', 'co rok 24 listopada o 18:00', 'every year on 24 November at 18:00', 'щороку 24 листопада о 18:00'],
    [
      'FREQ=YEARLY;BYMONTH=6;BYDAY=1SU',
      'co rok w pierwszą niedzielę czerwca o 18:00',
      'every year on the first Sunday of June at 18:00',
      'щороку першої неділі червня о 18:00',
    ],
    [
      'FREQ=WEEKLY;BYMONTH=3,4',
      'co wtorek o 18:00, w marcu i kwietniu',
      'every Tuesday at 18:00, in March and April',
      'щовівторка о 18:00, у березні та квітні',
    ],
    [
      'FREQ=WEEKLY;UNTIL=20270615T160000Z',
      'co wtorek o 18:00, do 15 czerwca 2027',
      'every Tuesday at 18:00, until 15 June 2027',
      'щовівторка о 18:00, до 15 червня 2027',
    ],
    ['FREQ=WEEKLY;COUNT=22', 'co wtorek o 18:00, 22 razy', 'every Tuesday at 18:00, 22 times', 'щовівторка о 18:00, 22 рази'],
    [
      'FREQ=DAILY;COUNT=1',
      'wtorek 24 listopada, 18:00–20:00',
      'Tuesday 24 November, 18:00–20:00',
      'вівторок 24 листопада, 18:00–20:00',
    ],
    [
      'FREQ=YEARLY;BYWEEKNO=20',
      'w nieregularne dni (terminy są na liście) o 18:00',
      'on irregular days (see the list of dates) at 18:00',
      'у нерегулярні дні (дати є у списку) о 18:00',
    ],
  ])('%s', (rule, ...expected) => expect(languages.map((language) => describeSchedule(ruled(rule), language))).toEqual(expected))

  it('says what is left out', () => {
    const says = (more: Partial<RuleSchedule>) =>
      languages.map((language) => describeSchedule(ruled('FREQ=WEEKLY;INTERVAL=2', more), language).split(', ')[1])
    expect(says({ skipHolidays: true })).toEqual(['oprócz dni wolnych', 'except public holidays', 'крім святкових днів'])
    expect(says({ skipBreaksOf: 'slaskie' })).toEqual([
      'oprócz ferii',
      'except the winter school holidays',
      'крім зимових канікул',
    ])
    expect(says({ skipHolidays: true, skipBreaksOf: 'slaskie' })[0]).toBe('oprócz dni wolnych i ferii')
  })

  it('lists a few picked dates and counts many', () => {
    const picked = (...days: string[]) =>
      describeSchedule({ kind: 'picked', zone: warsaw, spans: days.map((day) => timed(`${day}T17:30`)) }, 'pl')
    expect(picked('2026-12-08', '2026-11-24', '2026-12-01')).toBe('w wybrane dni: 24 listopada, 1 grudnia i 8 grudnia o 17:30')
    expect(picked(...Array.from({ length: 12 }, (_, n) => `2026-12-${n + 10}`))).toBe('w wybrane dni (12 terminów)')
    expect(picked('2026-11-24')).toBe('wtorek 24 listopada, 17:30–23:00')
  })

  it('says a trip by its days', () =>
    expect(
      languages.map((language) =>
        describeSchedule(
          { kind: 'picked', zone: warsaw, spans: [{ kind: 'all-day', firstDay: '2017-02-26', lastDay: '2017-02-28' }] },
          language,
        ),
      ),
    ).toEqual(['26–28 lutego 2017', '26–28 February 2017', '26–28 лютого 2017']))

  it('has words in every language for each holiday and each fault', () => {
    for (const words of [pl, en, uk]) {
      expect(Object.keys(words.holidays)).toEqual([...publicHolidays])
      expect(Object.keys(words.faults)).toEqual([...scheduleFaults])
    }
  })
})
