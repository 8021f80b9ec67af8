import { texts, type Organisation, type Program, type Project, type Venue } from '../shapes.ts'

/** Facts of two documents about Gliwice: `000_850b6087d6197f5f.txt` and `001_c7eae43cad9f247a.txt`. */

export const organisations: readonly Organisation[] = [
  {
    slug: 'ops-gliwice',
    name: 'Ośrodek Pomocy Społecznej w Gliwicach',
    kind: 'SOCIAL_CENTRE',
    city: 'gliwice',
    address: 'ul. Bojkowska 20, Gliwice',
  },
  {
    slug: 'gliwice-miasto-na-prawach-powiatu',
    name: 'Gliwice – miasto na prawach powiatu',
    kind: 'MUNICIPALITY',
    city: 'gliwice',
  },
  { slug: 'zarzad-wojewodztwa-slaskiego', name: 'Zarząd Województwa Śląskiego', kind: 'MANAGING_AUTHORITY' },
]

export const venues: readonly Venue[] = [
  {
    slug: 'ops-gliwice-bojkowska',
    name: 'Ośrodek Pomocy Społecznej w Gliwicach',
    city: 'gliwice',
    organisation: 'ops-gliwice',
    address: 'ul. Bojkowska 20',
    facts: {
      STEP_FREE_ENTRANCE: {
        value: 'YES',
        note: texts(
          'Dokument projektu: biuro i sale bez barier architektonicznych. Dnia sprawdzenia nie podano.',
          'The project’s document: office and rooms without architectural barriers. No day of checking is given.',
          'Документ проєкту: офіс і зали без архітектурних бар’єрів. День перевірки не вказано.',
        ),
      },
    },
  },
]

const activeGliwice: Project = {
  slug: 'aktywnie-dla-gliwic',
  name: 'Aktywnie dla Gliwic',
  city: 'gliwice',
  startsOn: '2021-01-01',
  endsOn: '2023-06-30',
  fundLines: [
    'Regionalny Program Operacyjny Województwa Śląskiego na lata 2014-2020',
    'Oś Priorytetowa IX. Włączenie społeczne',
    'działanie 9.1. Aktywna integracja',
    '9.1.5 Programy aktywnej integracji osób i grup zagrożonych wykluczeniem społecznym – konkurs',
    'Europejski Fundusz Społeczny',
  ],
  valueTotal: '2625128.00',
  grantTotal: '2231358.80',
  grantEu: '2231358.80',
  people: {
    target: 124,
    note: texts(
      'Mieszkańcy zagrożeni ubóstwem i wykluczeniem: bez pracy, bierni zawodowo, z niepełnosprawnościami, pracujący spełniający kryteria – wraz z otoczeniem. Nie podano, czy otoczenie wlicza się do 124 osób.',
      'Residents at risk of poverty and exclusion: out of work, economically inactive, with disabilities, working people who meet the criteria, and the people around them. Whether these are among the 124 isn’t said.',
      'Мешканці, яким загрожують бідність і виключення: без роботи, економічно неактивні, з інвалідністю, працівники, що відповідають критеріям, – разом з оточенням. Чи входить оточення до 124 осіб, не вказано.',
    ),
  },
  description: texts(
    'Cztery programy aktywności lokalnej: trzy w dzielnicach i jeden dla osób bez zatrudnienia z całego miasta.',
    'Four local activity programs: three in districts and one for people without employment from the whole city.',
    'Чотири програми локальної активності: три в районах і одна для людей без роботи з усього міста.',
  ),
  sourceNote:
    'Dokument opublikowany 16.03.2023. Nie podaje, czy otoczenie uczestników wlicza się do 124 osób: zapisano 124 i tę uwagę.',
  organisations: [['ops-gliwice', 'IMPLEMENTER']],
  parts: [
    {
      code: '9.1.5',
      name: 'Programy aktywnej integracji osób i grup zagrożonych wykluczeniem społecznym – konkurs',
      indicators: [
        {
          name: texts('Osoby objęte wsparciem', 'People supported', 'Люди, які отримали підтримку'),
          comparison: 'EXACTLY',
          value: 124,
          unit: 'PEOPLE',
          moment: 'DURING',
        },
      ],
      support: {
        'planowane wsparcie': [
          'praca socjalna',
          'wsparcie psychologa',
          'praca nad zadłużeniami',
          'rozwijanie aktywności społecznej, wyłanianie i wspieranie aktywistów społecznych',
          'integracja członków społeczności',
          'warsztaty rozwoju osobistego potencjału oraz rozwoju kompetencji społecznych',
          'wydarzenia kulturalne o charakterze otwartym dla mieszkańców Gliwic',
          'warsztaty edukacyjno-aktywizujące dla dzieci i młodzieży',
          'rozwój idei wolontariatu',
          'warsztaty o charakterze edukacyjno-integracyjnym',
        ],
      },
    },
  ],
}

