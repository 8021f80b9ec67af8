import { randomBytes, randomUUID } from 'node:crypto'
import type { Database } from '../client.ts'
import { seedAccount } from './seed-account.ts'

/**
 * An organisation with one of everything, in a city that all share. Every name of it is `tylko-` and its mark, so that a list that shows it to others is
 * found out. `addClosure`, `addDoorLink`, `addGrant`, `addInvitation` and `addTemplate` make one more of what a test takes away.
 */
export async function seedOrganisation({ prisma, pool }: Database, mark: string, publicUrl: string) {
  const { municipalityId, district } = await commonGround({ prisma })
  const id = { select: { id: true } } as const
  const name = `tylko-${mark}`
  const organisation = await prisma.organisation.create({ data: { slug: `o-${mark}`, name, kind: 'NGO', municipalityId }, ...id })
  const operatorId = organisation.id
  const project = await prisma.project.create({
    data: {
      slug: `p-${mark}`,
      name,
      municipalityId,
      startsOn: new Date('2026-01-01'),
      endsOn: new Date('2030-01-01'),
      organisations: { create: { organisationId: operatorId, role: 'IMPLEMENTER' } },
    },
    ...id,
  })
  const program = await prisma.program.create({
    data: { slug: `g-${mark}`, name, municipalityId, operatorId, openness: 'CITY', audiences: [] },
    ...id,
  })
  const part = await prisma.projectPart.create({
    data: { projectId: project.id, code: mark, position: 1, name },
    ...id,
  })
  await prisma.programFunding.create({
    data: { programId: program.id, partId: part.id, startsOn: new Date('2026-01-01'), endsOn: new Date('2030-01-01') },
    select: { partId: true },
  })
  const programId = program.id
  const club = await prisma.club.create({ data: { slug: `k-${mark}`, name, programId }, ...id })
  const edition = await prisma.edition.create({ data: { programId, number: 1, name: { pl: name } }, ...id })
  const group = await prisma.group.create({ data: { programId, name: { pl: name }, position: 1 }, ...id })
  const venue = await prisma.venue.create({
    data: { slug: `v-${mark}`, name, address: 'ul. Zmyślona 1', municipalityId, organisationId: operatorId },
    ...id,
  })
  const room = await prisma.room.create({ data: { venueId: venue.id, name: 'sala' }, ...id })
  const series = await prisma.series.create({ data: { slug: `s-${mark}`, title: { pl: name }, programId }, ...id })
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO "Activity" ("seriesId", position, status, title, kind, audiences, languages, enrolment, schedule, "venueId")
     VALUES ($1, 1, 'PUBLISHED', $2, 'WORKSHOP', '{}', '{pl}', 'OPEN', '{"kind": "picked", "zone": "Europe/Warsaw", "spans": []}', $3) RETURNING id`,
    [series.id, { pl: name }, venue.id],
  )
  const activity = rows[0]!.id
  const { rows: sessions } = await pool.query<{ id: string }>(
    `INSERT INTO "Session" ("activityId", "recurrenceId", "whenKind", "wallStart", "wallEnd", "startsAt", "endsAt", "occupiedFrom", "occupiedTo", "venueId", overrides)
     SELECT $1, s, 'TIMED', s, e, s::timestamp AT TIME ZONE 'Europe/Warsaw', e::timestamp AT TIME ZONE 'Europe/Warsaw', s::timestamp AT TIME ZONE 'Europe/Warsaw', e::timestamp AT TIME ZONE 'Europe/Warsaw', $2, '{}'
     FROM (SELECT to_char(now() + interval '3 days', 'YYYY-MM-DD') || 'T17:00:00' AS s, to_char(now() + interval '3 days', 'YYYY-MM-DD') || 'T18:00:00' AS e) AS span RETURNING id`,
    [activity, venue.id],
  )
  const batch = await prisma.editBatch.create({ data: { kind: 'import', name, at: new Date() }, ...id })
  const noRows = { activities: [], sessions: [] }
  const edit = await prisma.edit.create({
    data: { seriesId: series.id, kind: 'rename', at: new Date(), rows: noRows },
    ...id,
  })
  await prisma.edit.create({
    data: { seriesId: series.id, kind: 'import', at: new Date(), rows: noRows, batchId: batch.id },
    ...id,
  })
  const member = await seedAccount(pool, {
    name,
    grants: [{ role: 'DESK', scope: { kind: 'program', id: programId } }],
    publicUrl,
  })
  const login = await prisma.loginSession.findFirstOrThrow({ where: { accountId: member.accountId }, ...id })
  const hostFeed = await prisma.hostFeed.create({ data: { accountId: member.accountId, tokenHash: `hash-${mark}` }, ...id })
  const reading = await prisma.importReading.create({ data: { accountId: member.accountId, name, content: {} }, ...id })
  const source = await prisma.importSource.create({
    data: { name, url: 'http://127.0.0.1/a.ics', programId, kind: 'WORKSHOP' },
    ...id,
  })
  const person = await prisma.person.create({ data: { name, phone: '+48600000000' }, ...id })
  const code = mark.toUpperCase().repeat(7)
  const contactKey = `key-${mark}`
  const signUp = await prisma.signUp.create({
    data: {
      sessionId: sessions[0]!.id,
      personId: person.id,
      status: 'CONFIRMED',
      seats: 1,
      source: 'WEB',
      code,
      contactKey,
      noticeVersion: '2026-11-25',
      party: { create: { personId: person.id, position: 0 } },
    },
    ...id,
  })
  const shift = await prisma.shift.create({
    data: { sessionId: sessions[0]!.id, name: { pl: name }, fromMinutes: 0, minutes: 60, least: 1, most: 2 },
    ...id,
  })
  const volunteer = await prisma.person.create({ data: { name, phone: '+48600000001', bornBy: new Date('1990-01-01') }, ...id })
  await prisma.signUp.create({
    data: {
      sessionId: sessions[0]!.id,
      shiftId: shift.id,
      personId: volunteer.id,
      status: 'CONFIRMED',
      seats: 1,
      source: 'WEB',
      code: `${code.slice(1)}2`,
      contactKey: `shift-${mark}`,
      noticeVersion: '2026-11-25',
      party: { create: { personId: volunteer.id, position: 0 } },
    },
    ...id,
  })
  const addFact = async (): Promise<string> => {
    const of = { personId: volunteer.id, organisationId: operatorId, recordedById: member.accountId }
    return (await prisma.volunteerFact.create({ data: { ...of, kind: 'CLEARANCE', startsOn: new Date('2026-01-01') }, ...id })).id
  }
  const callback = await prisma.callback.create({
    data: { programId, name, phone: '+48600000000', createdAt: new Date(), createdById: member.accountId },
    ...id,
  })
  const addClosure = async (): Promise<string> => {
    const { rows: closures } = await pool.query<{ id: string }>(
      `INSERT INTO "Closure" ("venueId", "whenKind", "wallStart", "wallEnd", "startsAt", "endsAt", reason)
       VALUES ($1, 'ALL_DAY', '2030-01-01', '2030-01-01', '2029-12-31T23:00:00Z', '2030-01-01T23:00:00Z', $2) RETURNING id`,
      [venue.id, { pl: name }],
    )
    return closures[0]!.id
  }
  const addDoorLink = async (): Promise<string> => {
    const link = { sessionId: sessions[0]!.id, tokenHash: randomUUID(), createdAt: new Date(), createdById: member.accountId }
    return (await prisma.doorLink.create({ data: link, ...id })).id
  }
  const addTemplate = async (): Promise<string> =>
    (await prisma.template.create({ data: { name, programId, fields: {}, schedule: {} }, ...id })).id
  const addGrant = async (): Promise<string> => {
    await prisma.roleGrant.deleteMany({ where: { accountId: member.accountId, role: 'ORGANISER' } })
    return (await prisma.roleGrant.create({ data: { accountId: member.accountId, role: 'ORGANISER', programId }, ...id })).id
  }
  const addInvitation = async (): Promise<string> => {
    const invitation = await prisma.invitation.create({
      data: {
        email: `${randomUUID()}@example.pl`,
        name,
        language: 'pl',
        tokenHash: randomBytes(20),
        grants: [{ role: 'DESK', scope: { kind: 'program', id: programId }, ownOnly: false, endsOn: null }],
        sentAt: new Date(),
        expiresAt: new Date(Date.now() + 86_400_000),
        invitedById: member.accountId,
      },
      ...id,
    })
    return invitation.id
  }
  return {
    organisation: operatorId,
    project: project.id,
    program: programId,
    club: club.id,
    edition: edition.id,
    group: group.id,
    venue: venue.id,
    room: room.id,
    series: series.id,
    person: person.id,
    activity,
    shift: shift.id,
    volunteer: volunteer.id,
    addFact,
    session: sessions[0]!.id,
    edit: edit.id,
    batch: batch.id,
    member: member.accountId,
    login: login.id,
    hostFeed: hostFeed.id,
    reading: reading.id,
    source: source.id,
    signUp: signUp.id,
    callback: callback.id,
    city: municipalityId,
    district,
    addClosure,
    addDoorLink,
    addGrant,
    addInvitation,
    addTemplate,
  }
}

/** A city and a district of it, made once. */
async function commonGround({ prisma }: Pick<Database, 'prisma'>): Promise<{ municipalityId: string; district: string }> {
  const city = { slug: 'miasto', name: 'Miasto', voivodeship: 'śląskie' }
  const { id: municipalityId } = await prisma.municipality.upsert({
    where: { slug: city.slug },
    create: city,
    update: {},
    select: { id: true },
  })
  const place = { slug: 'dzielnica', name: 'Dzielnica', municipalityId }
  const where = { slug: place.slug }
  const found = await prisma.district.findFirst({ where, select: { id: true } })
  const { id: district } = found ?? (await prisma.district.create({ data: place, select: { id: true } }))
  return { municipalityId, district }
}
