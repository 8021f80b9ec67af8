import type { Language } from '#shared/contract/kinds.ts'
import type { Link, PlaceInWhole } from '#shared/contract/public.ts'
import type { CityManaged, DistrictManaged, OrganisationManaged } from '#shared/contract/manage/views.ts'
import { voivodeships, type Voivodeship } from '#shared/schedule/school-breaks.ts'
import { textIn, textsIn } from '../../db/columns.ts'
import type { OrganisationRow, readCity, readDistrict, readOrganisation } from './repository.ts'

/** What programs, projects and organisations answer where they have nothing to say. */
export const nothingElse = {
  description: null,
  city: null,
  period: null,
  finished: false,
  seat: null,
  address: null,
  runBy: [],
  projects: [],
  programs: [],
  clubs: [],
  districts: [],
  openTo: null,
  audiences: [],
  editions: [],
  groups: [],
  fund: [],
  money: [],
  people: null,
  parts: [],
  support: [],
  history: [],
} as const satisfies Omit<PlaceInWhole, 'what' | 'slug' | 'name' | 'sample'>

export function presentOrganisation(row: OrganisationRow, language: Language): PlaceInWhole {
  const { slug, name, address, programs } = row
  return {
    ...nothingElse,
    what: 'organisation',
    slug,
    name,
    description: textIn(row.description, language),
    city: row.municipality,
    address,
    projects: distinctLinks(row.projects.map(({ project }) => project)),
    programs: programs.map(toLink),
    clubs: distinctLinks(programs.flatMap(({ clubs }) => clubs)),
    districts: distinctLinks(programs.flatMap(({ districts }) => districts.map(({ district }) => district))),
    sample: row.isSample,
  }
}

/** Each thing once, in the order of names. */
export function distinctLinks(links: readonly Link[]): readonly Link[] {
  const bySlug = new Map(links.map((link) => [link.slug, toLink(link)]))
  return [...bySlug.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'pl'))
}

/** Slug and name, whatever else the row has. */
export const toLink = ({ slug, name }: Link): Link => ({ slug, name })

/** What every managed thing says beside its own fields. */
export const headOf = (
  row: { readonly version: number; readonly archivedAt: Date | null; readonly isSample?: boolean },
  id: string,
  mayChange: boolean,
) => ({ id, version: row.version, archived: row.archivedAt !== null, sample: row.isSample ?? false, mayChange })

type Stored<Read extends (...args: never[]) => Promise<unknown>> = NonNullable<Awaited<ReturnType<Read>>>

export const presentCityManaged = (row: Stored<typeof readCity>, id: string, mayChange: boolean): CityManaged => ({
  ...headOf(row, id, mayChange),
  name: row.name,
  slug: row.slug,
  voivodeship: voivodeshipOf(row.voivodeship),
  names: {},
})

/** A city of sample data or of an older version may hold anything; the form then offers the first. */
const voivodeshipOf = (stored: string): Voivodeship => voivodeships.find((one) => one === stored) ?? voivodeships[0]

export const presentDistrictManaged = (row: Stored<typeof readDistrict>, id: string, mayChange: boolean): DistrictManaged => ({
  ...headOf(row, id, mayChange),
  name: row.name,
  slug: row.slug,
  cityId: row.municipalityId,
  names: { [row.municipalityId]: row.municipality.name },
})

export function presentOrganisationManaged(
  row: Stored<typeof readOrganisation>,
  id: string,
  mayChange: boolean,
): OrganisationManaged {
  const { name, slug, kind, address, municipalityId, municipality } = row
  return {
    ...headOf(row, id, mayChange),
    name,
    slug,
    kind,
    cityId: municipalityId,
    address,
    description: textsIn(row.description),
    names: municipalityId !== null && municipality ? { [municipalityId]: municipality.name } : {},
  }
}
