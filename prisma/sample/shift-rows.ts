import type { Tx } from '#server/db/write.ts'
import { idOf } from './ids.ts'
import { texts } from './shapes.ts'

const picnic = 'piknik-przy-termosie'
const everywhere = { minAge: null, needsClearance: false, needsAgreement: false, isPublic: true } as const

/** What volunteers can help with at the invented picnics, and one invented volunteer, so that one sees how it looks. */
export async function insertShifts(tx: Tx, now: Date): Promise<void> {
  const seriesId = idOf('series', picnic)
  const shift = (name: string) => ({ id: idOf('shift', picnic, name), seriesId })
  const kettle = shift('kettle')
  await tx.shift.createMany({
    skipDuplicates: true,
    data: [
      {
        ...everywhere,
        ...kettle,
        name: texts('parzenie herbaty', 'brewing tea', 'заварювання чаю'),
        fromMinutes: -30,
        minutes: 120,
        least: 2,
        most: 3,
      },
      {
        ...everywhere,
        ...shift('children'),
        name: texts('zabawy z dziećmi', 'games with children', 'ігри з дітьми'),
        fromMinutes: 0,
        minutes: 180,
        least: 1,
        most: 2,
        minAge: 18,
        needsClearance: true,
      },
      {
        ...everywhere,
        ...shift('tidying'),
        name: texts('sprzątanie polany', 'tidying the clearing', 'прибирання галявини'),
        fromMinutes: 150,
        minutes: 60,
        least: 1,
        most: 4,
      },
    ],
  })
  const next = await tx.session.findFirst({
    where: { activity: { seriesId }, status: 'PLANNED', removedAt: null, startsAt: { gt: now } },
    orderBy: { startsAt: 'asc' },
    select: { id: true },
  })
  if (!next) return
  const personId = idOf('person', 'zofia-wymyslona')
  await tx.person.create({
    data: { id: personId, name: 'Zofia Wymyślona', bornBy: new Date('1970-01-01') },
    select: { id: true },
  })
  await tx.signUp.create({
    data: {
      sessionId: next.id,
      shiftId: kettle.id,
      personId,
      status: 'CONFIRMED',
      seats: 1,
      source: 'WEB',
      code: 'HERBATA',
      noticeVersion: 'sample',
      confirmedAt: now,
      party: { create: { personId, position: 0 } },
    },
    select: { id: true },
  })
}
