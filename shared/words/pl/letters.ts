/** Mails to staff. `{{…}}` is filled once, with text as it stands. */
export const letters = {
  signIn: {
    subject: 'Logowanie do Podwórka',
    hello: 'Dzień dobry,',
    why: 'ktoś – pewnie Ty – chce się zalogować do Podwórka tym adresem. Otwórz ten adres i naciśnij przycisk:',
    code: 'Albo wpisz na stronie logowania ten kod:',
    until: 'Jedno i drugie działa przez {{minutes}} minut i tylko raz.',
    notYou: 'Jeśli to nie Ty, nie rób nic: bez tej wiadomości nikt się nie zaloguje.',
  },
  invitation: {
    subject: 'Zaproszenie do Podwórka',
    hello: 'Dzień dobry, {{name}},',
    who: '{{by}} zaprasza Cię do wspólnego planowania zajęć w Podwórku.',
    roles: 'Twoje role:',
    open: 'Otwórz ten adres, żeby przyjąć zaproszenie:',
    hasAccount:
      'Ten adres ma już konto w Podwórku. Twoje imię, hasło i dotychczasowe role zostają, jak są; po przyjęciu dojdą nowe.',
    until: 'Zaproszenie działa do {{day}}.',
    notYou: 'Jeśli nie wiesz, o co chodzi, nie rób nic.',
  },
  passwordChanged: {
    subject: 'Nowe hasło do Podwórka',
    text: 'Hasło do Twojego konta w Podwórku zostało zmienione, a inne urządzenia wylogowane.',
    notYou: 'Jeśli to nie Ty, zaloguj się przez wiadomość e-mail, ustaw nowe hasło i powiedz o tym administratorowi.',
  },
  roles: {
    ADMINISTRATOR: 'administrator',
    COORDINATOR: 'koordynator',
    ORGANISER: 'organizator',
    ownOnly: 'organizator własnych zajęć',
    DESK: 'recepcja',
    AUDITOR: 'audytor',
  },
  everywhere: 'wszędzie',
  endsOn: 'do {{day}}',
  sign: 'Podwórko\n{{address}}',
} as const