const familyServices: Project = {
  slug: 'uslugi-spoleczne-na-start-iii',
  name: 'Usługi społeczne na start III',
  city: 'gliwice',
  startsOn: '2021-02-01',
  endsOn: '2023-06-30',
  fundLines: [
    'RPO Województwa Śląskiego 2014-2020',
    'oś IX Włączenie społeczne',
    'działanie 9.2 Dostępne i efektywne usługi społeczne i zdrowotne',
    'poddziałanie 9.2.5 Rozwój usług społecznych – konkurs',
  ],
  valueTotal: '1032425.00',
  grantTotal: '964805.25',
  grantEu: '881811.25',
  grantNational: '155613.75',
  people: {
    target: 150,
    note: texts(
      'Członkowie rodzin, dorośli i dzieci.',
      'Members of families, adults and children.',
      'Члени родин, дорослі й діти.',
    ),
  },
  description: texts(
    'Usługi i treningi dla rodzin, także z dziećmi: specjaliści, psycholog, konsultanci i rzecznik osoby zadłużonej. Zgłoszenia telefonicznie albo osobiście, przez pracowników.',
    'Services and trainings for families, children included: specialists, a psychologist, consultants and an advocate of people in debt. People join by phone or in person, through staff.',
    'Послуги й тренінги для родин, також з дітьми: фахівці, психолог, консультанти та захисник людей з боргами. Запис телефоном або особисто, через працівників.',
  ),
  sourceNote:
    'Dofinansowanie według dokumentu: 964 805,25 PLN, w tym UE 881 811,25 i środki krajowe 155 613,75. Te dwie kwoty dają razem 1 037 425,00 PLN: więcej niż dofinansowanie, a nawet niż wartość projektu (1 032 425,00). Zapisano tak, jak opublikowano; niczego nie poprawiono.',
  organisations: [
    ['gliwice-miasto-na-prawach-powiatu', 'BENEFICIARY'],
    ['ops-gliwice', 'IMPLEMENTER'],
    ['zarzad-wojewodztwa-slaskiego', 'MANAGING_AUTHORITY'],
  ],
  parts: [
    {
      code: '9.2.5',
      name: 'Rozwój usług społecznych – konkurs',
      indicators: [
        {
          name: texts('Osoby objęte usługami', 'People who use the services', 'Люди, які користуються послугами'),
          comparison: 'EXACTLY',
          value: 150,
          unit: 'PEOPLE',
          moment: 'DURING',
        },
      ],
      support: {
        usługi: [
          'wsparcie pedagogiczno-treningowe (specjalista pracy z rodziną oraz pedagog)',
          'wsparcie psychologa',
          'usługa konsultanta ds. ekonomii i organizacji gospodarstwa domowego',
          'usługa konsultanta ds. wsparcia rodziny z osobami niepełnosprawnymi',
          'usługa rzecznika osoby zadłużonej / intermediacje',
        ],
        treningi: [
          'komunikacji w rodzinie',
          'motywacyjny',
          'sprzyjający redukcji napięć i stresu',
          'dotyczący profilaktyki uzależnień',
          'profilaktyki przemocy',
          '„konsekwentny rodzic”',
          'efektywnego spędzania czasu z dziećmi',
          'prawidłowego odżywiania rodziny',
        ],
      },
    },
  ],
  events: [
    {
      from: '2023-07-01',
      to: '2023-07-31',
      whenText: texts('lipiec 2023', 'July 2023', 'липень 2023'),
      text: texts(
        'Po zakończeniu projektu dwie usługi bezpłatnie dla każdego zainteresowanego, z innym kontaktem (Dział Analityczno-Strategiczny): usługi wsparcia i rozwoju rodziny (specjalista pracy z rodziną, pedagog, psycholog, konsultant ds. wsparcia rodzin z osobą niepełnosprawną) i usługi ekonomii gospodarstwa domowego.',
        'After the end of the project two services, free, for anybody interested, with another contact (Dział Analityczno-Strategiczny): support and development of the family (family specialist, pedagogue, psychologist, consultant for families with a disabled person) and household economics.',
        'Після закінчення проєкту дві послуги безкоштовно для кожного охочого, з іншим контактом (Dział Analityczno-Strategiczny): підтримка й розвиток родини (фахівець з роботи з родиною, педагог, психолог, консультант для родин з людиною з інвалідністю) та економіка домашнього господарства.',
      ),
    },
  ],
}

