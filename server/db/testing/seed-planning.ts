import { randomUUID } from 'node:crypto'
import type { Actor, Grant } from '../../actor.ts'
import type { Database } from '../client.ts'

export type Planner = {
  readonly organisation: string
  readonly program: string
  readonly club: string
  readonly venue: string
  readonly room: string
  readonly otherRoom: string
}

/** An organisation that runs a program with a club, in a house with two rooms that take 15 minutes before and after. */
export async function seedOrganiser({ prisma }: Pick<Database, 'prisma'>, name: string): Promise<Planner> {
  const mark = `${name}-${randomUUID().slice(0, 6)}`
  const city = await prisma.municipality.create({ data: { slug: mark, name: 'Gliwice', voivodeship: 'slaskie' } })
  const organisation = await prisma.organisation.create({
    data: { slug: mark, name, kind: 'NGO', municipalityId: city.id },
  })
  const program = await prisma.program.create({
    data: {
      slug: mark,
      name: `Program ${name}`,
      municipalityId: city.id,
      operatorId: organisation.id,
      openness: 'CITY',
      audiences: [],
    },
  })
  const club = await prisma.club.create({ data: { slug: mark, name: `Klub ${name}`, programId: program.id, audiences: [] } })
  const venue = await prisma.venue.create({
    data: { slug: mark, name: 'Świetlica', municipalityId: city.id, organisationId: organisation.id, address: 'ul. Zmyślona 1' },
  })
  const [room, otherRoom] = await Promise.all(
    ['sala 1', 'sala 2'].map((called) =>
      prisma.room.create({ data: { venueId: venue.id, name: called, setupMinutes: 15, clearMinutes: 15, capacity: 20 } }),
    ),
  )
  return {
    organisation: organisation.id,
    program: program.id,
    club: club.id,
    venue: venue.id,
    room: room!.id,
    otherRoom: otherRoom!.id,
  }
}

/** Somebody with an account in the database, as `serveAs` takes them. */
export async function seedActor(
  { prisma }: Pick<Database, 'prisma'>,
  name: string,
  grants: readonly (Pick<Grant, 'role' | 'scope'> & { readonly ownOnly?: boolean })[],
): Promise<Actor> {
  const email = `${randomUUID().slice(0, 8)}@example.pl`
  const { id: accountId } = await prisma.account.create({ data: { name, email } })
  for (const { role, scope, ownOnly = false } of grants)
    await prisma.roleGrant.create({
      data: { accountId, role, ownOnly, ...(scope.kind === 'everywhere' ? {} : { [`${scope.kind}Id`]: scope.id }) },
    })
  return { accountId, name, email, grants: grants.map((grant) => ({ ownOnly: false, ...grant })) }
}
