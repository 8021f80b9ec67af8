/** Heads and words of exported tables. */
export const exports = {
  file: 'plan',
  date: 'Data',
  weekday: 'Dzień tygodnia',
  start: 'Od',
  endDate: 'Data do',
  end: 'Do',
  title: 'Zajęcia',
  kind: 'Rodzaj',
  program: 'Program',
  club: 'Klub',
  venue: 'Miejsce',
  address: 'Adres',
  room: 'Sala',
  host: 'Prowadzący',
  status: 'Status',
  reason: 'Powód',
  people: 'Osoby',
  planned: 'zaplanowane',
  draft: 'szkic',
  cancelled: 'odwołane',
  moved: 'przeniesione',
} as const

/** Heads of a list of people as a file. */
export const exportedPeople = {
  number: 'lp.',
  name: 'imię i nazwisko',
  signedUpBy: 'kto zapisał',
  contact: 'kontakt',
  child: 'dziecko',
  yes: 'tak',
  status: 'stan',
  confirmed: 'ma miejsce',
  offered: 'ma propozycję miejsca',
  waiting: 'czeka',
  place: 'miejsce w kolejce',
  care: 'dzieci pod opieką',
} as const

/** Heads and words of a list of who came. */
export const exportedAttendance = {
  date: 'Data',
  start: 'Od',
  title: 'Zajęcia',
  program: 'Program',
  club: 'Klub',
  venue: 'Miejsce',
  name: 'Imię i nazwisko',
  role: 'Kto',
  besides: 'Bez zapisu',
  count: 'Osoby',
  hours: 'Godziny',
  unnamed: 'osoby bez nazwiska',
  participant: 'uczestnik, uczestniczka',
  volunteer: 'wolontariat',
  yes: 'tak',
} as const

/** Text messages for the office's gateway. */
export const exportedTexts = { phone: 'telefon', text: 'treść' } as const

/** How much a program or a project did, as a table. */
export const exportedNumbers = {
  what: 'co',
  from: 'od',
  to: 'do',
  held: 'spotkania, które się odbyły',
  cancelled: 'odwołane',
  uncounted: 'bez policzonych osób',
  visits: 'udział łącznie',
  people: 'różne osoby z nazwiska',
  volunteers: 'wolontariusze',
  hours: 'godziny wolontariatu',
  notCounted: 'nie policzono',
} as const
