import { texts, type Organisation, type Program, type Project, type Texts, type Venue } from '../shapes.ts'

/** Facts of the document about Katowice: `003_ffd652069b3bdc39.txt`. */

const centre = 'mops-katowice'
const name = 'Program Aktywności Lokalnej Wełnowiec-Józefowiec i Dąb'
const slug = 'pal-welnowiec-jozefowiec-i-dab'
const seat = 'pal-welnowiec-jozefowiec-i-dab'

export const organisations: readonly Organisation[] = [
  {
    slug: centre,
    name: 'Miasto Katowice – Miejski Ośrodek Pomocy Społecznej w Katowicach',
    kind: 'SOCIAL_CENTRE',
    city: 'katowice',
  },
]

export const venues: readonly Venue[] = [
  {
    slug: seat,
    name: 'Siedziba programu przy ul. Kolarza 10b',
    city: 'katowice',
    organisation: centre,
    address: 'ul. Kolarza 10b',
    aliases: ['ul. Kotlarza 10b'],
  },
]

export const projects: readonly Project[] = [
  {
    slug,
    name,
    city: 'katowice',
    startsOn: '2021-01-01',
    endsOn: '2022-12-31',
    fundLines: ['EFS'],
    valueTotal: '939717.45',
    grantEu: '798759.83',
    people: {
      target: 60,
      note: texts(
        'Co najmniej 60 osób: 37 kobiet i 23 mężczyzn.',
        'At least 60 people: 37 women and 23 men.',
        'Щонайменше 60 осіб: 37 жінок і 23 чоловіки.',
      ),
    },
    description: texts(
      'Jeden program w dwóch dzielnicach: trzy kluby, Akademia Aktywnego Mieszkańca, działania środowiskowe i reintegracja zawodowa w dwóch edycjach, zlecona organizacji pozarządowej.',
      'One program over two districts: three clubs, an academy for active residents, events for the neighbourhood, and vocational reintegration in two editions, delegated to an NGO.',
      'Одна програма у двох районах: три клуби, академія активних мешканців, події для сусідів і професійна реінтеграція у двох наборах, доручена громадській організації.',
    ),
    sourceNote:
      'Dokument zapisuje adres siedziby na dwa sposoby: ul. Kolarza 10b i ul. Kotlarza 10b. Zapisano jedno miejsce z drugą pisownią jako inną nazwą. Podaje 20 osób w dwóch edycjach reintegracji razem, bez liczebności każdej.',
    organisations: [[centre, 'IMPLEMENTER']],
    parts: [
      {
        code: '',
        name,
        indicators: [
          people('AT_LEAST', 60, texts('Uczestnicy', 'Participants', 'Учасники')),
          { ...people('AT_LEAST', 37, texts('Kobiety', 'Women', 'Жінки')), sex: 'F' },
          { ...people('AT_LEAST', 23, texts('Mężczyźni', 'Men', 'Чоловіки')), sex: 'M' },
          people(
            'EXACTLY',
            20,
            texts(
              'Uczestnicy reintegracji zawodowej w dwóch edycjach razem',
              'Participants of vocational reintegration, two editions together',
              'Учасники професійної реінтеграції, два набори разом',
            ),
          ),
        ],
        support: {
          kluby: ['spotkania', 'warsztaty animacyjne'],
          'Akademia Aktywnego Mieszkańca': ['szkolenie liderów w dwóch grupach', 'inicjatywy oddolne'],
          'działania środowiskowe': ['pikniki sąsiedzkie', 'gry terenowe', 'kino plenerowe', '„szafing”'],
          'dla uczestników i ich otoczenia': [
            'wyjścia i wyjazdy integracyjne',
            'wspólny udział w lokalnych i regionalnych wydarzeniach kulturalnych i sportowych',
          ],
          'reintegracja zawodowa': [
            'indywidualne konsultacje psychologiczne',
            'warsztaty aktywizacyjne i psychologiczne',
            'IPD',
            'certyfikowane kursy',
            'badania lekarskie',
            'indywidualny trening pracy',
            'staże zawodowe (3 miesiące, pełny etat)',
          ],
        },
      },
    ],
  },
]

