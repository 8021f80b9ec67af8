/** What is found in the panel. */
export const found = {
  title: 'Szukaj',
  results: 'Wyniki dla „{{q}}”',
  nothing: { title: 'Nic nie znaleźliśmy', text: 'Spróbuj krótszego słowa albo daty, na przykład 24.11.' },
  short: 'Wpisz przynajmniej dwie litery.',
  kinds: {
    series: 'Zajęcia',
    sessions: 'Spotkania',
    clubs: 'Kluby',
    programs: 'Programy',
    venues: 'Miejsca',
    people: 'Osoby z kontem',
  },
  all: 'Pokaż wszystkie wyniki',
  count_one: 'Jeden wynik. Strzałkami przejdziesz po wynikach.',
  count_few: '{{count}} wyniki. Strzałkami przejdziesz po wynikach.',
  count_many: '{{count}} wyników. Strzałkami przejdziesz po wynikach.',
  count_other: '{{count}} wyniku. Strzałkami przejdziesz po wynikach.',
} as const
