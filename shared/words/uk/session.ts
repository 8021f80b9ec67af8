import type { session as polish } from '../pl/session.ts'
import type { Translated } from '../translated.ts'

export const session = {
  wayUp: 'Де це',
  number: 'зустріч {{number}} з {{of}}',
  program: 'програма «{{name}}»',
  when: 'Коли',
  rule: 'Цикл: {{rule}}.',
  where: 'Де',
  noVenue: 'Місця ще не знаємо',
  joining: 'Як узяти участь',
  ended: { title: 'Ця зустріч уже відбулася.', text: 'Наступні знайдеш нижче.' },
  cancelled: { title: 'Скасовано {{since}}.', noReason: 'Причини не вказано.', instead: 'Натомість:' },
  moved: { title: 'Перенесено {{since}}.', from: 'Мало бути: {{when}}.' },
  addToCalendar: 'Додати в календар',
  addToCalendarNote: 'Одна зустріч, як файл календаря. Сам він не зміниться – а підписка змінюється.',
  call: 'Подзвонити: {{phone}}',
  write: 'Написати: {{email}}',
  discreet: 'Більше знають ті, хто бере участь.',
  about: 'Про ці заняття',
  nextOfSeries: 'Наступні зустрічі',
  wholeSeries: 'Сторінка всього циклу',
} as const satisfies Translated<typeof polish>
