import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedSession } from '../../db/testing/seed-session.ts'
import { writer } from '../../db/write.ts'
import { createCity } from '../organisations/service.ts'
import { presentVenue } from './present.ts'
import { findVenue } from './repository.ts'
import { addRoom, addVenueAlias, changeVenue, createVenue, mergeVenues, recordFact, type VenueInput } from './service.ts'

const database = await freshDatabase()
const write = writer(database)
const today = '2026-11-23'

const inputOf = async (id: string, more: Partial<VenueInput> = {}): Promise<VenueInput> => {
  const select = { slug: true, name: true, municipalityId: true, districtId: true, organisationId: true, address: true } as const
  const row = await database.prisma.venue.findUniqueOrThrow({ where: { id }, select })
  return { ...row, position: null, directions: null, ...more }
}
const sequence = async (session: string) =>
  (await database.prisma.sessionFace.findUniqueOrThrow({ where: { sessionId: session }, select: { sequence: true } })).sequence
const view = async (slug: string) => {
  const row = await findVenue(database, slug)
  return row && presentVenue(row, 'pl')
}

describe('a venue', () => {
  it('that is corrected raises every session that shows it, once, and keeps its former address name', async () => {
    const { venue, session } = await seedSession(database.pool)
    const before = await inputOf(venue)
    await changeVenue(write, venue, { ...before, address: 'ul. Zmyślona 3' })
    expect(await sequence(session)).toBe(1)
    await changeVenue(write, venue, { ...before, address: 'ul. Zmyślona 3' })
    expect(await sequence(session)).toBe(1)
    await changeVenue(write, venue, { ...before, address: 'ul. Zmyślona 3', slug: `${before.slug}-nowa` })
    expect(await view(before.slug)).toMatchObject({ slug: `${before.slug}-nowa`, address: 'ul. Zmyślona 3' })
  })

  it('says of its building what somebody saw, and when', async () => {
    const { venue, session } = await seedSession(database.pool)
    const fact = { fact: 'STEP_FREE_ENTRANCE', value: 'YES', checkedOn: '2026-11-20', note: null } as const
    await recordFact(write, venue, fact, today)
    await recordFact(write, venue, { ...fact, value: 'NO' }, today)
    const { slug } = await inputOf(venue)
    expect((await view(slug))?.accessibility[0]).toEqual({
      fact: 'STEP_FREE_ENTRANCE',
      value: 'no',
      checkedOn: '2026-11-20',
      note: null,
    })
    expect(await sequence(session)).toBe(2)
    for (const checkedOn of [null, '2026-11-24', '2026-02-30'])
      await expect(recordFact(write, venue, { ...fact, checkedOn }, today)).rejects.toMatchObject({ status: 422 })
  })

  it.each([
    ['an address of two lines', { address: 'ul. Zmyślona 1\r\nX-EVIL:1' }],
    ['a place outside the world', { position: { latitude: 91, longitude: 18 } }],
    ['a place that is no number', { position: { latitude: Number.NaN, longitude: 18 } }],
    ['directions without Polish', { directions: { pl: '', en: 'Left' } }],
    ['directions of 20,001 characters', { directions: { pl: 'x'.repeat(20_001) } }],
  ] as const)('has not %s', async (_what, wrong) => {
    const { venue } = await seedSession(database.pool)
    await expect(changeVenue(write, venue, await inputOf(venue, wrong))).rejects.toMatchObject({ status: 422 })
  })

  it('does not have two rooms of one name', async () => {
    const { venue } = await seedSession(database.pool)
    const hall = { name: 'sala 2', capacity: 10, stepFree: 'YES', setupMinutes: 0, clearMinutes: 0 } as const
    await expect(addRoom(write, venue, hall)).rejects.toMatchObject({ code: 'already-there', status: 409 })
    await expect(addRoom(write, venue, { ...hall, name: 'sala 3', capacity: 0 })).rejects.toMatchObject({ status: 422 })
  })
})

describe('two venues that turn out to be one', () => {
  it('become one: sessions, rooms and both names go on', async () => {
    const { venue, session } = await seedSession(database.pool)
    const from = await inputOf(venue, { name: 'ul. Kolarza 10b' })
    await changeVenue(write, venue, from)
    await addVenueAlias(write, venue, 'Kolarza 10 b')
    const into = await createVenue(write, { ...from, slug: `${from.slug}-2`, name: 'ul. Kotlarza 10b' })
    const before = await sequence(session)
    await mergeVenues(write, venue, into.id)
    expect(await view(from.slug)).toMatchObject({
      slug: `${from.slug}-2`,
      name: 'ul. Kotlarza 10b',
      aliases: ['Kolarza 10 b', 'ul. Kolarza 10b'],
      rooms: [{ name: 'sala 2' }],
    })
    expect(await sequence(session)).toBe(before + 1)
    const moved = await database.prisma.session.findUniqueOrThrow({ where: { id: session }, select: { venueId: true } })
    expect(moved.venueId).toBe(into.id)
  })

  it('stay two where rooms would be confused or cities differ', async () => {
    const { venue } = await seedSession(database.pool)
    const from = await inputOf(venue)
    const twin = await createVenue(write, { ...from, slug: `${from.slug}-2` })
    await addRoom(write, twin.id, { name: 'sala 2', capacity: null, stepFree: 'YES', setupMinutes: 0, clearMinutes: 0 })
    await expect(mergeVenues(write, venue, twin.id)).rejects.toMatchObject({ code: 'already-there' })
    const city = await createCity(write, { slug: 'gdansk', name: 'Gdańsk', voivodeship: 'pomorskie' })
    const far = await createVenue(write, { ...from, slug: 'daleko', municipalityId: city.id })
    await expect(mergeVenues(write, venue, far.id)).rejects.toMatchObject({ status: 422 })
    await expect(mergeVenues(write, venue, venue)).rejects.toMatchObject({ status: 404 })
  })
})
