import type { found as polish } from '../pl/panel-search.ts'
import type { Translated } from '../translated.ts'

export const found = {
  title: 'Пошук',
  results: 'Знайдено для «{{q}}»',
  nothing: { title: 'Ми нічого не знайшли', text: 'Спробуйте коротше слово або дату, наприклад 24.11.' },
  short: 'Введіть принаймні дві літери.',
  kinds: {
    series: 'Заняття',
    sessions: 'Зустрічі',
    clubs: 'Клуби',
    programs: 'Програми',
    venues: 'Місця',
    people: 'Люди з обліковим записом',
  },
  all: 'Показати всі результати',
  count_one: 'Один результат. Стрілками можна пройти результати.',
  count_few: '{{count}} результати. Стрілками можна пройти результати.',
  count_many: '{{count}} результатів. Стрілками можна пройти результати.',
  count_other: '{{count}} результату. Стрілками можна пройти результати.',
} as const satisfies Translated<typeof polish>
