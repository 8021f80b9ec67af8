import type { Clock } from './clock.ts'
import type { Database } from './db/client.ts'
import { findBySlug } from './db/slugs.ts'
import { findSeries } from './features/activities/repository.ts'
import { opensDoor } from './features/attendance/door-service.ts'
import { findSession } from './features/sessions/repository.ts'
import { isSessionId } from './features/sessions/rules.ts'
import { opensSignUp } from './features/sign-ups/service.ts'
import type { PageExists, PageSubject } from './http/pages.ts'

const id = { id: true } as const

/** Which pages there are: as many as the JSON interface answers about, former names included. */
export function pageExistence(database: Database, clock: Clock): PageExists {
  const { prisma } = database
  const findOf: Readonly<
    Record<Exclude<PageSubject['kind'], 'fixed' | 'panel' | 'session' | 'manage' | 'door'>, (slug: string) => Promise<unknown>>
  > = {
    city: (slug) => findBySlug(prisma, 'CITY', slug, (where) => prisma.municipality.findUnique({ where, select: id })),
    organisations: (slug) =>
      findBySlug(prisma, 'ORGANISATION', slug, (where) => prisma.organisation.findUnique({ where, select: id })),
    projects: (slug) => findBySlug(prisma, 'PROJECT', slug, (where) => prisma.project.findUnique({ where, select: id })),
    programs: (slug) => findBySlug(prisma, 'PROGRAM', slug, (where) => prisma.program.findUnique({ where, select: id })),
    clubs: (slug) => findBySlug(prisma, 'CLUB', slug, (where) => prisma.club.findUnique({ where, select: id })),
    districts: (slug) => findBySlug(prisma, 'DISTRICT', slug, (where) => prisma.district.findUnique({ where, select: id })),
    venues: (slug) => findBySlug(prisma, 'VENUE', slug, (where) => prisma.venue.findUnique({ where, select: id })),
    series: (slug) => findSeries(database, slug, clock()),
  }
  return async (subject) => {
    if (subject.kind === 'fixed' || subject.kind === 'panel') return true
    if (subject.kind === 'session') return isSessionId(subject.id) && (await findSession(database, subject.id)) !== null
    if (subject.kind === 'manage') return opensSignUp(database, subject.token)
    if (subject.kind === 'door') return opensDoor(database, subject.token, clock())
    return (await findOf[subject.kind](subject.slug)) !== null
  }
}
