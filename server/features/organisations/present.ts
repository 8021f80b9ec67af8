import type { Language } from '#shared/contract/kinds.ts'
import type { Link, PlaceInWhole } from '#shared/contract/public.ts'
import { textIn } from '../../db/columns.ts'
import type { OrganisationRow } from './repository.ts'

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
