import type { Language } from '#shared/contract/kinds.ts'
import type { PlaceInWhole } from '#shared/contract/public.ts'
import type { LocalDay } from '#shared/time/when.ts'
import type { ProgramManaged } from '#shared/contract/manage/views.ts'
import { dayOf, dayOrNull, textIn, textsIn, titleIn } from '../../db/columns.ts'
import { distinctLinks, headOf, nothingElse } from '../organisations/present.ts'
import { presentVenue } from '../venues/present.ts'
import type { ProgramForEditing, ProgramRow } from './repository.ts'
import { isFinished } from './rules.ts'

/**
 * What is shown of a program: its own facts, and which money pays for it. Amounts and target numbers are the project's and
 * stand on its page: a project may pay for several programs.
 */
export function presentProgram(row: ProgramRow, language: Language, today: LocalDay): PlaceInWhole {
  const { slug, name } = row
  const projects = row.funding.map(({ part }) => part.project)
  return {
    ...nothingElse,
    what: 'program',
    slug,
    name,
    description: textIn(row.description, language),
    city: row.municipality,
    period: periodOf(row),
    finished: isFinished(row, today),
    seat: row.venue && presentVenue(row.venue, language),
    runBy: runBy(row),
    projects: distinctLinks(projects),
    clubs: distinctLinks(row.clubs),
    districts: distinctLinks(row.districts.map(({ district }) => district)),
    openTo: textIn(row.openTo, language),
    audiences: row.audiences,
    editions: row.editions.map((edition) => ({
      name: titleIn(edition.name, language).text,
      size: edition.size,
      stages: edition.stages.map((stage) => titleIn(stage.name, language).text),
    })),
    groups: row.groups.map((group) => titleIn(group.name, language).text),
    fund: [...new Set(projects.flatMap(({ fundLines }) => fundLines))],
    sample: row.isSample,
  }
}

function periodOf({ startsOn, endsOn, funding }: ProgramRow): PlaceInWhole['period'] {
  if (!startsOn || !endsOn) return null
  return { from: dayOf(startsOn), to: dayOf(endsOn), exact: funding.every(({ part }) => part.project.datesExact) }
}

/** Its operator; where none is named, those who carry out the projects that pay for it. */
function runBy({ operator, funding }: ProgramRow): PlaceInWhole['runBy'] {
  if (operator) return [{ ...operator, role: 'OPERATOR' }]
  const implementers = funding
    .flatMap(({ part }) => part.project.organisations)
    .filter(({ role }) => role === 'IMPLEMENTER')
    .map(({ organisation }) => organisation)
  return distinctLinks(implementers).map(({ slug, name }) => ({ slug, name, role: 'IMPLEMENTER' }))
}

export function presentProgramManaged(row: ProgramForEditing, id: string, mayChange: boolean): ProgramManaged {
  const { name, slug, municipalityId, operatorId, venueId, openness, audiences, districts, funding } = row
  return {
    ...headOf(row, id, mayChange),
    name,
    slug,
    operatorId,
    venueId,
    openness,
    audiences,
    cityId: municipalityId,
    startsOn: dayOrNull(row.startsOn),
    endsOn: dayOrNull(row.endsOn),
    openTo: textsIn(row.openTo),
    description: textsIn(row.description),
    remindDaysBefore: row.remindDaysBefore,
    remindAt: row.remindAt,
    quietFrom: row.quietFrom,
    quietTo: row.quietTo,
    districtIds: districts.map(({ districtId }) => districtId),
    funding: funding.map(({ partId, startsOn, endsOn }) => ({
      partId,
      startsOn: dayOf(startsOn),
      endsOn: dayOf(endsOn),
    })),
    clubs: row.clubs.map(inProgram),
    editions: row.editions.map(inProgram),
    groups: row.groups.map(inProgram),
    names: Object.fromEntries([
      [municipalityId, row.municipality.name],
      ...(operatorId !== null && row.operator ? [[operatorId, row.operator.name]] : []),
      ...(venueId !== null && row.venue ? [[venueId, row.venue.name]] : []),
      ...districts.map(({ districtId, district }) => [districtId, district.name]),
      ...funding.map(({ partId, part }) => [partId, partName(part)]),
    ]),
  }
}

/** "Aktywnie dla Gliwic: 9.1.5 Programy aktywnej integracji"; a project of one part without a name is called like itself. */
export const partName = ({ code, name, project }: ProgramForEditing['funding'][number]['part']): string =>
  [project.name, [code, name].filter((word) => word !== '').join(' ')].filter((word) => word !== '').join(': ')

/** Clubs have a name, editions and groups a text by language. */
export const inProgram = ({
  id,
  name,
  archivedAt,
}: {
  readonly id: string
  readonly name: unknown
  readonly archivedAt: Date | null
}) => ({ id, name: typeof name === 'string' ? name : titleIn(name, 'pl').text, archived: archivedAt !== null })
