import type { LocalDay } from '#shared/time/when.ts'
import { Prisma } from '#server/db/generated/client.ts'
import type { Tx } from '#server/db/write.ts'
import { idOf } from './ids.ts'
import type { Nouns, Program, Project, Texts, Venue } from './shapes.ts'

/** What the rows of a layer need to know beside what is written down. */
export type Layer = {
  readonly isSample: boolean
  /** The id of a city or district by slug: those that the database has already are used as they are. */
  readonly placeId: (kind: 'city' | 'district', slug: string) => string
}

/** A text as a column: absent is SQL's NULL. */
export const textColumn = (text: Texts | undefined): Prisma.InputJsonValue | typeof Prisma.DbNull => text ?? Prisma.DbNull

/** A day as a `date` column. */
export const dayColumn = (day: LocalDay): Date => new Date(`${day}T00:00:00Z`)

const orNull = <T>(value: T | undefined): T | null => value ?? null

/** Inserts all nouns of a layer, in the order of their references. Rows that are there already stay as they are. */
export async function insertNouns(tx: Tx, nouns: Nouns, layer: Layer): Promise<void> {
  const skipDuplicates = true
  const { isSample, placeId } = layer
  await tx.municipality.createMany({
    skipDuplicates,
    data: nouns.cities.map(({ slug, name, voivodeship }) => ({ id: placeId('city', slug), slug, name, voivodeship })),
  })
  await tx.district.createMany({ skipDuplicates, data: nouns.cities.flatMap((city) => districtRows(city, placeId)) })
  await tx.organisation.createMany({
    skipDuplicates,
    data: nouns.organisations.map(({ slug, name, kind, city, address, description }) => ({
      id: idOf('organisation', slug),
      slug,
      name,
      kind,
      municipalityId: city === undefined ? null : placeId('city', city),
      address: orNull(address),
      description: textColumn(description),
      isSample,
    })),
  })
  await insertVenues(tx, nouns.venues, layer)
  await insertProjects(tx, nouns.projects, layer)
  await insertPrograms(tx, nouns.programs, layer)
}

function districtRows({ slug: city, districts }: Nouns['cities'][number], placeId: Layer['placeId']) {
  return Object.entries(districts).map(([short, name]) => {
    const slug = `${city}-${short}`
    return { id: placeId('district', slug), municipalityId: placeId('city', city), slug, name }
  })
}

async function insertVenues(tx: Tx, venues: readonly Venue[], { isSample, placeId }: Layer): Promise<void> {
  const skipDuplicates = true
  await tx.venue.createMany({
    skipDuplicates,
    data: venues.map(({ slug, name, city, district, organisation, address, directions }) => ({
      id: idOf('venue', slug),
      slug,
      name,
      municipalityId: placeId('city', city),
      districtId: district === undefined ? null : placeId('district', district),
      organisationId: organisation === undefined ? null : idOf('organisation', organisation),
      address,
      directions: textColumn(directions),
      isSample,
    })),
  })
  await tx.venueAlias.createMany({
    skipDuplicates,
    data: venues.flatMap(({ slug, aliases = [] }) => aliases.map((text) => ({ venueId: idOf('venue', slug), text }))),
  })
  await tx.venueAccessibility.createMany({ skipDuplicates, data: venues.flatMap(accessibilityRows) })
  await tx.room.createMany({
    skipDuplicates,
    data: venues.flatMap(({ slug, rooms = [] }) =>
      rooms.map(({ name, ...room }) => ({ id: idOf('room', slug, name), venueId: idOf('venue', slug), name, ...room })),
    ),
  })
}

function accessibilityRows({ slug, facts = {} }: Venue): Prisma.VenueAccessibilityCreateManyInput[] {
  return Object.entries(facts).map(([fact, { value, checkedOn, note }]) => ({
    venueId: idOf('venue', slug),
    fact: fact as keyof NonNullable<Venue['facts']>,
    value,
    checkedOn: checkedOn === undefined ? null : dayColumn(checkedOn),
    note: textColumn(note),
  }))
}

