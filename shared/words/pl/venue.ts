import type { ThreeValued } from '../../contract/kinds.ts'
import type { AccessibilityFact } from '../../contract/public.ts'

/** A place, and how one gets in. */
export const venue = {
  what: 'Miejsce',
  address: 'Adres',
  aliases: 'Inaczej: {{names}}',
  map: 'Pokaż na mapie OpenStreetMap',
  access: 'Czy dostanę się do środka',
  accessNote: 'Mówimy tylko to, co ktoś sprawdził. Czego nie sprawdził nikt, przy tym stoi „nie wiemy”.',
  value: { yes: 'tak', no: 'nie', unknown: 'nie wiemy' } satisfies Record<ThreeValued, string>,
  checked: 'sprawdzono {{day}}',
  notChecked: 'nikt jeszcze nie sprawdził',
  fact: {
    STEP_FREE_ENTRANCE: 'Wejście bez schodów',
    LIFT: 'Winda',
    ACCESSIBLE_TOILET: 'Toaleta dla osób na wózku',
    DISABLED_PARKING: 'Miejsce parkingowe dla osób z niepełnosprawnością',
    INDUCTION_LOOP: 'Pętla indukcyjna',
    ASSISTANCE_DOG: 'Można wejść z psem asystującym',
    QUIET_ROOM: 'Spokojne pomieszczenie',
    TACTILE_GUIDES: 'Oznaczenia dotykowe',
  } satisfies Record<AccessibilityFact, string>,
  short: {
    yes: '{{fact}}',
    no: '{{fact}}: nie ma',
    unknown: '{{fact}}: nie wiemy',
  } satisfies Record<ThreeValued, string>,
  stepFree: {
    yes: 'wejście bez schodów',
    no: 'przy wejściu są schody',
    unknown: 'nie wiemy, czy przy wejściu są schody',
  } satisfies Record<ThreeValued, string>,
  hours: 'Godziny otwarcia',
  closed: 'Zamknięte',
  whole: 'całe miejsce',
  weekdays: { d1: 'poniedziałek', d2: 'wtorek', d3: 'środa', d4: 'czwartek', d5: 'piątek', d6: 'sobota', d7: 'niedziela' },
  rooms: 'Sale',
  room: {
    yes: 'od wejścia bez schodów',
    no: 'po drodze są schody',
    unknown: 'nie wiemy, czy po drodze są schody',
  } satisfies Record<ThreeValued, string>,
  seats_one: '{{count}} osoba',
  seats_few: '{{count}} osoby',
  seats_many: '{{count}} osób',
  seats_other: '{{count}} osoby',
  seatsUnknown: 'nie wiemy, ile osób się zmieści',
} as const