export const projects: readonly Project[] = [activeGliwice, familyServices]

const period = { startsOn: '2021-01-01', endsOn: '2023-06-30' }
const paidByActive = [{ project: 'aktywnie-dla-gliwic', part: 0, from: '2021-01-01', to: '2023-06-30' }]

function districtProgram(
  slug: string,
  name: string,
  district: string,
  inDistrict: [pl: string, en: string, uk: string],
): Program {
  return {
    ...period,
    slug,
    name,
    city: 'gliwice',
    districts: [district],
    operator: 'ops-gliwice',
    openness: 'DISTRICTS',
    audiences: ['ADULTS', 'DISABLED_PEOPLE', 'JOB_SEEKERS'],
    description: texts(
      `Program Aktywności Lokalnej w dzielnicy ${inDistrict[0]}, jeden z czterech w projekcie.`,
      `A local activity program in the district ${inDistrict[1]}, one of four in the project.`,
      `Програма локальної активності в районі ${inDistrict[2]}, одна з чотирьох у проєкті.`,
    ),
    funding: paidByActive,
  }
}

export const programs: readonly Program[] = [
  districtProgram('wspoltworze-zatorze', 'Współtworzę Zatorze', 'gliwice-zatorze', ['Zatorze', 'Zatorze', 'Заторе']),
  districtProgram('szobiszowice-potencjal', 'Szobiszowice – Potencjał w mieście Gliwice', 'gliwice-szobiszowice', [
    'Szobiszowice',
    'Szobiszowice',
    'Шобішовіце',
  ]),
  districtProgram('fedruj-swoj-sukces', 'Fedruj Swój Sukces', 'gliwice-sosnica', ['Sośnica', 'Sośnica', 'Сосниця']),
  {
    ...period,
    slug: 'reaktywacja',
    name: 'Reaktywacja',
    city: 'gliwice',
    operator: 'ops-gliwice',
    openness: 'GROUP',
    openTo: texts(
      'Osoby bez zatrudnienia, które mieszkają w Gliwicach.',
      'People without employment who live in Gliwice.',
      'Люди без роботи, які живуть у Глівіце.',
    ),
    audiences: ['JOB_SEEKERS'],
    description: texts(
      'Program Aktywności Lokalnej dla grupy, nie dla miejsca.',
      'A local activity program for a group of people, not for a place.',
      'Програма локальної активності для групи людей, а не для місця.',
    ),
    funding: paidByActive,
  },
  {
    slug: 'uslugi-spoleczne-na-start-iii',
    name: 'Usługi społeczne na start III',
    city: 'gliwice',
    operator: 'ops-gliwice',
    venue: 'ops-gliwice-bojkowska',
    startsOn: '2021-02-01',
    endsOn: '2023-06-30',
    openness: 'GROUP',
    openTo: texts(
      'Rodziny z Gliwic: dorośli i dzieci.',
      'Families of Gliwice: adults and children.',
      'Родини з Глівіце: дорослі й діти.',
    ),
    audiences: ['FAMILIES', 'PARENTS', 'CHILDREN'],
    description: texts(
      'Pięć usług i osiem treningów dla rodzin.',
      'Five services and eight trainings for families.',
      'П’ять послуг і вісім тренінгів для родин.',
    ),
    funding: [{ project: 'uslugi-spoleczne-na-start-iii', part: 0, from: '2021-02-01', to: '2023-06-30' }],
  },
]
