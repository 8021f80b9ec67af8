import type { venue as polish } from '../pl/venue.ts'
import type { Translated } from '../translated.ts'

export const venue = {
  what: 'Місце',
  address: 'Адреса',
  aliases: 'Інакше: {{names}}',
  map: 'Показати на карті OpenStreetMap',
  access: 'Чи потраплю я всередину',
  accessNote: 'Кажемо лише те, що хтось перевірив. Чого не перевіряв ніхто, там стоїть «невідомо».',
  value: { yes: 'так', no: 'ні', unknown: 'невідомо' },
  checked: 'перевірено {{day}}',
  notChecked: 'ніхто ще не перевіряв',
  fact: {
    STEP_FREE_ENTRANCE: 'Вхід без сходів',
    LIFT: 'Ліфт',
    ACCESSIBLE_TOILET: 'Туалет для людей на візку',
    DISABLED_PARKING: 'Місце для паркування людей з інвалідністю',
    INDUCTION_LOOP: 'Індукційна петля',
    ASSISTANCE_DOG: 'Можна з собакою-помічником',
    QUIET_ROOM: 'Тиха кімната',
    TACTILE_GUIDES: 'Тактильні позначки',
  },
  short: { yes: '{{fact}}', no: '{{fact}}: немає', unknown: '{{fact}}: невідомо' },
  stepFree: {
    yes: 'вхід без сходів',
    no: 'біля входу є сходи',
    unknown: 'не знаємо, чи біля входу є сходи',
  },
  rooms: 'Зали',
  room: {
    yes: 'від входу без сходів',
    no: 'дорогою є сходи',
    unknown: 'не знаємо, чи дорогою є сходи',
  },
  seats_one: '{{count}} людина',
  seats_few: '{{count}} людини',
  seats_many: '{{count}} людей',
  seats_other: '{{count}} людини',
  seatsUnknown: 'не знаємо, скільки людей поміститься',
} as const satisfies Translated<typeof polish>
