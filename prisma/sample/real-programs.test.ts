import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '#server/db/testing/fresh-database.ts'
import { presentProject } from '#server/features/projects/present.ts'
import { findProject } from '#server/features/projects/repository.ts'
import { loadSampleData } from './load.ts'

/** Layer 1 against the published figures, written out once more: what an auditor would compare. */
const database = await freshDatabase()
const { prisma } = database
beforeAll(() => loadSampleData(database, new Date('2026-11-23T02:00:00Z')))

const real = { isSample: false } as const
const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
const amount = (value: { toFixed: (decimals: number) => string } | null) => value?.toFixed(2) ?? null
const polish = (text: unknown) => (text as { pl: string }).pl

const actively = 'Aktywnie dla Gliwic'
const start = 'Usługi społeczne na start III'
const metropolitan = 'Metropolitarny System Aktywizacji Społeczno-Zawodowej w Gdańsku'
const pal = 'Program Aktywności Lokalnej Wełnowiec-Józefowiec i Dąb'
const alternative = 'Aktywna integracja alternatywą na lepsze jutro'

describe('the five projects as published', () => {
  it('city, days, money and people', async () => {
    const rows = await prisma.project.findMany({ where: real, include: { municipality: true }, orderBy: { startsOn: 'asc' } })
    expect(
      rows
        .map((row) => [
          row.name,
          row.municipality?.name,
          day(row.startsOn),
          day(row.endsOn),
          row.datesExact,
          amount(row.valueTotal),
          amount(row.grantTotal),
          amount(row.grantEu),
          amount(row.grantNational),
          row.peopleTarget,
          row.peopleAbout,
        ])
        .toSorted(),
    ).toEqual(
      [
        [actively, 'Gliwice', '2021-01-01', '2023-06-30', true, '2625128.00', '2231358.80', '2231358.80', null, 124, false],
        [start, 'Gliwice', '2021-02-01', '2023-06-30', true, '1032425.00', '964805.25', '881811.25', '155613.75', 150, false],
        [metropolitan, 'Gdańsk', '2017-03-01', '2022-09-30', true, null, null, null, null, null, false],
        [pal, 'Katowice', '2021-01-01', '2022-12-31', true, '939717.45', null, '798759.83', null, 60, false],
        [alternative, 'Szprotawa', '2017-01-01', '2017-12-31', false, null, null, null, null, 60, true],
      ].toSorted(),
    )
  })

  it('funds, measure by measure', async () => {
    const rows = await prisma.project.findMany({ where: real })
    expect(Object.fromEntries(rows.map(({ name, fundLines }) => [name, fundLines]))).toEqual({
      [actively]: [
        'Regionalny Program Operacyjny Województwa Śląskiego na lata 2014-2020',
        'Oś Priorytetowa IX. Włączenie społeczne',
        'działanie 9.1. Aktywna integracja',
        '9.1.5 Programy aktywnej integracji osób i grup zagrożonych wykluczeniem społecznym – konkurs',
        'Europejski Fundusz Społeczny',
      ],
      [start]: [
        'RPO Województwa Śląskiego 2014-2020',
        'oś IX Włączenie społeczne',
        'działanie 9.2 Dostępne i efektywne usługi społeczne i zdrowotne',
        'poddziałanie 9.2.5 Rozwój usług społecznych – konkurs',
      ],
      [metropolitan]: [
        'RPO Województwa Pomorskiego 2014 – 2020',
        'oś 6 „Integracja”',
        'działanie 6.1 „Aktywna integracja”',
        'działanie 6.2 „Usługi społeczne”',
        'mechanizm ZIT',
      ],
      [pal]: ['EFS'],
      [alternative]: ['Regionalny Program Lubuskie 2020', 'działanie 7.1', 'EFS'],
    })
  })

  it('parts with their own money', async () => {
    const rows = await prisma.projectPart.findMany({ where: { project: real }, include: { project: true } })
    expect(
      rows.map(({ project, code, name, value, eu }) => [project.name, code, name, amount(value), amount(eu)]).toSorted(),
    ).toEqual(
      [
        [actively, '9.1.5', 'Programy aktywnej integracji osób i grup zagrożonych wykluczeniem społecznym – konkurs', null, null],
        [start, '9.2.5', 'Rozwój usług społecznych – konkurs', null, null],
        [metropolitan, 'Poddziałanie 6.1.1', 'Aktywizacja społeczno – zawodowa', '13460712.28', '11441605.44'],
        [metropolitan, 'Poddziałanie 6.2.1', 'Rozwój usług społecznych', '6233322.00', '5298323.70'],
        [pal, '', pal, null, null],
        [alternative, '7.1', 'działanie 7.1', null, null],
      ].toSorted(),
    )
  })

  it('target numbers by part, sex and moment', async () => {
    const rows = await prisma.indicatorTarget.findMany({
      where: { part: { project: real } },
      include: { part: true },
      orderBy: [{ part: { code: 'asc' } }, { position: 'asc' }],
    })
    expect(
      rows
        .map(({ part, comparison, value, unit, sex, moment, name }) => [
          part.code,
          comparison,
          value,
          unit,
          sex,
          moment,
          polish(name),
        ])
        .toSorted(),
    ).toEqual(
      [
        ['9.1.5', 'EXACTLY', 124, 'PEOPLE', null, 'DURING', 'Osoby objęte wsparciem'],
        ['9.2.5', 'EXACTLY', 150, 'PEOPLE', null, 'DURING', 'Osoby objęte usługami'],
        ['Poddziałanie 6.1.1', 'AT_LEAST', 80, 'PERCENT', null, 'END', 'Efektywność społeczno-zatrudnieniowa'],
        ['Poddziałanie 6.1.1', 'AT_LEAST', 30, 'PERCENT', null, 'END', 'Efektywność zatrudnieniowa'],
        ['Poddziałanie 6.1.1', 'AT_LEAST', 40, 'PERCENT', null, 'END', 'Uczestnicy, którzy uzyskują kwalifikacje'],
        ['Poddziałanie 6.2.1', 'AT_LEAST', 25, 'PLACES', null, 'END', 'Trwałe miejsca świadczenia usług'],
        [
          'Poddziałanie 6.2.1',
          'EXACTLY',
          64,
          'PEOPLE',
          null,
          'AFTER_END',
          'Osoby poszukujące pracy, w szkoleniu, zdobywające kwalifikacje lub podejmujące pracę',
        ],
        ['', 'AT_LEAST', 60, 'PEOPLE', null, 'DURING', 'Uczestnicy'],
        ['', 'AT_LEAST', 37, 'PEOPLE', 'F', 'DURING', 'Kobiety'],
        ['', 'AT_LEAST', 23, 'PEOPLE', 'M', 'DURING', 'Mężczyźni'],
        ['', 'EXACTLY', 20, 'PEOPLE', null, 'DURING', 'Uczestnicy reintegracji zawodowej w dwóch edycjach razem'],
        ['7.1', 'ABOUT', 60, 'PEOPLE', null, 'DURING', 'Uczestnicy razem z członkami rodzin'],
      ].toSorted(),
    )
  })

  it('keeps the figures that contradict each other, and says so to coordinators and auditors', async () => {
    const project = await prisma.project.findUniqueOrThrow({ where: { slug: 'uslugi-spoleczne-na-start-iii' } })
    const sum = project.grantEu!.plus(project.grantNational!)
    expect([sum.toFixed(2), sum.gt(project.grantTotal!), sum.gt(project.valueTotal!)]).toEqual(['1037425.00', true, true])
    for (const figure of ['964 805,25', '881 811,25', '155 613,75', '1 037 425,00', '1 032 425,00'])
      expect(project.sourceNote).toContain(figure)
    const other = await prisma.project.findUniqueOrThrow({ where: { slug: 'aktywnie-dla-gliwic' } })
    expect(other.sourceNote).toContain('16.03.2023')
    expect(other.sourceNote).toContain('124')
  })

  it('who runs, owns, joins and manages them', async () => {
    const rows = await prisma.projectOrganisation.findMany({
      where: { project: real },
      include: { project: true, organisation: true },
    })
    expect(
      rows.map(({ project, organisation, role }) => [project.name, organisation.name, organisation.kind, role]).toSorted(),
    ).toEqual(
      [
        [actively, 'Ośrodek Pomocy Społecznej w Gliwicach', 'SOCIAL_CENTRE', 'IMPLEMENTER'],
        [start, 'Gliwice – miasto na prawach powiatu', 'MUNICIPALITY', 'BENEFICIARY'],
        [start, 'Ośrodek Pomocy Społecznej w Gliwicach', 'SOCIAL_CENTRE', 'IMPLEMENTER'],
        [start, 'Zarząd Województwa Śląskiego', 'MANAGING_AUTHORITY', 'MANAGING_AUTHORITY'],
        [metropolitan, 'Miasto Gdańsk', 'MUNICIPALITY', 'IMPLEMENTER'],
        [pal, 'Miasto Katowice – Miejski Ośrodek Pomocy Społecznej w Katowicach', 'SOCIAL_CENTRE', 'IMPLEMENTER'],
        [alternative, 'Ośrodek Pomocy Społecznej w Szprotawie', 'SOCIAL_CENTRE', 'IMPLEMENTER'],
        [alternative, 'Powiatowy Urząd Pracy w Żaganiu', 'LABOUR_OFFICE', 'PARTNER'],
      ].toSorted(),
    )
  })

  it('forms of support by their published names', async () => {
    const rows = await prisma.supportForm.findMany({
      where: { part: { project: real } },
      include: { part: true },
      orderBy: [{ part: { code: 'asc' } }, { position: 'asc' }],
    })
    const groups = new Set(rows.map(({ part, group }) => `${part.code}: ${group}`))
    const namesOf = (wanted: string) =>
      rows.filter(({ part, group }) => `${part.code}: ${group}` === wanted).map(({ name }) => name)
    expect(Object.fromEntries([...groups].map((group) => [group, namesOf(group)]))).toEqual({
      '9.1.5: planowane wsparcie': [
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
      '9.2.5: usługi': [
        'wsparcie pedagogiczno-treningowe (specjalista pracy z rodziną oraz pedagog)',
        'wsparcie psychologa',
        'usługa konsultanta ds. ekonomii i organizacji gospodarstwa domowego',
        'usługa konsultanta ds. wsparcia rodziny z osobami niepełnosprawnymi',
        'usługa rzecznika osoby zadłużonej / intermediacje',
      ],
      '9.2.5: treningi': [
        'komunikacji w rodzinie',
        'motywacyjny',
        'sprzyjający redukcji napięć i stresu',
        'dotyczący profilaktyki uzależnień',
        'profilaktyki przemocy',
        '„konsekwentny rodzic”',
        'efektywnego spędzania czasu z dziećmi',
        'prawidłowego odżywiania rodziny',
      ],
      'Poddziałanie 6.1.1: wsparcie': ['doradztwo', 'szkolenia', 'staże', 'stypendia', 'opieka nad osobami zależnymi'],
      ': kluby': ['spotkania', 'warsztaty animacyjne'],
      ': Akademia Aktywnego Mieszkańca': ['szkolenie liderów w dwóch grupach', 'inicjatywy oddolne'],
      ': działania środowiskowe': ['pikniki sąsiedzkie', 'gry terenowe', 'kino plenerowe', '„szafing”'],
      ': dla uczestników i ich otoczenia': [
        'wyjścia i wyjazdy integracyjne',
        'wspólny udział w lokalnych i regionalnych wydarzeniach kulturalnych i sportowych',
      ],
      ': reintegracja zawodowa': [
        'indywidualne konsultacje psychologiczne',
        'warsztaty aktywizacyjne i psychologiczne',
        'IPD',
        'certyfikowane kursy',
        'badania lekarskie',
        'indywidualny trening pracy',
        'staże zawodowe (3 miesiące, pełny etat)',
      ],
      '7.1: wsparcie': [
        'indywidualne ścieżki reintegracji',
        'prace społecznie-użyteczne w ramach Programu Aktywizacji i Integracji (PAI)',
        'wyjazd integracyjno-motywacyjny',
        'grupy samopomocowe z warsztatami edukacyjnymi',
      ],
    })
  })

  it('dated history, also what the source dates without a day', async () => {
    const rows = await prisma.projectEvent.findMany({
      include: { project: true },
      orderBy: [{ startsOn: 'asc' }, { people: 'asc' }],
    })
    expect(
      rows.map(({ project, startsOn, endsOn, whenText, people }) => [
        project.name,
        whenText ? polish(whenText) : [day(startsOn), day(endsOn)],
        people,
      ]),
    ).toEqual([
      [alternative, 'od stycznia 2017', null],
      [alternative, 'początek lutego 2017', 55],
      [alternative, ['2017-02-23', null], 55],
      [alternative, ['2017-02-26', '2017-02-28'], 26],
      [alternative, ['2017-03-13', null], 10],
      [alternative, ['2017-03-13', null], null],
      [start, 'lipiec 2023', null],
    ])
  })

  it('in public, in the words of the source where it names no day', async () => {
    const row = await findProject(database, 'aktywna-integracja-alternatywa')
    const { history } = presentProject(row!, 'en', '2026-11-23')
    expect(history.slice(1, 4).map(({ from, to, whenText }) => whenText?.text ?? [from, to])).toEqual([
      'early February 2017',
      ['2017-02-23', null],
      ['2017-02-26', '2017-02-28'],
    ])
  })

  it('the call that had a priority criterion', async () => {
    const calls = await prisma.recruitmentCall.findMany({
      include: { project: true, criteria: true },
      orderBy: { project: { slug: 'asc' } },
    })
    expect(
      calls.map(({ project, name, criteria }) => [project.name, polish(name), criteria.map(({ text }) => polish(text))]),
    ).toEqual([
      [alternative, 'Nabór ciągły', []],
      [metropolitan, 'Pierwszy nabór', ['Osoby korzystające z Programu Operacyjnego Pomoc Żywnościowa']],
    ])
  })
})

describe('the programs, each reachable from its city', () => {
  it('city, name, districts, days, whom they are open to, who pays', async () => {
    const rows = await prisma.program.findMany({
      where: real,
      include: {
        municipality: true,
        districts: { include: { district: true }, orderBy: { district: { slug: 'asc' } } },
        funding: { include: { part: true } },
      },
    })
    expect(
      rows
        .map((row) => [
          row.municipality.name,
          row.name,
          row.districts.map(({ district }) => district.name).join(', '),
          day(row.startsOn),
          day(row.endsOn),
          row.openness,
          row.funding
            .map(({ part, startsOn, endsOn }) => `${part.code} ${day(startsOn)}/${day(endsOn)}`)
            .toSorted()
            .join(', '),
        ])
        .toSorted(),
    ).toEqual(
      [
        ['Gliwice', 'Współtworzę Zatorze', 'Zatorze', '2021-01-01', '2023-06-30', 'DISTRICTS', '9.1.5 2021-01-01/2023-06-30'],
        [
          'Gliwice',
          'Szobiszowice – Potencjał w mieście Gliwice',
          'Szobiszowice',
          '2021-01-01',
          '2023-06-30',
          'DISTRICTS',
          '9.1.5 2021-01-01/2023-06-30',
        ],
        ['Gliwice', 'Fedruj Swój Sukces', 'Sośnica', '2021-01-01', '2023-06-30', 'DISTRICTS', '9.1.5 2021-01-01/2023-06-30'],
        ['Gliwice', 'Reaktywacja', '', '2021-01-01', '2023-06-30', 'GROUP', '9.1.5 2021-01-01/2023-06-30'],
        ['Gliwice', start, '', '2021-02-01', '2023-06-30', 'GROUP', '9.2.5 2021-02-01/2023-06-30'],
        ...['Biskupia Górka', 'Dolne Miasto', 'Nowy Port', 'Orunia', 'Stogi'].map((district) => [
          'Gdańsk',
          `Centrum Aktywizacji Społecznej ${district}`,
          district,
          '2017-03-01',
          '2022-09-30',
          'CITY',
          'Poddziałanie 6.1.1 2017-03-01/2022-09-30, Poddziałanie 6.2.1 2017-03-01/2022-09-30',
        ]),
        ['Katowice', pal, 'Dąb, Wełnowiec-Józefowiec', '2021-01-01', '2022-12-31', 'DISTRICTS', ' 2021-01-01/2022-12-31'],
        ['Szprotawa', alternative, '', '2017-01-01', '2017-12-31', 'CITY', '7.1 2017-01-01/2017-12-31'],
      ].toSorted(),
    )
  })

  it('operators and seats', async () => {
    const rows = await prisma.program.findMany({ where: real, include: { operator: true, venue: true } })
    const seats = rows.map(({ slug, operator, venue }) => [slug, operator?.slug, venue?.address ?? null])
    const centres = {
      orunia: 'Orunia',
      'nowy-port': 'Nowy Port',
      stogi: 'Stogi',
      'dolne-miasto': 'Dolne Miasto',
      'biskupia-gorka': 'Biskupia Górka',
    }
    expect(seats.toSorted()).toEqual(
      [
        ...['wspoltworze-zatorze', 'szobiszowice-potencjal', 'fedruj-swoj-sukces', 'reaktywacja'].map((slug) => [
          slug,
          'ops-gliwice',
          null,
        ]),
        ['uslugi-spoleczne-na-start-iii', 'ops-gliwice', 'ul. Bojkowska 20'],
        ...Object.entries(centres).map(([slug, name]) => [
          `cas-${slug}`,
          `cas-${slug}`,
          `dzielnica ${name} (dokument nie podaje ulicy)`,
        ]),
        ['pal-welnowiec-jozefowiec-i-dab', 'mops-katowice', 'ul. Kolarza 10b'],
        ['aktywna-integracja-alternatywa', 'ops-szprotawa', null],
      ].toSorted(),
    )
  })

  it('clubs, groups, editions and their stages; sizes only where they are published', async () => {
    const clubs = await prisma.club.findMany({ where: real, include: { program: true } })
    expect(clubs.map(({ name, audiences, program }) => [name, audiences, program.name]).toSorted()).toEqual(
      [
        ['Strefa Rodzica', ['PARENTS', 'JOB_SEEKERS'], pal],
        ['Strefa Młodzieży', ['YOUTH'], pal],
        ['Strefa Seniora', ['SENIORS'], pal],
      ].toSorted(),
    )
    const groups = await prisma.group.findMany({
      where: { program: real },
      orderBy: [{ program: { slug: 'asc' } }, { position: 'asc' }],
    })
    expect(groups.map(({ name, size }) => [polish(name), size])).toEqual([
      ['Uczestnicy wyjazdu', 26],
      ['Prace społecznie-użyteczne (PAI)', 10],
      ['Grupy samopomocowe', null],
      ['Akademia Aktywnego Mieszkańca: seniorzy', null],
      ['Akademia Aktywnego Mieszkańca: młodzież i dorośli', null],
    ])
    const editions = await prisma.edition.findMany({
      where: { program: real },
      include: { stages: { orderBy: { position: 'asc' } } },
      orderBy: { number: 'asc' },
    })
    const stages = [
      'rekrutacja',
      'trening umiejętności społecznych, poradnictwo i podnoszenie kwalifikacji',
      'staże zawodowe (3 miesiące, pełny etat) i trening pracy',
    ]
    expect(editions.map((edition) => [edition.number, edition.size, edition.stages.map(({ name }) => polish(name))])).toEqual([
      [1, null, stages],
      [2, null, stages],
    ])
  })

  it('one venue with two spellings of its street; an office without barriers', async () => {
    const seat = await prisma.venue.findUniqueOrThrow({
      where: { slug: 'pal-welnowiec-jozefowiec-i-dab' },
      include: { aliases: true },
    })
    expect([seat.address, seat.aliases.map(({ text }) => text)]).toEqual(['ul. Kolarza 10b', ['ul. Kotlarza 10b']])
    const facts = await prisma.venueAccessibility.findMany({ where: { venue: real }, include: { venue: true } })
    expect(facts.map(({ venue, fact, value, checkedOn }) => [venue.address, fact, value, checkedOn])).toEqual([
      ['ul. Bojkowska 20', 'STEP_FREE_ENTRANCE', 'YES', null],
    ])
  })

  it('cities and their districts', async () => {
    const cities = await prisma.municipality.findMany({
      include: { districts: { orderBy: { slug: 'asc' } } },
      orderBy: { slug: 'asc' },
    })
    expect(
      cities.map(({ name, voivodeship, districts }) => [name, voivodeship, districts.map((district) => district.slug)]),
    ).toEqual([
      [
        'Gdańsk',
        'pomorskie',
        ['gdansk-biskupia-gorka', 'gdansk-dolne-miasto', 'gdansk-nowy-port', 'gdansk-orunia', 'gdansk-stogi'],
      ],
      ['Gliwice', 'slaskie', ['gliwice-sosnica', 'gliwice-szobiszowice', 'gliwice-zatorze']],
      ['Katowice', 'slaskie', ['katowice-dab', 'katowice-welnowiec-jozefowiec']],
      ['Szprotawa', 'lubuskie', []],
    ])
  })
})

describe('nothing is invented in the real programs', () => {
  it('has one session, the trip of 26-28.02.2017 for 26, which ends before 1 March', async () => {
    const sessions = await prisma.session.findMany({
      where: { activity: { series: real } },
      include: { activity: { include: { series: { include: { program: true } } } } },
    })
    expect(
      sessions.map(({ whenKind, wallStart, wallEnd, startsAt, endsAt, status, activity }) => ({
        when: [whenKind, wallStart, wallEnd],
        instants: [startsAt.toISOString(), endsAt.toISOString()],
        status,
        published: activity.status,
        kind: activity.kind,
        capacity: activity.capacity,
        program: activity.series.program.name,
        host: activity.host,
      })),
    ).toEqual([
      {
        when: ['ALL_DAY', '2017-02-26', '2017-02-28'],
        instants: ['2017-02-25T23:00:00.000Z', '2017-02-28T23:00:00.000Z'],
        status: 'PLANNED',
        published: 'PUBLISHED',
        kind: 'TRIP',
        capacity: 26,
        program: alternative,
        host: null,
      },
    ])
  })

  it('carries no fund’s sentence, no contact and no name of a person', async () => {
    const rows = JSON.stringify([
      await prisma.project.findMany({ where: real, include: { history: true, calls: true, parts: true } }),
      await prisma.program.findMany({ where: real, include: { clubs: true, groups: true } }),
      await prisma.organisation.findMany({ where: real }),
      await prisma.venue.findMany({ where: real, include: { accessibility: true, rooms: true } }),
      await prisma.activity.findMany({ where: { series: real } }),
    ])
    expect(rows).not.toMatch(/@|tel\.|\+48|\b\d{2} \d{3} \d{2} \d{2}\b|\b\d{3}[ -]\d{3}[ -]\d{3}\b/)
    expect(await prisma.project.findMany({ where: real, select: { fundSentence: true }, distinct: ['fundSentence'] })).toEqual([
      { fundSentence: null },
    ])
    expect(
      await prisma.activity.findMany({ where: { series: real }, select: { host: true, contactPhone: true, contactEmail: true } }),
    ).toEqual([{ host: null, contactPhone: null, contactEmail: null }])
  })

  it('says our own words in three languages', async () => {
    const texts = [
      ...(await prisma.project.findMany({ where: real })).map(({ description }) => description),
      ...(await prisma.program.findMany({ where: real })).map(({ description }) => description),
      ...(await prisma.club.findMany({ where: real })).map(({ description }) => description),
      ...(await prisma.projectEvent.findMany()).map(({ text }) => text),
      ...(await prisma.indicatorTarget.findMany({ where: { part: { project: real } } })).map(({ name }) => name),
    ]
    for (const text of texts) expect(Object.keys(text as object).toSorted()).toEqual(['en', 'pl', 'uk'])
  })
})
