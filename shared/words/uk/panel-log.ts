import type { log as polish } from '../pl/panel-log.ts'
import type { Translated } from '../translated.ts'

export const log = {
  title: 'Журнал змін',
  lead: 'Хто, що і коли змінив. Записи не можна ні виправити, ні видалити.',
  filters: 'Що показати',
  subject: 'Чого стосується',
  subjects: {
    planning: 'заняття та зустрічі',
    places: 'місця та зали',
    programs: 'організації, проєкти, програми та клуби',
    accounts: 'облікові записи та ролі',
    views: 'що переглядали аудитори',
  },
  anything: 'усе',
  who: 'Хто',
  anybody: 'усі',
  from: 'Від дня',
  to: 'До дня',
  clear: 'Показати все',
  export: 'Завантажити таблицю (CSV)',
  more: 'Показати попередні',
  unfold_one: 'Показати {{count}} позицію',
  unfold_few: 'Показати {{count}} позиції',
  unfold_many: 'Показати {{count}} позицій',
  unfold_other: 'Показати {{count}} позиції',
  rest: 'і ще {{count}}',
  empty: { title: 'Тут ще нічого немає', text: 'З’явиться, коли хтось щось змінить.' },
  emptyFiltered: { title: 'Нічого не відповідає цьому вибору', text: 'Виберіть менше або покажіть усе.' },
  history: 'Історія змін',
  showHistory: 'Показати історію змін',
} as const satisfies Translated<typeof polish>
