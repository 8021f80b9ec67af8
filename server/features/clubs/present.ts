import type { Language } from '#shared/contract/kinds.ts'
import type { ClubView } from '#shared/contract/public.ts'
import type { Choices, ClubManaged, EditionManaged, GroupManaged } from '#shared/contract/manage/views.ts'
import { dayOf, dayOrNull, textIn, textsIn, titleIn, wordsIn } from '../../db/columns.ts'
import { headOf, toLink } from '../organisations/present.ts'
import { presentVenue } from '../venues/present.ts'
import type { ChoiceRows, ClubForEditing, ClubRow, EditionForEditing, GroupForEditing } from './repository.ts'

type Joinable = {
  readonly enrolment: string
  readonly sessions: readonly { readonly id: string; readonly startsAt: Date }[]
}

/** The session through which one joins a course or a club, as one does so once for all meetings; null: there is none to join. */
export function joinOf(activities: readonly Joinable[]): string | null {
  const next = activities
    .filter(({ enrolment }) => enrolment === 'WHOLE_COURSE' || enrolment === 'MEMBERSHIP')
    .flatMap(({ sessions }) => sessions)
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  return next[0]?.id ?? null
}

/** What is shown of a club. Its members are nobody's business (T07). */
export function presentClub(row: ClubRow, language: Language): ClubView {
  const { slug, name, program, district, venue } = row
  return {
    slug,
    name,
    description: textIn(row.description, language),
    city: program.municipality,
    district: district ?? venue?.district ?? null,
    program: toLink(program),
    venue: venue && presentVenue(venue, language),
    openTo: textIn(row.openTo, language),
    series: row.series.map(({ slug: of, title, activities }) => ({
      slug: of,
      name: titleIn(title, language).text,
      join: joinOf(activities),
    })),
    sample: row.isSample,
  }
}

export function presentClubManaged(row: ClubForEditing, id: string, mayChange: boolean): ClubManaged {
  const { name, slug, programId, districtId, venueId, audiences } = row
  return {
    ...headOf(row, id, mayChange),
    name,
    slug,
    programId,
    districtId,
    venueId,
    audiences,
    description: textsIn(row.description),
    openTo: textsIn(row.openTo),
    names: Object.fromEntries([
      [programId, row.program.name],
      ...(districtId !== null && row.district ? [[districtId, row.district.name]] : []),
      ...(venueId !== null && row.venue ? [[venueId, row.venue.name]] : []),
    ]),
  }
}

export function presentEditionManaged(row: EditionForEditing, id: string, mayChange: boolean): EditionManaged {
  const { programId, number, size, stages, program } = row
  return {
    ...headOf(
      {
        ...row,
        isSample: program.isSample,
      },
      id,
      mayChange,
    ),
    programId,
    number,
    size,
    name: wordsIn(row.name),
    startsOn: dayOrNull(row.startsOn),
    endsOn: dayOrNull(row.endsOn),
    stages: stages.map((stage) => ({
      id: stage.id,
      name: wordsIn(stage.name),
    })),
    names: { [programId]: program.name },
  }
}

export function presentGroupManaged(row: GroupForEditing, id: string, mayChange: boolean): GroupManaged {
  const { programId, size, program } = row
  return {
    ...headOf(
      {
        ...row,
        isSample: program.isSample,
      },
      id,
      mayChange,
    ),
    programId,
    size,
    name: wordsIn(row.name),
    names: { [programId]: program.name },
  }
}

const inPolish = ({ id, name }: { readonly id: string; readonly name: unknown }) => ({ id, name: titleIn(name, 'pl').text })

export function presentChoices({ cities, organisations, venues, programs, projects }: ChoiceRows): Choices {
  return {
    cities,
    organisations,
    venues: venues.map(({ municipalityId, ...venue }) => ({ ...venue, cityId: municipalityId })),
    programs: programs.map(({ municipalityId, editions, groups, ...program }) => ({
      ...program,
      cityId: municipalityId,
      editions: editions.map(inPolish),
      groups: groups.map(inPolish),
    })),
    projects: projects.map(({ startsOn, endsOn, parts, ...project }) => ({
      ...project,
      startsOn: dayOf(startsOn),
      endsOn: dayOf(endsOn),
      parts: parts.map(({ id, code, name }) => ({ id, name: [code, name].filter((word) => word !== '').join(' ') })),
    })),
  }
}
