import { texts, type Club, type Nouns, type Program, type Texts, type Venue } from '../shapes.ts'
import type { Timetable } from './timetable.ts'

/** The invented project with its organisation, programs, clubs and venues. Every name says that it is made up. */

const project = 'projekt-przykladowy'
const organisation = 'fundacja-przykladowa'

const invented = texts(
  'Wymyślone na potrzeby pokazu: nic z tego się nie odbywa.',
  'Invented for show: none of it takes place.',
  'Вигадано для показу: нічого з цього не відбувається.',
)

export function seasonNouns(time: Timetable): Nouns {
  return {
    cities: [],
    organisations: [
      { slug: organisation, name: 'Fundacja Przykładowa', kind: 'NGO', address: 'ul. Przykładowa 1', description: invented },
    ],
    venues: [...gliwiceVenues(time), ...katowiceVenues(time), ...gdanskVenues(time), ...szprotawaVenues(time)],
    projects: [
      {
        slug: project,
        name: 'Projekt przykładowy',
        startsOn: time.from,
        endsOn: time.to,
        fundLines: ['Fundusz Przykładowy (wymyślony)'],
        valueTotal: '100000.00',
        grantTotal: '80000.00',
        people: { target: 100, about: true, note: invented },
        description: invented,
        fundSentence: texts(
          'Zdanie przykładowe: płaci wymyślony Fundusz Przykładowy.',
          'Example sentence: paid by an invented Example Fund.',
          'Речення для прикладу: платить вигаданий Фонд Прикладів.',
        ),
        organisations: [[organisation, 'IMPLEMENTER']],
        parts: [
          {
            code: 'P1',
            name: 'Część przykładowa',
            value: '100000.00',
            indicators: [
              {
                name: texts('Osoby (przykład)', 'People (example)', 'Люди (приклад)'),
                comparison: 'ABOUT',
                value: 100,
                unit: 'PEOPLE',
                moment: 'END',
              },
            ],
            support: { przykłady: ['warsztaty', 'kluby', 'konsultacje', 'wyjazdy'] },
          },
        ],
      },
    ],
    programs: programs(time),
  }
}

function programs(time: Timetable): readonly Program[] {
  const program = (
    slug: string,
    name: string,
    city: string,
    places: readonly string[],
    more: Partial<Program> = {},
  ): Program => ({
    slug,
    name,
    city,
    districts: places.map((place) => `${city}-${place}`),
    operator: organisation,
    startsOn: time.from,
    endsOn: time.to,
    openness: places.length > 0 ? 'DISTRICTS' : 'CITY',
    audiences: ['EVERYONE'],
    description: invented,
    funding: [{ project, part: 0, from: time.from, to: time.to }],
    ...more,
  })
  return [
    program('przykladowe-zatorze', 'Przykładowe Zatorze', 'gliwice', ['zatorze'], {
      venue: 'przykladowy-dom-zatorze',
      clubs: [club('klub-na-przyklad', 'Klub Seniora „Na Przykład”', 'gliwice-zatorze', 'przykladowy-dom-zatorze', ['SENIORS'])],
    }),
    program('przykladowe-szobiszowice', 'Przykładowe Szobiszowice', 'gliwice', ['szobiszowice'], {
      venue: 'przykladowa-swietlica-szobiszowice',
      clubs: [
        club('klub-powiedzmy', 'Klub Młodzieży „Powiedzmy”', 'gliwice-szobiszowice', 'przykladowa-swietlica-szobiszowice', [
          'YOUTH',
        ]),
      ],
    }),
    program('przykladowa-sosnica', 'Przykładowa Sośnica', 'gliwice', ['sosnica'], {
      venue: 'wymyslony-dom-sosnica',
      clubs: [
        club('klub-na-niby', 'Klub Rodzica „Na Niby”', 'gliwice-sosnica', 'wymyslony-dom-sosnica', ['PARENTS', 'CHILDREN']),
        club('klub-przy-stole', 'Klub Gier „Przykładowy Stół”', 'gliwice-sosnica', 'wymyslony-dom-sosnica', [
          'FAMILIES',
          'YOUTH',
        ]),
      ],
    }),
    program(
      'przykladowy-welnowiec-i-dab',
      'Przykładowy Wełnowiec-Józefowiec i Dąb',
      'katowice',
      ['welnowiec-jozefowiec', 'dab'],
      {
        venue: 'przykladowa-strefa-dab',
        // Money ends before the program does: later sessions carry no fund's sentence.
        funding: [{ project, part: 0, from: time.from, to: time.daysAgo(-28) }],
        clubs: [
          club('klub-gdyby', 'Klub Seniora „Gdyby”', 'katowice-dab', 'przykladowa-strefa-dab', ['SENIORS']),
          club('klub-na-razie', 'Klub Rodzica „Na Razie”', 'katowice-welnowiec-jozefowiec', 'wymyslony-dom-welnowiec', [
            'PARENTS',
          ]),
        ],
        editions: [
          {
            name: texts('Edycja przykładowa', 'Example edition', 'Набір для прикладу'),
            size: 10,
            stages: [texts('nabór', 'recruitment', 'набір учасників'), texts('zajęcia', 'classes', 'заняття')],
          },
        ],
        groups: [{ name: texts('Grupa przykładowa', 'Example group', 'Група для прикладу'), size: 12 }],
      },
    ),
    program(
      'przykladowy-gdansk',
      'Przykładowy Gdańsk w pięciu dzielnicach',
      'gdansk',
      ['orunia', 'nowy-port', 'stogi', 'dolne-miasto', 'biskupia-gorka'],
      {
        openness: 'CITY',
        openTo: texts('Każdy mieszkaniec.', 'Every resident.', 'Кожен мешканець.'),
        clubs: [
          club('klub-jakoby', 'Klub Młodzieży „Jakoby”', 'gdansk-nowy-port', 'przykladowe-centrum-nowy-port', ['YOUTH']),
          club('klub-niejako', 'Klub Seniora „Niejako”', 'gdansk-stogi', 'przykladowe-centrum-stogi', ['SENIORS']),
        ],
      },
    ),
    program('przykladowa-szprotawa', 'Przykładowa Szprotawa', 'szprotawa', [], {
      venue: 'przykladowa-swietlica-szprotawa',
      groups: [{ name: texts('Grupa wyjazdowa (przykład)', 'Trip group (example)', 'Група для поїздки (приклад)'), size: 26 }],
    }),
  ]
}

