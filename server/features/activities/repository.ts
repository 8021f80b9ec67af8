import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { findBySlug } from '../../db/slugs.ts'
import { joinSelect, publicActivity } from '../clubs/repository.ts'
import { linkSelect } from '../organisations/repository.ts'
import { fundSelect } from '../projects/repository.ts'

/** What an activity says of itself in public. */
export const activitySelect = {
  kind: true,
  audiences: true,
  languages: true,
  title: true,
  description: true,
  host: true,
  planB: true,
  meetingPoint: true,
  bring: true,
  isFree: true,
  costText: true,
  careSeats: true,
  signLanguage: true,
  easyToRead: true,
  inductionLoop: true,
  contactPhone: true,
  contactEmail: true,
  contactHours: true,
  enrolment: true,
  capacity: true,
  slotMinutes: true,
  eligibility: true,
  schedule: true,
} as const satisfies Prisma.ActivitySelect

export type ActivityRow = Prisma.ActivityGetPayload<{ select: typeof activitySelect }>

/** What a series stands in: whose it is, and which money pays for it when. */
export const surroundingsSelect = {
  slug: true,
  title: true,
  isSample: true,
  club: { select: { ...linkSelect, district: { select: linkSelect } } },
  program: {
    select: {
      ...linkSelect,
      municipality: { select: linkSelect },
      funding: { select: { startsOn: true, endsOn: true, part: { select: { project: { select: fundSelect } } } } },
    },
  },
} as const satisfies Prisma.SeriesSelect

const seriesSelect = (now: Date) =>
  ({
    ...surroundingsSelect,
    activities: {
      select: {
        ...activitySelect,
        ...joinSelect(now),
        venue: { select: { ...linkSelect, district: { select: linkSelect } } },
        district: { select: linkSelect },
      },
      where: publicActivity,
      orderBy: { position: 'asc' },
    },
  }) as const satisfies Prisma.SeriesSelect

export type SeriesRow = Prisma.SeriesGetPayload<{ select: ReturnType<typeof seriesSelect> }>

/** A series that residents may see something of; an ended one stays. */
export function findSeries({ prisma }: Pick<Database, 'prisma'>, slug: string, now: Date): Promise<SeriesRow | null> {
  return findBySlug(prisma, 'SERIES', slug, (where) =>
    prisma.series.findUnique({ where: { ...where, activities: { some: publicActivity } }, select: seriesSelect(now) }),
  )
}

const meets = { some: { activity: publicActivity, removedAt: null } } as const satisfies Prisma.SessionListRelationFilter

const citySelect = {
  ...linkSelect,
  districts: {
    select: linkSelect,
    where: {
      archivedAt: null,
      OR: [
        { programs: { some: {} } },
        { clubs: { some: {} } },
        { venues: { some: { sessions: meets } } },
        { activities: { some: publicActivity } },
      ],
    },
    orderBy: { name: 'asc' },
  },
  venues: {
    select: linkSelect,
    where: { archivedAt: null, OR: [{ programs: { some: {} } }, { clubs: { some: {} } }, { sessions: meets }] },
    orderBy: { name: 'asc' },
  },
  programs: {
    select: {
      ...linkSelect,
      endsOn: true,
      isSample: true,
      clubs: { select: { ...linkSelect, district: { select: { slug: true } } }, where: { archivedAt: null } },
      funding: { select: { part: { select: { project: { select: linkSelect } } } }, orderBy: { startsOn: 'asc' }, take: 1 },
    },
    where: { archivedAt: null },
    orderBy: { name: 'asc' },
  },
} as const satisfies Prisma.MunicipalitySelect

export type CityRow = Prisma.MunicipalityGetPayload<{ select: typeof citySelect }>

/** Cities that have a program, with what can be chosen in each. */
export function findCities({ prisma }: Pick<Database, 'prisma'>): Promise<CityRow[]> {
  return prisma.municipality.findMany({
    where: { archivedAt: null, programs: { some: {} } },
    select: citySelect,
    orderBy: { name: 'asc' },
  })
}

export type OfferRow = { readonly city: string; readonly kind: string; readonly audiences: readonly string[] }

/** Kinds and audiences that some session which residents may see has, by city. */
export function findOffers({ prisma }: Pick<Database, 'prisma'>): Promise<OfferRow[]> {
  return prisma.$queryRaw<OfferRow[]>`
    SELECT DISTINCT city.slug AS city, a.kind::text AS kind, a.audiences::text[] AS audiences
    FROM "Activity" a
    JOIN "Series" series ON series.id = a."seriesId"
    JOIN "Program" program ON program.id = series."programId"
    JOIN "Municipality" city ON city.id = program."municipalityId"
    WHERE a.status = 'PUBLISHED' AND NOT a."isDiscreet"
      AND EXISTS (SELECT FROM "Session" s WHERE s."activityId" = a.id AND s."removedAt" IS NULL)`
}
