import { texts, type Organisation, type Program, type Project, type Venue } from '../shapes.ts'

/** Facts of the document about Gdańsk: `002_2c74b23c1d32a68c.txt`. It gives the five centres' districts and no addresses. */

type Centre = { readonly slug: string; readonly name: string; readonly ukrainian: string }
const centres: readonly Centre[] = [
  { slug: 'orunia', name: 'Orunia', ukrainian: 'Оруня' },
  { slug: 'nowy-port', name: 'Nowy Port', ukrainian: 'Новий Порт' },
  { slug: 'stogi', name: 'Stogi', ukrainian: 'Стоги' },
  { slug: 'dolne-miasto', name: 'Dolne Miasto', ukrainian: 'Дольне Място' },
  { slug: 'biskupia-gorka', name: 'Biskupia Górka', ukrainian: 'Біскупя Гурка' },
]

export const organisations: readonly Organisation[] = [
  { slug: 'miasto-gdansk', name: 'Miasto Gdańsk', kind: 'MUNICIPALITY', city: 'gdansk' },
  ...centres.map(({ slug, name }): Organisation => ({
    slug: `cas-${slug}`,
    name: `Centrum Aktywizacji Społecznej ${name}`,
    kind: 'ACTIVATION_CENTRE',
    city: 'gdansk',
  })),
]

export const venues: readonly Venue[] = centres.map(({ slug, name }) => ({
  slug: `cas-${slug}`,
  name: `Centrum Aktywizacji Społecznej ${name}`,
  city: 'gdansk',
  district: `gdansk-${slug}`,
  organisation: `cas-${slug}`,
  address: `dzielnica ${name} (dokument nie podaje ulicy)`,
}))

export const projects: readonly Project[] = [
  {
    slug: 'metropolitarny-system-aktywizacji',
    name: 'Metropolitarny System Aktywizacji Społeczno-Zawodowej w Gdańsku',
    city: 'gdansk',
    startsOn: '2017-03-01',
    endsOn: '2022-09-30',
    fundLines: [
      'RPO Województwa Pomorskiego 2014 – 2020',
      'oś 6 „Integracja”',
      'działanie 6.1 „Aktywna integracja”',
      'działanie 6.2 „Usługi społeczne”',
      'mechanizm ZIT',
    ],
    description: texts(
      'Miasto Gdańsk razem z lokalnymi organizacjami: pięć Centrów Aktywizacji Społecznej i indywidualna ścieżka dla każdego uczestnika.',
      'The city of Gdańsk with local organisations: five Social Activation Centres (CAS) and an individual path for each participant.',
      'Місто Гданськ разом з місцевими організаціями: п’ять центрів соціальної активізації та індивідуальний шлях для кожного учасника.',
    ),
    organisations: [['miasto-gdansk', 'IMPLEMENTER']],
    calls: [
      {
        name: texts('Pierwszy nabór', 'First call', 'Перший набір'),
        criteria: [
          texts(
            'Osoby korzystające z Programu Operacyjnego Pomoc Żywnościowa',
            'People using the food-aid programme (Program Operacyjny Pomoc Żywnościowa)',
            'Люди, які користуються програмою продовольчої допомоги (Program Operacyjny Pomoc Żywnościowa)',
          ),
        ],
      },
    ],
    parts: [
      {
        code: 'Poddziałanie 6.1.1',
        name: 'Aktywizacja społeczno – zawodowa',
        value: '13460712.28',
        eu: '11441605.44',
        audience: texts(
          'Osoby bierne zawodowo, także z niepełnosprawnościami, i ich otoczenie.',
          'Economically inactive people, disabled people included, and those around them.',
          'Економічно неактивні люди, також з інвалідністю, та їхнє оточення.',
        ),
        indicators: [
          percent(
            80,
            texts('Efektywność społeczno-zatrudnieniowa', 'Social-employment effectiveness', 'Соціально-зайнятісна ефективність'),
          ),
          percent(30, texts('Efektywność zatrudnieniowa', 'Employment effectiveness', 'Ефективність працевлаштування')),
          percent(
            40,
            texts(
              'Uczestnicy, którzy uzyskują kwalifikacje',
              'Participants who gain qualifications',
              'Учасники, які здобувають кваліфікації',
            ),
          ),
        ],
        support: {
          wsparcie: ['doradztwo', 'szkolenia', 'staże', 'stypendia', 'opieka nad osobami zależnymi'],
        },
      },
      {
        code: 'Poddziałanie 6.2.1',
        name: 'Rozwój usług społecznych',
        value: '6233322.00',
        eu: '5298323.70',
        audience: texts(
          'Seniorzy, osoby z niepełnosprawnościami i przewlekle chore, opiekunowie osób zależnych, kandydaci na rodziny zastępcze i rodziny zastępcze, dzieci i młodzież, osoby w pieczy zastępczej i ją opuszczające, rodziny z trudnościami wychowawczymi.',
          'Seniors, disabled and chronically ill people, carers of dependants, foster-family candidates and foster families, children and youth, people in and leaving foster care, families with parenting difficulties.',
          'Старші люди, люди з інвалідністю та хронічно хворі, опікуни залежних осіб, кандидати в прийомні родини та прийомні родини, діти й молодь, люди в прийомній опіці та ті, хто її залишає, родини з труднощами у вихованні.',
        ),
        indicators: [
          {
            name: texts('Trwałe miejsca świadczenia usług', 'Lasting places of service', 'Тривалі місця надання послуг'),
            comparison: 'AT_LEAST',
            value: 25,
            unit: 'PLACES',
            moment: 'END',
          },
          {
            name: texts(
              'Osoby poszukujące pracy, w szkoleniu, zdobywające kwalifikacje lub podejmujące pracę',
              'People looking for work, training, gaining qualifications or taking up work',
              'Люди, які шукають роботу, навчаються, здобувають кваліфікації або починають працювати',
            ),
            comparison: 'EXACTLY',
            value: 64,
            unit: 'PEOPLE',
            moment: 'AFTER_END',
          },
        ],
      },
    ],
  },
]