async function insertProjects(tx: Tx, projects: readonly Project[], { isSample, placeId }: Layer): Promise<void> {
  const skipDuplicates = true
  await tx.project.createMany({
    skipDuplicates,
    data: projects.map((project) => ({
      id: idOf('project', project.slug),
      slug: project.slug,
      name: project.name,
      municipalityId: project.city === undefined ? null : placeId('city', project.city),
      startsOn: dayColumn(project.startsOn),
      endsOn: dayColumn(project.endsOn),
      datesExact: project.datesExact ?? true,
      fundLines: [...project.fundLines],
      valueTotal: orNull(project.valueTotal),
      grantTotal: orNull(project.grantTotal),
      grantEu: orNull(project.grantEu),
      grantNational: orNull(project.grantNational),
      peopleTarget: orNull(project.people?.target),
      peopleAbout: project.people?.about ?? false,
      peopleNote: textColumn(project.people?.note),
      description: textColumn(project.description),
      sourceNote: orNull(project.sourceNote),
      fundSentence: textColumn(project.fundSentence),
      isSample,
    })),
  })
  await tx.projectOrganisation.createMany({
    skipDuplicates,
    data: projects.flatMap(({ slug, organisations }) =>
      organisations.map(([organisation, role]) => ({
        projectId: idOf('project', slug),
        organisationId: idOf('organisation', organisation),
        role,
      })),
    ),
  })
  await tx.projectEvent.createMany({ skipDuplicates, data: projects.flatMap(eventRows) })
  await tx.recruitmentCall.createMany({ skipDuplicates, data: projects.flatMap(callRows) })
  await tx.priorityCriterion.createMany({ skipDuplicates, data: projects.flatMap(criterionRows) })
  await tx.projectPart.createMany({ skipDuplicates, data: projects.flatMap(partRows) })
  await tx.indicatorTarget.createMany({ skipDuplicates, data: projects.flatMap(indicatorRows) })
  await tx.supportForm.createMany({ skipDuplicates, data: projects.flatMap(supportRows) })
}

function eventRows({ slug, events = [] }: Project): Prisma.ProjectEventCreateManyInput[] {
  return events.map(({ from, to, whenText, text, people }, n) => ({
    id: idOf('event', slug, n),
    projectId: idOf('project', slug),
    startsOn: dayColumn(from),
    endsOn: to === undefined ? null : dayColumn(to),
    whenText: textColumn(whenText),
    text,
    people: orNull(people),
  }))
}

const callId = (project: string, position: number): string => idOf('call', project, position)

function callRows({ slug, calls = [] }: Project): Prisma.RecruitmentCallCreateManyInput[] {
  return calls.map(({ name }, position) => ({ id: callId(slug, position), projectId: idOf('project', slug), position, name }))
}

function criterionRows({ slug, calls = [] }: Project): Prisma.PriorityCriterionCreateManyInput[] {
  return calls.flatMap(({ criteria = [] }, call) =>
    criteria.map((text, position) => ({
      id: idOf('criterion', slug, call, position),
      callId: callId(slug, call),
      position,
      text,
    })),
  )
}

const partId = (project: string, position: number): string => idOf('part', project, position)

function partRows({ slug, parts }: Project): Prisma.ProjectPartCreateManyInput[] {
  return parts.map(({ code, name, value, eu, audience }, position) => ({
    id: partId(slug, position),
    projectId: idOf('project', slug),
    position,
    code,
    name,
    value: orNull(value),
    eu: orNull(eu),
    audience: textColumn(audience),
  }))
}

