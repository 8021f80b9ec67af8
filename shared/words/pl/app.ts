/** What stands around every page: header, footer, states. */
export const app = {
  name: 'Podwórko',
  skip: 'Przejdź do treści',
  home: 'Podwórko, strona główna',
  languages: 'Język strony',
  sample: { title: 'Zajęcia wymyślone – nie przychodź.', text: 'To pokaz programu.' },
  footer: {
    lostLink: 'Zgubiony link do zapisu',
    label: 'O tej stronie',
    about: 'Kalendarz zajęć w Twojej okolicy. Ten sam, który możesz mieć w telefonie.',
    accessibility: 'Deklaracja dostępności',
    city: 'Zmień miasto',
    zone: 'Wszystkie godziny są czasem polskim.',
  },
  loading: 'Wczytujemy…',
  failure: {
    title: 'Nie udało się wczytać',
    text: 'Coś zawiodło po naszej stronie. Spróbuj jeszcze raz za chwilę.',
    retry: 'Spróbuj ponownie',
  },
  offline: {
    title: 'Nie ma połączenia z internetem',
    text: 'Pokażemy zajęcia, gdy telefon znów będzie w sieci.',
    copy: 'Nie udało się odświeżyć. To stan z {{when}}.',
  },
  notFound: {
    title: 'Nie ma takiej strony',
    text: 'Adres mógł się zmienić albo ma literówkę.',
    home: 'Przejdź do strony głównej',
  },
  close: 'Zamknij',
  unknown: 'nie wiemy',
} as const
