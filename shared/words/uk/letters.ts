import type { letters as polish } from '../pl/letters.ts'
import type { Translated } from '../translated.ts'

export const letters = {
  signIn: {
    subject: 'Вхід до Podwórko',
    hello: 'Добрий день,',
    why: 'хтось – мабуть, ви – хоче увійти до Podwórko з цією адресою. Відкрийте це посилання й натисніть кнопку:',
    code: 'Або введіть цей код на сторінці входу:',
    until: 'І те, і те діє {{minutes}} хвилин і лише один раз.',
    notYou: 'Якщо це не ви, нічого не робіть: без цього листа ніхто не увійде.',
  },
  invitation: {
    subject: 'Запрошення до Podwórko',
    hello: 'Добрий день, {{name}},',
    who: '{{by}} запрошує вас разом планувати заняття в Podwórko.',
    roles: 'Ваші ролі:',
    open: 'Відкрийте це посилання, щоб прийняти запрошення:',
    hasAccount:
      'Ця адреса вже має обліковий запис у Podwórko. Ваше ім’я, пароль і теперішні ролі залишаються; після прийняття додадуться нові.',
    until: 'Запрошення діє до {{day}}.',
    notYou: 'Якщо ви не знаєте, про що йдеться, нічого не робіть.',
  },
  passwordChanged: {
    subject: 'Новий пароль до Podwórko',
    text: 'Пароль вашого облікового запису в Podwórko змінено, а на інших пристроях виконано вихід.',
    notYou: 'Якщо це не ви, увійдіть через електронну пошту, встановіть новий пароль і повідомте адміністратора.',
  },
  roles: {
    ADMINISTRATOR: 'адміністратор',
    COORDINATOR: 'координатор',
    ORGANISER: 'організатор',
    ownOnly: 'організатор власних занять',
    DESK: 'рецепція',
    AUDITOR: 'аудитор',
  },
  everywhere: 'усюди',
  endsOn: 'до {{day}}',
  sign: 'Podwórko\n{{address}}',
} as const satisfies Translated<typeof polish>