function club(slug: string, name: string, district: string, venue: string, audiences: Club['audiences']): Club {
  return { slug, name, district, venue, audiences, description: invented }
}

const checkedNote: Texts = texts('Sprawdzono na niby.', 'Checked in play only.', 'Перевірено лише про людське око.')
const hall = { setupMinutes: 15, clearMinutes: 15 }

function gliwiceVenues(time: Timetable): readonly Venue[] {
  return [
    {
      slug: 'przykladowy-dom-zatorze',
      name: 'Przykładowy Dom na Zatorzu',
      city: 'gliwice',
      district: 'gliwice-zatorze',
      organisation,
      address: 'ul. Przykładowa 1',
      aliases: ['Dom Przykład'],
      directions: texts(
        'Wejście od podwórka, przez wymyśloną bramę.',
        'Entrance from the courtyard, through an invented gate.',
        'Вхід із двору, через вигадану браму.',
      ),
      facts: {
        STEP_FREE_ENTRANCE: { value: 'YES', checkedOn: time.daysAgo(40), note: checkedNote },
        LIFT: { value: 'NO', checkedOn: time.daysAgo(40) },
        ACCESSIBLE_TOILET: { value: 'YES', checkedOn: time.daysAgo(40) },
        DISABLED_PARKING: { value: 'UNKNOWN' },
        INDUCTION_LOOP: { value: 'NO', checkedOn: time.daysAgo(400) },
        ASSISTANCE_DOG: { value: 'YES', checkedOn: time.daysAgo(40) },
      },
      rooms: [
        { name: 'Sala duża', capacity: 30, stepFree: 'YES', ...hall },
        { name: 'Sala mała', capacity: 12, stepFree: 'YES' },
        { name: 'Kuchnia', capacity: 10, stepFree: 'NO', setupMinutes: 30, clearMinutes: 30 },
        { name: 'Gabinet', capacity: 3, stepFree: 'YES' },
      ],
    },
    {
      slug: 'przykladowa-swietlica-szobiszowice',
      name: 'Przykładowa Świetlica w Szobiszowicach',
      city: 'gliwice',
      district: 'gliwice-szobiszowice',
      organisation,
      address: 'ul. Przykładowa 12',
      facts: {
        STEP_FREE_ENTRANCE: {
          value: 'NO',
          checkedOn: time.daysAgo(90),
          note: texts(
            'Trzy schodki, bez podjazdu (na niby).',
            'Three steps, no ramp (in play).',
            'Три сходинки, без пандуса (про людське око).',
          ),
        },
        LIFT: { value: 'NO', checkedOn: time.daysAgo(90) },
        ACCESSIBLE_TOILET: { value: 'NO', checkedOn: time.daysAgo(90) },
        QUIET_ROOM: { value: 'YES', checkedOn: time.daysAgo(90) },
      },
      rooms: [
        { name: 'Sala', capacity: 25, stepFree: 'NO', ...hall },
        { name: 'Poddasze', capacity: 12, stepFree: 'NO' },
        { name: 'Gabinet', capacity: 3, stepFree: 'NO' },
      ],
    },
    {
      slug: 'wymyslony-dom-sosnica',
      name: 'Wymyślony Dom w Sośnicy',
      city: 'gliwice',
      district: 'gliwice-sosnica',
      organisation,
      address: 'ul. Wymyślona 3',
      directions: texts('Przystanek „Przykład”, potem 100 kroków prosto.', 'Stop “Przykład”, then 100 steps straight on.'),
      facts: {
        STEP_FREE_ENTRANCE: { value: 'YES', checkedOn: time.daysAgo(12) },
        LIFT: { value: 'YES', checkedOn: time.daysAgo(12) },
        ACCESSIBLE_TOILET: { value: 'YES', checkedOn: time.daysAgo(12) },
        DISABLED_PARKING: { value: 'YES', checkedOn: time.daysAgo(12) },
        INDUCTION_LOOP: { value: 'UNKNOWN' },
        TACTILE_GUIDES: { value: 'NO', checkedOn: time.daysAgo(12) },
      },
      rooms: [
        { name: 'Sala duża', capacity: 40, stepFree: 'YES', ...hall },
        { name: 'Sala mała', capacity: 14, stepFree: 'YES' },
        { name: 'Pracownia', capacity: 10, stepFree: 'UNKNOWN' },
      ],
    },
  ]
}

