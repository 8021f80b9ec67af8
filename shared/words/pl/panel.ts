/** What stands around the pages of the organisers' area. */
export const panel = {
  navigation: 'Panel',
  bar: 'Szukaj i dodaj',
  menu: 'Menu',
  sections: {
    today: 'Dziś',
    plan: 'Plan',
    desk: 'Okienko',
    volunteers: 'Wolontariat',
    calls: 'Telefony',
    programs: 'Programy',
    places: 'Miejsca',
    import: 'Import',
    people: 'Osoby',
    log: 'Dziennik',
    settings: 'Ustawienia',
  },
  search: { label: 'Szukaj w panelu', hint: 'Szukaj: zajęcia, miejsce, osoba', go: 'Szukaj' },
  newSeries: 'Nowe zajęcia',
  signOut: 'Wyloguj mnie',
  hello: 'Dzień dobry, {{name}}!',
  notFound: 'Tego tu nie ma albo nie masz do tego dostępu.',
} as const
