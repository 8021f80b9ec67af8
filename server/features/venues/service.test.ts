import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { everywhere, roomInput, venueInput } from '../../db/testing/inputs.ts'
import { insertSession, seedSession } from '../../db/testing/seed-session.ts'
import { writer } from '../../db/write.ts'
import { createCity } from '../organisations/service.ts'
import { presentVenue } from './present.ts'
import { findVenue } from './repository.ts'
import { changeRoom, changeVenue, createRoom, createVenue, mergeVenues, type VenueInput } from './service.ts'

const database = await freshDatabase()
const write = writer(database)
const today = '2026-11-23'
const now = new Date('2026-11-20T11:00:00Z')
const merging = { rehearse: false, now, seen: {} } as const

/** A venue as it is, and an edit of it. */
const inputOf = async (id: string, more: Partial<VenueInput> = {}): Promise<VenueInput> => {
  const select = { slug: true, municipalityId: true } as const
  const { slug, municipalityId } = await database.prisma.venue.findUniqueOrThrow({ where: { id }, select })
  return { ...venueInput(slug, municipalityId), ...more }
}
const change = async (id: string, more: Partial<VenueInput>): Promise<void> => {
  const { version } = await database.prisma.venue.findUniqueOrThrow({ where: { id }, select: { version: true } })
  await changeVenue(write, { id, version }, await inputOf(id, more), everywhere, today)
}
const create = async (input: VenueInput) => createVenue(write, input, everywhere, today)
const sequence = async (session: string) =>
  (await database.prisma.sessionFace.findUniqueOrThrow({ where: { sessionId: session }, select: { sequence: true } })).sequence
const view = async (slug: string) => {
  const row = await findVenue(database, slug, now)
  return row && presentVenue(row, 'pl')
}

describe('a venue', () => {
  it('that is corrected raises every session that shows it, once, and keeps its former address name', async () => {
    const { venue, session } = await seedSession(database.pool)
    const { slug } = await inputOf(venue)
    await change(venue, { address: 'ul. Zmyślona 3' })
    expect(await sequence(session)).toBe(1)
    await change(venue, { address: 'ul. Zmyślona 3' })
    expect(await sequence(session)).toBe(1)
    await change(venue, { address: 'ul. Zmyślona 3', slug: `${slug}-nowa` })
    expect(await view(slug)).toMatchObject({ slug: `${slug}-nowa`, address: 'ul. Zmyślona 3' })
  })

  it('says of its building what somebody saw, and when', async () => {
    const { venue, session } = await seedSession(database.pool)
    const fact = { fact: 'STEP_FREE_ENTRANCE', value: 'yes', checkedOn: '2026-11-20', note: null } as const
    await change(venue, { accessibility: [fact] })
    await change(venue, { accessibility: [{ ...fact, value: 'no' }] })
    const { slug } = await inputOf(venue)
    expect((await view(slug))?.accessibility[0]).toEqual({ ...fact, value: 'no' })
    expect(await sequence(session)).toBe(2)
    for (const checkedOn of [null, '2026-11-24', '2026-02-30'])
      await expect(change(venue, { accessibility: [{ ...fact, checkedOn }] })).rejects.toMatchObject({
        details: { issues: [{ name: 'accessibility.0.checkedOn' }] },
      })
    await change(venue, { accessibility: [] })
    expect((await view(slug))?.accessibility[0]).toMatchObject({ value: 'unknown', checkedOn: null })
  })

  it.each([
    ['an address of two lines', { address: 'ul. Zmyślona 1\r\nX-EVIL:1' }, 'address'],
    ['directions without Polish', { directions: { pl: '', en: 'Left' } }, 'directions.pl'],
    ['directions of 20,001 characters', { directions: { pl: 'x'.repeat(20_001) } }, 'directions.pl'],
    ['hours that end before they begin', { hours: [{ weekday: 1, opens: '16:00', closes: '08:00' }] }, 'hours.0.closes'],
    [
      'hours that meet',
      {
        hours: [
          { weekday: 1, opens: '08:00', closes: '12:00' },
          { weekday: 1, opens: '11:00', closes: '00:00' },
        ],
      },
      'hours.1.closes',
    ],
  ] as const)('has not %s', async (_what, wrong, name) => {
    const { venue } = await seedSession(database.pool)
    await expect(change(venue, wrong)).rejects.toMatchObject({ status: 422, details: { issues: [{ name }] } })
  })

  it('does not have two rooms of one name', async () => {
    const { venue } = await seedSession(database.pool)
    await expect(createRoom(write, venue, roomInput('sala 2'))).rejects.toMatchObject({ code: 'already-there', status: 409 })
  })
})

