/**
 * The accessibility statement ("deklaracja dostępności"). Its parts, their order and the sentences about compliance follow the
 * technical conditions of the ministry, version 2.0 of 31 July 2024 (art. 12(7) of the act of 4 April 2019).
 */
export const statement = {
  title: 'Deklaracja dostępności',
  nobody: 'Prowadzący tę instalację Podwórka',
  nobodyNote: 'To instalacja pokazowa. Kto ją prowadzi, musi wpisać swoją nazwę i kontakt, zanim udostępni stronę mieszkańcom.',
  missing: 'jeszcze nie wpisano',
  intro: {
    before: 'zobowiązuje się zapewnić dostępność swojej',
    scope: 'strony internetowej',
    after:
      'zgodnie z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych. Deklaracja dostępności dotyczy strony internetowej',
  },
  published: 'Data publikacji strony internetowej:',
  updated: 'Data ostatniej istotnej aktualizacji:',
  state: {
    title: 'Stan dostępności cyfrowej',
    text: 'Strona internetowa jest częściowo zgodna z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych z powodu niezgodności wymienionych poniżej.',
  },
  missingContent: {
    title: 'Niedostępne treści',
    items: `Część opisów zajęć jest tylko po polsku, także na stronach po angielsku i ukraińsku. Są oznaczone jako polskie, więc czytnik ekranu przeczyta je poprawnie. O tłumaczenie możesz poprosić nas.
Nie ma jeszcze wersji strony w języku łatwym do czytania ani nagrań w polskim języku migowym. O treść w innej formie możesz poprosić nas.
Nie wiemy, jak strona działa z czytnikami ekranu u prawdziwych użytkowników: nikt jej jeszcze tak nie zbadał.`,
    costs: 'Nie powołujemy się na nadmierne koszty, więc nie sporządziliśmy ich oceny.',
  },
  prepared: {
    title: 'Przygotowanie deklaracji dostępności',
    on: 'Data sporządzenia deklaracji:',
    how: 'Deklarację sporządzono na podstawie samooceny.',
    tested: 'Co sprawdziliśmy',
    testedItems: `Każdą stronę, w trzech językach, program axe sprawdza automatycznie przy każdej zmianie.
Strony da się obsłużyć samą klawiaturą; sprawdzają to testy.
Strony mieszczą się na ekranie o szerokości 320 pikseli.
Kontrast liter jest policzony: co najmniej 7 do 1.`,
    untested: 'Czego nie sprawdziliśmy',
    untestedItems: `Nikt z niepełnosprawnością nie badał jeszcze tej strony.
Nie było badania z programami NVDA, JAWS, VoiceOver ani TalkBack.
Nie było audytu zewnętrznego.
Wydruku A4 nie badali słabowidzący.`,
  },
  more: {
    title: 'Udogodnienia, ograniczenia i inne informacje',
    items: `Duże litery, jedna kolumna na telefonie, wygląd jasny i ciemny według ustawień urządzenia.
Rodzaj zajęć i zmiany są zawsze napisane słowem, nie tylko kolorem.
Bez internetu pokazujemy ostatni plan z godziną, z której pochodzi.
Plan można wydrukować dużym drukiem na kartce A4.`,
  },
  keys: { title: 'Skróty klawiszowe', text: 'Działają zwykłe skróty przeglądarki. Własnych nie ma.' },
  contact: {
    title: 'Informacje zwrotne i dane kontaktowe',
    text: 'Problemy z dostępnością i prośby o treść w innej formie możesz zgłaszać tutaj:',
    person: 'Osoba lub dział:',
    email: 'E-mail:',
    phone: 'Telefon:',
  },
  procedure: {
    title: 'Obsługa wniosków i skarg związanych z dostępnością',
    texts: `Każdy może zażądać, by strona lub jej część była dostępna cyfrowo, albo poprosić o tę treść w innej formie, na przykład przez telefon.
W zgłoszeniu podaj: kim jesteś i jak się z Tobą skontaktować, o którą stronę lub jej część chodzi, i jaka forma będzie dla Ciebie wygodna.
Odpowiemy bez zwłoki, najpóźniej w 7 dni. Jeśli to za krótko, powiemy, kiedy to zrobimy: nie później niż 2 miesiące od zgłoszenia. Jeśli nie zdołamy zapewnić dostępności, zaproponujemy inny sposób dostępu.
Jeśli odmówimy albo nie dotrzymamy terminu, możesz złożyć skargę do prowadzącego stronę. Gdy to nie pomoże, możesz zawiadomić Rzecznika Praw Obywatelskich.`,
    ombudsman: 'Strona Rzecznika Praw Obywatelskich',
  },
  rest: {
    title: 'Pozostałe informacje',
    apps: 'Aplikacje mobilne',
    appsText: 'Podwórko nie ma aplikacji mobilnej. Plan zajęć czyta zwykły kalendarz w telefonie.',
    building: 'Dostępność architektoniczna',
    buildingText:
      'Zajęcia odbywają się w wielu miejscach. Strona każdego mówi, czy jest wejście bez schodów, winda, toaleta dla osób na wózku i pętla indukcyjna, i kiedy to sprawdzono. Czego nie sprawdzono, przy tym stoi „nie wiemy”. Miejsca są na stronie każdego miasta:',
    buildingLink: 'wybierz miasto',
    communication: 'Dostępność komunikacyjno-informacyjna',
    communicationText:
      'Strona każdych zajęć mówi, czy będzie tłumacz polskiego języka migowego, tekst łatwy do czytania i pętla indukcyjna. Kontakt przez tłumacza prowadzący wpisuje tutaj, gdy go zapewni.',
  },
} as const
