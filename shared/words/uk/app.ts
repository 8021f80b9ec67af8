import type { app as polish } from '../pl/app.ts'
import type { Translated } from '../translated.ts'

export const app = {
  name: 'Podwórko',
  skip: 'Перейти до змісту',
  home: 'Podwórko, головна сторінка',
  languages: 'Мова сторінки',
  sample: { title: 'Заняття вигадані – не приходь.', text: 'Це показ програми.' },
  footer: {
    lostLink: 'Загублене посилання',
    label: 'Про цю сторінку',
    about: 'Календар занять у твоїй околиці. Той самий, який можна мати в телефоні.',
    accessibility: 'Декларація доступності',
    city: 'Змінити місто',
    zone: 'Увесь час – польський.',
  },
  loading: 'Завантажуємо…',
  failure: {
    title: 'Не вдалося завантажити',
    text: 'Щось у нас не вийшло. Спробуй ще раз за хвилину.',
    retry: 'Спробувати ще раз',
  },
  offline: {
    title: 'Немає зв’язку з інтернетом',
    text: 'Покажемо заняття, коли телефон знову буде в мережі.',
    copy: 'Не вдалося оновити. Це стан на {{when}}.',
  },
  notFound: {
    title: 'Такої сторінки немає',
    text: 'Адреса могла змінитися або в ній є помилка.',
    home: 'Перейти на головну',
  },
  close: 'Закрити',
  unknown: 'невідомо',
} as const satisfies Translated<typeof polish>