function people(comparison: 'AT_LEAST' | 'EXACTLY', value: number, indicator: Texts) {
  return { name: indicator, comparison, value, unit: 'PEOPLE', moment: 'DURING' } as const
}

const stages = [
  texts('rekrutacja', 'recruitment', 'набір учасників'),
  texts(
    'trening umiejętności społecznych, poradnictwo i podnoszenie kwalifikacji',
    'social skills training, counselling and raising qualifications',
    'тренінг соціальних навичок, порадництво та підвищення кваліфікації',
  ),
  texts(
    'staże zawodowe (3 miesiące, pełny etat) i trening pracy',
    'internships (3 months, full time) and work training',
    'професійні стажування (3 місяці, повний робочий день) і трудовий тренінг',
  ),
]

export const programs: readonly Program[] = [
  {
    slug,
    name,
    city: 'katowice',
    districts: ['katowice-welnowiec-jozefowiec', 'katowice-dab'],
    operator: centre,
    venue: seat,
    startsOn: '2021-01-01',
    endsOn: '2022-12-31',
    openness: 'DISTRICTS',
    openTo: texts(
      'Działania środowiskowe są otwarte dla mieszkańców obu dzielnic.',
      'Events for the neighbourhood are open to the residents of both districts.',
      'Події для сусідів відкриті для мешканців обох районів.',
    ),
    audiences: ['EVERYONE', 'PARENTS', 'YOUTH', 'ADULTS', 'SENIORS', 'JOB_SEEKERS'],
    description: texts(
      'Trzy kluby prowadzone przez trzech organizatorów społeczności lokalnej (OSL), akademia w dwóch grupach, wydarzenia sąsiedzkie i dwie edycje reintegracji zawodowej po trzy etapy.',
      'Three clubs run by three community organisers (OSL), an academy in two groups, neighbourhood events, and two editions of vocational reintegration with three stages each.',
      'Три клуби, які ведуть троє організаторів місцевої спільноти (OSL), академія у двох групах, сусідські події та два набори професійної реінтеграції по три етапи.',
    ),
    funding: [{ project: slug, part: 0, from: '2021-01-01', to: '2022-12-31' }],
    clubs: [
      {
        slug: 'strefa-rodzica',
        name: 'Strefa Rodzica',
        audiences: ['PARENTS', 'JOB_SEEKERS'],
        openTo: texts('Przede wszystkim mamy bez pracy.', 'Above all mothers out of work.', 'Передусім мами без роботи.'),
        description: clubWork(),
      },
      { slug: 'strefa-mlodziezy', name: 'Strefa Młodzieży', audiences: ['YOUTH'], description: clubWork() },
      { slug: 'strefa-seniora', name: 'Strefa Seniora', audiences: ['SENIORS'], description: clubWork() },
    ],
    editions: [
      { name: texts('Edycja 1', 'Edition 1', 'Набір 1'), stages },
      { name: texts('Edycja 2', 'Edition 2', 'Набір 2'), stages },
    ],
    groups: [
      {
        name: texts(
          'Akademia Aktywnego Mieszkańca: seniorzy',
          'Akademia Aktywnego Mieszkańca: seniors',
          'Akademia Aktywnego Mieszkańca: старші люди',
        ),
      },
      {
        name: texts(
          'Akademia Aktywnego Mieszkańca: młodzież i dorośli',
          'Akademia Aktywnego Mieszkańca: youth and adults',
          'Akademia Aktywnego Mieszkańca: молодь і дорослі',
        ),
      },
    ],
  },
]

function clubWork(): Texts {
  return texts(
    'Spotkania i warsztaty animacyjne; liczy się stałe członkostwo i regularna obecność.',
    'Meetings and creative workshops; steady membership and regular attendance are the point.',
    'Зустрічі та творчі майстерні; важливі постійне членство й регулярна присутність.',
  )
}
