import { texts, type ActivityFace, type Organisation, type Program, type Project } from '../shapes.ts'

/** Facts of the document about Szprotawa: `004_5ef1b7e5f7f57672.txt`, the only one with dates of what was done. */

const slug = 'aktywna-integracja-alternatywa'
const name = 'Aktywna integracja alternatywą na lepsze jutro'

export const organisations: readonly Organisation[] = [
  { slug: 'ops-szprotawa', name: 'Ośrodek Pomocy Społecznej w Szprotawie', kind: 'SOCIAL_CENTRE', city: 'szprotawa' },
  { slug: 'pup-zagan', name: 'Powiatowy Urząd Pracy w Żaganiu', kind: 'LABOUR_OFFICE' },
]

export const projects: readonly Project[] = [
  {
    slug,
    name,
    city: 'szprotawa',
    startsOn: '2017-01-01',
    endsOn: '2017-12-31',
    datesExact: false,
    fundLines: ['Regionalny Program Lubuskie 2020', 'działanie 7.1', 'EFS'],
    people: {
      target: 60,
      about: true,
      note: texts('Razem z członkami rodzin.', 'Family members included.', 'Разом із членами родин.'),
    },
    description: texts(
      'Gmina Szprotawa, także obszar rewitalizacji (Gminny Program Rewitalizacji 2016-2023); w porozumieniu z urzędem pracy.',
      'The municipality of Szprotawa, its regeneration area (Gminny Program Rewitalizacji 2016-2023) included; in agreement with the labour office.',
      'Гміна Шпротава, також територія ревіталізації (Gminny Program Rewitalizacji 2016-2023); за домовленістю з центром зайнятості.',
    ),
    organisations: [
      ['ops-szprotawa', 'IMPLEMENTER'],
      ['pup-zagan', 'PARTNER'],
    ],
    calls: [{ name: texts('Nabór ciągły', 'Rolling recruitment', 'Постійний набір') }],
    parts: [
      {
        code: '7.1',
        name: 'działanie 7.1',
        indicators: [
          {
            name: texts(
              'Uczestnicy razem z członkami rodzin',
              'Participants, family members included',
              'Учасники разом із членами родин',
            ),
            comparison: 'ABOUT',
            value: 60,
            unit: 'PEOPLE',
            moment: 'DURING',
          },
        ],
        support: {
          wsparcie: [
            'indywidualne ścieżki reintegracji',
            'prace społecznie-użyteczne w ramach Programu Aktywizacji i Integracji (PAI)',
            'wyjazd integracyjno-motywacyjny',
            'grupy samopomocowe z warsztatami edukacyjnymi',
          ],
        },
      },
    ],
    events: [
      {
        from: '2017-01-01',
        whenText: texts('od stycznia 2017', 'from January 2017', 'від січня 2017'),
        text: texts('Początek naboru ciągłego.', 'Rolling recruitment begins.', 'Початок постійного набору.'),
      },
      {
        from: '2017-02-01',
        whenText: texts('początek lutego 2017', 'early February 2017', 'початок лютого 2017'),
        text: texts(
          'Pierwsze spotkanie informacyjne; 55 osób podpisuje deklaracje uczestnictwa i kontrakty socjalne.',
          'The first information meeting; 55 people sign declarations of participation and social contracts.',
          'Перша інформаційна зустріч; 55 осіб підписують декларації участі та соціальні контракти.',
        ),
        people: 55,
      },
      {
        from: '2017-02-23',
        text: texts(
          'W projekcie jest 55 osób, nabór jest nadal otwarty.',
          '55 people are in the project, recruitment is still open.',
          'У проєкті 55 осіб, набір ще відкритий.',
        ),
        people: 55,
      },
      {
        from: '2017-02-26',
        to: '2017-02-28',
        text: texts(
          'Wyjazd integracyjno-motywacyjny, 26 uczestników.',
          'Integration and motivation trip, 26 participants.',
          'Інтеграційно-мотиваційна поїздка, 26 учасників.',
        ),
        people: 26,
      },
      {
        from: '2017-03-13',
        text: texts(
          'Początek indywidualnych ścieżek reintegracji.',
          'Individual reintegration paths begin.',
          'Початок індивідуальних шляхів реінтеграції.',
        ),
      },
      {
        from: '2017-03-13',
        text: texts(
          'Początek prac społecznie-użytecznych w ramach Programu Aktywizacji i Integracji (PAI), 10 uczestników.',
          'Socially useful work within the activation and integration programme (PAI) begins, 10 participants.',
          'Початок суспільно корисних робіт у межах програми активізації та інтеграції (PAI), 10 учасників.',
        ),
        people: 10,
      },
    ],
  },
]

export const programs: readonly Program[] = [
  {
    slug,
    name,
    city: 'szprotawa',
    operator: 'ops-szprotawa',
    startsOn: '2017-01-01',
    endsOn: '2017-12-31',
    openness: 'CITY',
    audiences: ['ADULTS', 'FAMILIES', 'JOB_SEEKERS'],
    description: texts(
      'Ścieżki reintegracji, prace społecznie-użyteczne, wyjazd i grupy samopomocowe.',
      'Reintegration paths, socially useful work, a trip and self-help groups.',
      'Шляхи реінтеграції, суспільно корисні роботи, поїздка та групи взаємодопомоги.',
    ),
    funding: [{ project: slug, part: 0, from: '2017-01-01', to: '2017-12-31' }],
    groups: [
      { name: texts('Uczestnicy wyjazdu', 'Participants of the trip', 'Учасники поїздки'), size: 26 },
      {
        name: texts('Prace społecznie-użyteczne (PAI)', 'Socially useful work (PAI)', 'Суспільно корисні роботи (PAI)'),
        size: 10,
      },
      { name: texts('Grupy samopomocowe', 'Self-help groups', 'Групи взаємодопомоги') },
    ],
  },
]

/** The one thing whose days are published: Sunday to Tuesday, before 1 March. */
export const trip = {
  slug: 'wyjazd-integracyjno-motywacyjny-2017',
  place: { program: slug, group: 0 },
  face: {
    title: texts('Wyjazd integracyjno-motywacyjny', 'Integration and motivation trip', 'Інтеграційно-мотиваційна поїздка'),
    kind: 'TRIP',
    audiences: ['ADULTS', 'FAMILIES'],
    enrolment: 'BY_INVITATION',
    capacity: 26,
    eligibility: texts('Dla uczestników projektu.', 'For participants of the project.', 'Для учасників проєкту.'),
  } satisfies ActivityFace,
  span: { kind: 'all-day', firstDay: '2017-02-26', lastDay: '2017-02-28' },
} as const
