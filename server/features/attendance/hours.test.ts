import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { attendedSessions } from './hours-repository.ts'

const database = await freshDatabase()
const { pool, prisma } = database
const town = await seedTown(pool)

async function wasThere(personId: string, session: { start: string; end?: string }, more: object = {}): Promise<string> {
  const sessionId = await town.addSession({ activity: town.yoga, venue: null, ...session })
  await prisma.attendance.create({
    data: { sessionId, personId, present: true, at: new Date(), markId: randomUUID(), ...more },
    select: { id: true },
  })
  return sessionId
}

it('T52: hours are elapsed time, also in the nights in which the clock changes', async () => {
  const { id } = await prisma.person.create({ data: { name: 'Roman Wymyślony' }, select: { id: true } })
  await wasThere(id, { start: '2027-03-27T23:00:00', end: '2027-03-28T04:00:00' })
  await wasThere(id, { start: '2027-10-30T23:00:00', end: '2027-10-31T04:00:00' })
  await wasThere(id, { start: '2027-05-01' })
  const attended = await attendedSessions(prisma, [id], { role: 'PARTICIPANT' })
  expect(attended.map(({ wallStart, minutes }) => [wallStart, minutes])).toEqual([
    ['2027-03-27T23:00:00', 240],
    ['2027-05-01', null],
    ['2027-10-30T23:00:00', 360],
  ])
})

it('only what somebody was at counts, as what they were there, and on the days that are asked', async () => {
  const { id } = await prisma.person.create({ data: { name: 'Weronika Wymyślona' }, select: { id: true } })
  const duty = await wasThere(id, { start: '2027-06-01T12:00:00', end: '2027-06-01T14:00:00' }, { role: 'VOLUNTEER' })
  await wasThere(id, { start: '2027-06-02T12:00:00' }, { role: 'VOLUNTEER', present: false })
  await wasThere(id, { start: '2027-06-03T12:00:00' })
  const cancelled = await wasThere(id, { start: '2027-06-04T12:00:00' }, { role: 'VOLUNTEER' })
  await pool.query(`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = $1`, [cancelled])
  const duties = await attendedSessions(prisma, [id], { role: 'VOLUNTEER' })
  expect(duties.map(({ sessionId, personId, minutes }) => [sessionId, personId, minutes])).toEqual([[duty, id, 120]])
  expect(await attendedSessions(prisma, [id], { role: 'VOLUNTEER', from: '2027-06-02' })).toEqual([])
  expect(await attendedSessions(prisma, [id], { role: 'VOLUNTEER', from: '2027-06-01', to: '2027-06-01' })).toHaveLength(1)
})