function katowiceVenues(time: Timetable): readonly Venue[] {
  return [
    {
      slug: 'przykladowa-strefa-dab',
      name: 'Przykładowa Strefa na Dębie',
      city: 'katowice',
      district: 'katowice-dab',
      organisation,
      address: 'ul. Przykładowa 1',
      facts: {
        STEP_FREE_ENTRANCE: { value: 'YES', checkedOn: time.daysAgo(200) },
        ACCESSIBLE_TOILET: { value: 'UNKNOWN' },
      },
      rooms: [
        { name: 'Sala', capacity: 20, stepFree: 'YES', ...hall },
        { name: 'Pracownia', capacity: 8, stepFree: 'UNKNOWN' },
      ],
    },
    {
      slug: 'wymyslony-dom-welnowiec',
      name: 'Wymyślony Dom na Wełnowcu',
      city: 'katowice',
      district: 'katowice-welnowiec-jozefowiec',
      organisation,
      address: 'ul. Wymyślona 8',
      rooms: [{ name: 'Sala', capacity: 24, ...hall }],
    },
  ]
}

function gdanskVenues(time: Timetable): readonly Venue[] {
  const centre = (district: string, name: string, number: number, entrance: 'YES' | 'NO' | 'UNKNOWN'): Venue => ({
    slug: `przykladowe-centrum-${district}`,
    name: `Przykładowe Centrum ${name}`,
    city: 'gdansk',
    district: `gdansk-${district}`,
    organisation,
    address: `ul. Przykładowa ${number}`,
    facts: {
      STEP_FREE_ENTRANCE:
        entrance === 'UNKNOWN' ? { value: entrance } : { value: entrance, checkedOn: time.daysAgo(30 + number) },
      ACCESSIBLE_TOILET: { value: entrance },
    },
    rooms: [
      { name: 'Sala', capacity: 20, stepFree: entrance, ...hall },
      { name: 'Gabinet', capacity: 4, stepFree: entrance },
    ],
  })
  return [
    centre('orunia', 'Orunia', 21, 'YES'),
    centre('nowy-port', 'Nowy Port', 22, 'NO'),
    centre('stogi', 'Stogi', 23, 'YES'),
    centre('dolne-miasto', 'Dolne Miasto', 24, 'UNKNOWN'),
    centre('biskupia-gorka', 'Biskupia Górka', 25, 'NO'),
  ]
}

function szprotawaVenues(time: Timetable): readonly Venue[] {
  return [
    {
      slug: 'przykladowa-swietlica-szprotawa',
      name: 'Przykładowa Świetlica w Szprotawie',
      city: 'szprotawa',
      organisation,
      address: 'ul. Przykładowa 7',
      facts: {
        STEP_FREE_ENTRANCE: { value: 'YES', checkedOn: time.daysAgo(60) },
        LIFT: { value: 'NO', checkedOn: time.daysAgo(60) },
      },
      rooms: [
        { name: 'Sala', capacity: 30, stepFree: 'YES', ...hall },
        { name: 'Gabinet', capacity: 4, stepFree: 'NO' },
      ],
    },
  ]
}
