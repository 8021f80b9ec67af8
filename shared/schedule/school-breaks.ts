import type { LocalDay } from '#shared/time/when.ts'

export const voivodeships = [
  'dolnoslaskie',
  'kujawsko-pomorskie',
  'lubelskie',
  'lubuskie',
  'lodzkie',
  'malopolskie',
  'mazowieckie',
  'opolskie',
  'podkarpackie',
  'podlaskie',
  'pomorskie',
  'slaskie',
  'swietokrzyskie',
  'warminsko-mazurskie',
  'wielkopolskie',
  'zachodniopomorskie',
] as const
export type Voivodeship = (typeof voivodeships)[number]

/** A school winter break (ferie zimowe). Both days are inside. */
export type SchoolBreak = {
  readonly firstDay: LocalDay
  readonly lastDay: LocalDay
  readonly voivodeships: readonly Voivodeship[]
}

/**
 * Winter breaks per voivodeship, as the Polish ministry of education announced them (calendar of the school year, gov.pl/web/edukacja).
 * Entered on 2026-11-23 for the school years 2025/2026 and 2026/2027 from two independent reprints that agree; the days are
 * Monday to Sunday as announced, without the free Saturday before. Nothing is known of winters that aren't listed: add the
 * next one here when the ministry announces it (usually in June of the year before).
 */
export const winterBreaks: readonly SchoolBreak[] = [
  {
    firstDay: '2026-01-19',
    lastDay: '2026-02-01',
    voivodeships: ['mazowieckie', 'podlaskie', 'pomorskie', 'swietokrzyskie', 'warminsko-mazurskie'],
  },
  {
    firstDay: '2026-02-02',
    lastDay: '2026-02-15',
    voivodeships: ['dolnoslaskie', 'kujawsko-pomorskie', 'lodzkie', 'malopolskie', 'opolskie', 'zachodniopomorskie'],
  },
  {
    firstDay: '2026-02-16',
    lastDay: '2026-03-01',
    voivodeships: ['lubelskie', 'lubuskie', 'podkarpackie', 'slaskie', 'wielkopolskie'],
  },
  {
    firstDay: '2027-01-18',
    lastDay: '2027-01-31',
    voivodeships: ['dolnoslaskie', 'lodzkie', 'opolskie', 'podkarpackie', 'podlaskie', 'slaskie'],
  },
  {
    firstDay: '2027-02-01',
    lastDay: '2027-02-14',
    voivodeships: ['lubelskie', 'mazowieckie', 'pomorskie', 'swietokrzyskie'],
  },
  {
    firstDay: '2027-02-15',
    lastDay: '2027-02-28',
    voivodeships: ['kujawsko-pomorskie', 'lubuskie', 'malopolskie', 'warminsko-mazurskie', 'wielkopolskie', 'zachodniopomorskie'],
  },
]

/** The winter break of a voivodeship that a day lies in, or null (also when that winter isn't known). */
export function winterBreakOn(day: LocalDay, voivodeship: Voivodeship): SchoolBreak | null {
  return winterBreaks.find((one) => one.voivodeships.includes(voivodeship) && one.firstDay <= day && day <= one.lastDay) ?? null
}
