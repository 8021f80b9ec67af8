import type { week as polish } from '../pl/week.ts'
import type { Translated } from '../translated.ts'

export const week = {
  title: 'Тиждень для друку',
  lead: 'Аркуш А4 на дошку оголошень. Такий він буде.',
  print: 'Друкувати',
  previous: 'Попередній тиждень',
  next: 'Наступний тиждень',
  empty: 'Цього тижня нічого не заплановано.',
  emptyText: 'Заглянь на сторінку: нові зустрічі з’являються там одразу.',
  nothing: 'нічого не заплановано',
  cancelled: 'СКАСОВАНО',
  moved: 'ПЕРЕНЕСЕНО',
  movedFrom: 'мало бути: {{when}}',
  instead: 'Натомість:',
  continues: 'триває з {{day}}',
  printed: 'Стан на {{when}}. Актуальний план – на сторінці.',
  scan: 'Зіскануй і май цей план у телефоні',
  address: 'або введи в браузері:',
  qr: 'QR-код: сторінка з цим планом',
  sample: 'Заняття вигадані – не приходь.',
} as const satisfies Translated<typeof polish>
