/** "Subscribe": a calendar taken to a phone or a computer. Steps are one a line. */
export const subscribe = {
  title: 'Dodaj do telefonu',
  lead: 'Dodajesz raz, a kalendarz sam się zmienia. Odwołane spotkanie nie znika: stoi przy nim „odwołane”.',
  chosen: 'Co dodajesz',
  count_one: 'Teraz jest tu {{count}} nadchodzące spotkanie.',
  count_few: 'Teraz są tu {{count}} nadchodzące spotkania.',
  count_many: 'Teraz jest tu {{count}} nadchodzących spotkań.',
  count_other: 'Teraz jest tu {{count}} nadchodzącego spotkania.',
  countNone: 'Teraz jest pusty. Nowe spotkania pojawią się same.',
  change: 'Zmień wybór',
  quiet: 'Nie pytamy o imię ani o konto. Nikt nie widzi, że dodajesz ten kalendarz.',
  yours: 'Na Twoim urządzeniu',
  others: 'Na innych urządzeniach i w innych programach',
  steps: 'Krok po kroku',
  apple: {
    title: 'iPhone, iPad, Mac',
    button: 'Dodaj do Kalendarza Apple',
    steps: `Naciśnij „Dodaj do Kalendarza Apple”.
Telefon zapyta, czy subskrybować kalendarz. Wybierz „Subskrybuj”, a potem „Dodaj”.
Nic się nie dzieje? W aplikacji Kalendarz wybierz Kalendarze, Dodaj kalendarz, Dodaj subskrybowany kalendarz i wklej adres z tej strony.`,
    freshness: 'Zmiany zobaczysz tak szybko, jak ustawisz w telefonie: od 15 minut do tygodnia.',
  },
  android: {
    title: 'Telefon z Androidem',
    lead: 'Aplikacja Kalendarz Google w telefonie nie przyjmuje adresu kalendarza. Te drogi działają:',
    google: {
      title: 'Kalendarz Google, dodany na komputerze',
      steps: `Na komputerze otwórz calendar.google.com. Zaloguj się na to samo konto, co w telefonie.
Przy „Inne kalendarze” naciśnij plus i wybierz „Z adresu URL”.
Wklej adres dla Google z tej strony i naciśnij „Dodaj kalendarz”.
W telefonie otwórz Kalendarz Google, potem menu, i zaznacz nowy kalendarz.`,
      freshness: 'Zmiany zobaczysz po 6–24 godzinach.',
    },
    reader: {
      title: 'Aplikacja, która czyta adres: ICSx⁵',
      button: 'Otwórz w aplikacji',
      steps: `Zainstaluj aplikację ICSx⁵ (jest w Google Play i w F-Droid).
Naciśnij „Otwórz w aplikacji” albo wklej w niej adres z tej strony.
Spotkania pokażą się w zwykłym kalendarzu telefonu.`,
      freshness: 'Zmiany zobaczysz tak szybko, jak ustawisz w aplikacji.',
    },
    samsung: {
      title: 'Kalendarz Samsung',
      steps: `Dodaj kalendarz w Kalendarzu Google na komputerze, jak wyżej.
W Kalendarzu Samsung otwórz menu i zaznacz swoje konto Google.`,
      freshness: 'Zmiany zobaczysz po 6–24 godzinach, tak jak w Kalendarzu Google.',
    },
    one: {
      title: 'Tylko jedno spotkanie',
      text: 'Na stronie każdego spotkania jest „Dodaj do kalendarza”. Taki wpis nie zmieni się sam.',
    },
  },
  google: {
    title: 'Kalendarz Google w przeglądarce',
    button: 'Otwórz Kalendarz Google',
    steps: `Naciśnij „Otwórz Kalendarz Google”. Zapyta, czy dodać kalendarz. Wybierz „Dodaj”.
Nie pyta? Przy „Inne kalendarze” naciśnij plus, wybierz „Z adresu URL” i wklej adres dla Google.`,
    freshness: 'Zmiany zobaczysz po 6–24 godzinach, czasem później. Nie da się tego przyspieszyć.',
    address: 'Adres dla Google',
    addressWhy: 'Google chowa odwołane spotkania, więc w tym adresie zostają one w kalendarzu ze słowem „odwołane” w tytule.',
  },
  outlook: {
    title: 'Outlook w przeglądarce',
    button: 'Outlook prywatny',
    work: 'Outlook w pracy lub szkole',
    steps: `Naciśnij przycisk i zaloguj się.
Nadaj kalendarzowi nazwę i naciśnij „Importuj”.
W Outlooku na komputerze: Dodaj kalendarz, Z internetu, i wklej adres z tej strony.`,
    freshness: 'Zmiany zobaczysz zwykle po 3 godzinach, czasem dopiero po dobie.',
  },
  programs: {
    title: 'Thunderbird i inne programy',
    steps: `W Thunderbirdzie wybierz Nowy kalendarz, potem W sieci, i wklej adres z tej strony.
W innym programie szukaj „subskrybuj kalendarz” albo „dodaj z adresu”.`,
    freshness: 'Thunderbird sprawdza zmiany co 30 minut. Można to ustawić.',
  },
  address: {
    title: 'Adres kalendarza',
    copy: 'Kopiuj adres',
    copied: 'Adres skopiowany.',
    refused: 'Przeglądarka nie pozwoliła skopiować. Adres jest zaznaczony: skopiuj go sam.',
    preparing: 'Przygotowujemy krótki adres…',
    failed: 'Krótkiego adresu nie udało się przygotować. Ten jest długi i niektóre programy go nie przyjmą.',
    local: 'Ten serwer działa tylko na tym komputerze albo w Twojej sieci. Google i Outlook w przeglądarce go nie znajdą.',
  },
  qr: {
    title: 'Z komputera na telefon',
    text: 'Zeskanuj aparatem telefonu. Otworzy się ta sama strona, z krokami dla Twojego telefonu.',
    label: 'Kod QR: adres tej strony',
  },
  today: {
    title: 'Odwołane dziś?',
    text: 'Kalendarz w telefonie może dowiedzieć się o tym po wielu godzinach. Przed wyjściem sprawdź tutaj:',
    link: 'zajęcia w Podwórku',
  },
  bad: 'Nie rozumiemy tej części wyboru: {{names}}. Wybierz zajęcia jeszcze raz.',
} as const
