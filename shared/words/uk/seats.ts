import type { seats as polish } from '../pl/seats.ts'
import type { Translated } from '../translated.ts'

export const seats = {
  left_one: 'залишилося {{count}} місце з {{capacity}}',
  left_few: 'залишилося {{count}} місця з {{capacity}}',
  left_many: 'залишилося {{count}} місць з {{capacity}}',
  left_other: 'залишилося {{count}} місця з {{capacity}}',
  full: 'усі місця зайняті ({{capacity}})',
  fullUntold: 'усі місця зайняті',
  some: 'є вільні години',
  unlimited: 'місць не рахуємо: вистачить для всіх',
  unknown: 'зараз не знаємо, скільки є місць',
  waiting: 'Можна записатися в список очікування: коли хтось відмовиться, місце отримає наступна людина.',
  noCare: 'Догляд за дітьми: зараз немає вільних місць.',
  notYet: 'запис почнеться: {{when}}',
  until: 'Запис до: {{when}}.',
  closed: 'запис уже закрито',
  started: 'заняття вже почалося',
  session: 'Ви записуєтеся на цю одну зустріч.',
  course: 'Один запис – на всі зустрічі, також майбутні.',
  club: 'Записуєтеся один раз. Чекаємо на вас на кожній зустрічі.',
  appointment: 'Обираєте одну з вільних годин.',
  instead: 'Тут є вільні місця:',
  start: 'Записати мене',
  startWaiting: 'Записати мене в список очікування',
} as const satisfies Translated<typeof polish>