function percent(value: number, name: Project['description']): NonNullable<Project['parts'][number]['indicators']>[number] {
  return {
    name,
    comparison: 'AT_LEAST',
    value,
    unit: 'PERCENT',
    denominator: texts('uczestnicy', 'participants', 'учасники'),
    moment: 'END',
  }
}

export const programs: readonly Program[] = centres.map(({ slug, name, ukrainian }) => ({
  slug: `cas-${slug}`,
  name: `Centrum Aktywizacji Społecznej ${name}`,
  city: 'gdansk',
  districts: [`gdansk-${slug}`],
  operator: `cas-${slug}`,
  venue: `cas-${slug}`,
  startsOn: '2017-03-01',
  endsOn: '2022-09-30',
  openness: 'CITY',
  openTo: texts('Każdy mieszkaniec.', 'Every resident.', 'Кожен мешканець.'),
  audiences: [
    'EVERYONE',
    'SENIORS',
    'FAMILIES',
    'FOSTER_FAMILIES',
    'CARERS',
    'DISABLED_PEOPLE',
    'JOB_SEEKERS',
    'CHILDREN',
    'YOUTH',
  ],
  description: texts(
    `Centrum Aktywizacji Społecznej (CAS) ${name}: jedno z pięciu, w dzielnicy o dużych potrzebach, otwarte dla każdego mieszkańca.`,
    `The Social Activation Centre (CAS) ${name}: one of five, in a district of high need, open to every resident.`,
    `Центр соціальної активізації (CAS) ${ukrainian}: один із п’яти, у районі з великими потребами, відкритий для кожного мешканця.`,
  ),
  funding: [0, 1].map((part) => ({ project: 'metropolitarny-system-aktywizacji', part, from: '2017-03-01', to: '2022-09-30' })),
}))