function indicatorRows({ slug, parts }: Project): Prisma.IndicatorTargetCreateManyInput[] {
  return parts.flatMap(({ indicators = [] }, part) =>
    indicators.map(({ denominator, sex, ...indicator }, position) => ({
      ...indicator,
      id: idOf('indicator', slug, part, position),
      partId: partId(slug, part),
      position,
      sex: orNull(sex),
      denominator: textColumn(denominator),
    })),
  )
}

function supportRows({ slug, parts }: Project): Prisma.SupportFormCreateManyInput[] {
  return parts.flatMap(({ support = {} }, part) =>
    Object.entries(support)
      .flatMap(([group, names]) => names.map((name) => ({ group, name })))
      .map(({ group, name }, position) => ({
        id: idOf('support', slug, part, position),
        partId: partId(slug, part),
        position,
        group,
        name,
      })),
  )
}

async function insertPrograms(tx: Tx, programs: readonly Program[], layer: Layer): Promise<void> {
  const skipDuplicates = true
  await tx.program.createMany({ skipDuplicates, data: programs.map((program) => programRow(program, layer)) })
  await tx.programDistrict.createMany({
    skipDuplicates,
    data: programs.flatMap(({ slug, districts = [] }) =>
      districts.map((district) => ({ programId: idOf('program', slug), districtId: layer.placeId('district', district) })),
    ),
  })
  await tx.programFunding.createMany({
    skipDuplicates,
    data: programs.flatMap(({ slug, funding }) =>
      funding.map(({ project, part, from, to }) => ({
        programId: idOf('program', slug),
        partId: partId(project, part),
        startsOn: dayColumn(from),
        endsOn: dayColumn(to),
      })),
    ),
  })
  await tx.club.createMany({ skipDuplicates, data: programs.flatMap((program) => clubRows(program, layer)) })
  await tx.edition.createMany({
    skipDuplicates,
    data: programs.flatMap(({ slug, editions = [] }) =>
      editions.map(({ name, size }, n) => ({
        id: idOf('edition', slug, n),
        programId: idOf('program', slug),
        number: n + 1,
        name,
        size: orNull(size),
      })),
    ),
  })
  await tx.stage.createMany({
    skipDuplicates,
    data: programs.flatMap(({ slug, editions = [] }) =>
      editions.flatMap(({ stages }, edition) =>
        stages.map((name, position) => ({
          id: idOf('stage', slug, edition, position),
          editionId: idOf('edition', slug, edition),
          position,
          name,
        })),
      ),
    ),
  })
  await tx.group.createMany({
    skipDuplicates,
    data: programs.flatMap(({ slug, groups = [] }) =>
      groups.map(({ name, size }, position) => ({
        id: idOf('group', slug, position),
        programId: idOf('program', slug),
        position,
        name,
        size: orNull(size),
      })),
    ),
  })
}

function programRow(program: Program, { isSample, placeId }: Layer): Prisma.ProgramCreateManyInput {
  const { slug, name, city, operator, venue, startsOn, endsOn, openness, openTo, audiences, description } = program
  return {
    id: idOf('program', slug),
    slug,
    name,
    municipalityId: placeId('city', city),
    operatorId: operator === undefined ? null : idOf('organisation', operator),
    venueId: venue === undefined ? null : idOf('venue', venue),
    startsOn: dayColumn(startsOn),
    endsOn: dayColumn(endsOn),
    openness,
    openTo: textColumn(openTo),
    audiences: [...audiences],
    description: textColumn(description),
    isSample,
  }
}

function clubRows({ slug: program, clubs = [] }: Program, { isSample, placeId }: Layer): Prisma.ClubCreateManyInput[] {
  return clubs.map(({ slug, name, district, venue, audiences, description, openTo }) => ({
    id: idOf('club', slug),
    slug,
    name,
    programId: idOf('program', program),
    districtId: district === undefined ? null : placeId('district', district),
    venueId: venue === undefined ? null : idOf('venue', venue),
    audiences: [...audiences],
    description: textColumn(description),
    openTo: textColumn(openTo),
    isSample,
  }))
}