describe('a room', () => {
  it('with other times of setting up and clearing is held longer by its sessions to come, unless two would meet then', async () => {
    const { venue, room, session, activity } = await seedSession(database.pool)
    const held = async () =>
      database.prisma.session.findUniqueOrThrow({ where: { id: session }, select: { occupiedFrom: true, occupiedTo: true } })
    const input = { ...roomInput('sala 2'), setupMinutes: 15, clearMinutes: 30 }
    await changeRoom(write, { id: room, version: 1 }, input, now, {})
    expect(await held()).toEqual({
      occupiedFrom: new Date('2026-11-23T15:45:00Z'),
      occupiedTo: new Date('2026-11-23T18:30:00Z'),
    })
    await database.pool.query(insertSession.replaceAll("'19:00:00'", "'22:00:00'"), [
      activity,
      venue,
      room,
      '2026-11-23T20:00:00',
    ])
    const longer = changeRoom(write, { id: room, version: 2 }, { ...input, clearMinutes: 90 }, now, {})
    await expect(longer).rejects.toMatchObject({
      code: 'rooms-meet',
      details: {
        meetings: [{ room: 'sala 2', one: { id: session, title: 'Naprawiamy rowery' }, other: { start: '2026-11-23T20:00:00' } }],
      },
    })
    expect((await held()).occupiedTo).toEqual(new Date('2026-11-23T18:30:00Z'))
  })
})

describe('two venues that turn out to be one', () => {
  it('become one: sessions, rooms and both names go on', async () => {
    const { venue, session } = await seedSession(database.pool)
    await change(venue, { name: 'ul. Kolarza 10b', aliases: ['Kolarza 10 b'] })
    const from = await inputOf(venue)
    const into = await create({ ...from, slug: `${from.slug}-2`, name: 'ul. Kotlarza 10b' })
    const before = await sequence(session)
    const rehearsed = await mergeVenues(write, venue, into.id, { ...merging, rehearse: true })
    expect(rehearsed.moved).toEqual([
      { what: 'sessions', count: 1 },
      { what: 'rooms', count: 1 },
    ])
    expect(await view(from.slug)).toMatchObject({ name: 'ul. Kolarza 10b' })
    expect(await mergeVenues(write, venue, into.id, merging)).toEqual(rehearsed)
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

  it('have one room of a name that both had, unless two sessions would hold it at once; those are named', async () => {
    const { venue, session, room } = await seedSession(database.pool)
    const other = await seedSession(database.pool)
    const { municipalityId } = await database.prisma.venue.findUniqueOrThrow({
      where: { id: venue },
      select: { municipalityId: true },
    })
    await database.prisma.venue.update({ where: { id: other.venue }, data: { municipalityId } })
    await expect(mergeVenues(write, venue, other.venue, merging)).rejects.toMatchObject({
      code: 'rooms-meet',
      details: { meetings: [{ room: 'sala 2' }] },
    })
    await database.prisma.session.update({
      where: { id: other.session },
      data: { status: 'CANCELLED', cancelledAt: now },
    })
    expect((await mergeVenues(write, venue, other.venue, merging)).moved).toContainEqual({ what: 'roomsMerged', count: 1 })
    const held = await database.prisma.session.findUniqueOrThrow({ where: { id: session }, select: { roomId: true } })
    expect(held.roomId).toBe(other.room)
    expect(await database.prisma.room.count({ where: { id: room } })).toBe(0)
  })

  it('stay two where cities differ', async () => {
    const { venue } = await seedSession(database.pool)
    const from = await inputOf(venue)
    const city = await createCity(write, { slug: 'gdansk', name: 'Gdańsk', voivodeship: 'pomorskie' })
    const far = await create({ ...from, slug: 'daleko', cityId: city.id })
    await expect(mergeVenues(write, venue, far.id, merging)).rejects.toMatchObject({ status: 422 })
    await expect(mergeVenues(write, venue, venue, merging)).rejects.toMatchObject({ status: 404 })
  })
})
