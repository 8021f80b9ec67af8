import type { EnrolmentMode } from '../../contract/public.ts'

/** What an activity says of itself: how one joins, what to bring, what it costs. */
export const activity = {
  joining: {
    OPEN: { title: 'Przyjdź bez zapisów', text: 'Nie trzeba się zapisywać ani dzwonić.' },
    PER_SESSION: {
      title: 'Zapisy na każde spotkanie',
      text: 'Zapisz się na stronie wybranego spotkania, przez telefon albo na miejscu.',
    },
    WHOLE_COURSE: {
      title: 'Zapisy na cały cykl',
      text: 'Jeden zapis obejmuje wszystkie spotkania. Zapisz się na stronie któregoś z nich, przez telefon albo na miejscu.',
    },
    MEMBERSHIP: {
      title: 'Dla członków klubu, możesz dołączyć',
      text: 'Zapisujesz się raz: tutaj, przez telefon albo na miejscu. Potem czekamy na Ciebie na każdym spotkaniu.',
    },
    BY_APPOINTMENT: { title: 'Po umówieniu', text: 'Termin umawiasz przez telefon albo na miejscu.' },
    BY_INVITATION: {
      title: 'Na zaproszenie',
      text: 'To zajęcia dla zaproszonej grupy. Chcesz do niej dołączyć? Zapytaj prowadzących.',
    },
  } satisfies Record<EnrolmentMode, { title: string; text: string }>,
  noContact: 'Telefonu do tych zajęć jeszcze nie mamy – zapytaj na miejscu.',
  hours: 'Telefon czynny:',
  capacity_one: 'Grupa ma {{count}} miejsce.',
  capacity_few: 'Grupa ma {{count}} miejsca.',
  capacity_many: 'Grupa ma {{count}} miejsc.',
  capacity_other: 'Grupa ma {{count}} miejsca.',
  audience: 'Dla kogo',
  eligibility: 'Kto może przyjść',
  language: 'Język zajęć',
  host: 'Prowadzi',
  cost: 'Ile kosztuje',
  free: 'Nic, zajęcia są bezpłatne.',
  bring: 'Co zabrać',
  meetingPoint: 'Gdzie się spotykamy',
  planB: 'Gdy pogoda nie dopisze',
  care: 'Opieka nad dziećmi',
  careSeats_one: 'Jest, {{count}} miejsce.',
  careSeats_few: 'Jest, {{count}} miejsca.',
  careSeats_many: 'Jest, {{count}} miejsc.',
  careSeats_other: 'Jest, {{count}} miejsca.',
  careNone: 'Nie ma.',
  access: 'Dostępność zajęć',
  signLanguage: { yes: 'jest tłumacz PJM', no: 'bez tłumacza PJM', unknown: 'tłumacz PJM: nie wiemy' },
  easyToRead: {
    yes: 'jest tekst łatwy do czytania',
    no: 'bez tekstu łatwego do czytania',
    unknown: 'tekst łatwy do czytania: nie wiemy',
  },
  inductionLoop: { yes: 'jest pętla indukcyjna', no: 'bez pętli indukcyjnej', unknown: 'pętla indukcyjna: nie wiemy' },
  fund: 'Kto za to płaci',
} as const
