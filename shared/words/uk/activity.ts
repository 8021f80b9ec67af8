import type { activity as polish } from '../pl/activity.ts'
import type { Translated } from '../translated.ts'

export const activity = {
  joining: {
    OPEN: { title: 'Приходь без запису', text: 'Не треба ні записуватися, ні дзвонити.' },
    PER_SESSION: {
      title: 'Запис на кожну зустріч',
      text: 'Запишіться на її сторінці, телефоном або на місці.',
    },
    WHOLE_COURSE: {
      title: 'Запис на весь цикл',
      text: 'Один запис – на всі зустрічі: на сторінці будь-якої з них, телефоном або на місці.',
    },
    MEMBERSHIP: {
      title: 'Для членів клубу, можна приєднатися',
      text: 'Записуєтеся один раз: тут, телефоном або на місці. Потім чекаємо на вас на кожній зустрічі.',
    },
    BY_APPOINTMENT: { title: 'За домовленістю', text: 'Про час домовляєшся телефоном або на місці.' },
    BY_INVITATION: {
      title: 'За запрошенням',
      text: 'Для запрошеної групи. Хочеш до неї? Запитай тих, хто проводить.',
    },
  },
  noContact: 'Телефону ще не маємо – запитай на місці.',
  hours: 'Телефон працює:',
  capacity_one: 'У групі {{count}} місце.',
  capacity_few: 'У групі {{count}} місця.',
  capacity_many: 'У групі {{count}} місць.',
  capacity_other: 'У групі {{count}} місця.',
  audience: 'Для кого',
  eligibility: 'Хто може прийти',
  language: 'Мова занять',
  host: 'Проводить',
  cost: 'Скільки коштує',
  free: 'Ніскільки, заняття безплатні.',
  bring: 'Що взяти',
  meetingPoint: 'Де зустрічаємося',
  planB: 'Якщо погода підведе',
  care: 'Догляд за дітьми',
  careSeats_one: 'Є, {{count}} місце.',
  careSeats_few: 'Є, {{count}} місця.',
  careSeats_many: 'Є, {{count}} місць.',
  careSeats_other: 'Є, {{count}} місця.',
  careNone: 'Немає.',
  access: 'Доступність занять',
  signLanguage: {
    yes: 'є перекладач польської жестової мови',
    no: 'без перекладача жестової мови',
    unknown: 'перекладач жестової мови: невідомо',
  },
  easyToRead: {
    yes: 'є текст для легкого читання',
    no: 'без тексту для легкого читання',
    unknown: 'текст для легкого читання: невідомо',
  },
  inductionLoop: { yes: 'є індукційна петля', no: 'без індукційної петлі', unknown: 'індукційна петля: невідомо' },
  fund: 'Хто за це платить',
} as const satisfies Translated<typeof polish>
