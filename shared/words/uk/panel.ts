import type { panel as polish } from '../pl/panel.ts'
import type { Translated } from '../translated.ts'

export const panel = {
  noRole: 'Цей обліковий запис уже не має жодної ролі. Зверніться до адміністратора.',
  navigation: 'Панель',
  bar: 'Шукай і додай',
  menu: 'Меню',
  sections: {
    today: 'Сьогодні',
    plan: 'План',
    desk: 'Віконце',
    volunteers: 'Волонтерство',
    calls: 'Дзвінки',
    programs: 'Програми',
    places: 'Місця',
    import: 'Імпорт',
    people: 'Люди',
    log: 'Журнал',
    settings: 'Налаштування',
  },
  search: { label: 'Пошук у панелі', hint: 'Шукай: заняття, місце, особа', go: 'Шукати' },
  newSeries: 'Нові заняття',
  signOut: 'Вийти',
  hello: 'Добрий день, {{name}}!',
  notFound: 'Цього тут немає або ти не маєш до цього доступу.',
} as const satisfies Translated<typeof polish>
