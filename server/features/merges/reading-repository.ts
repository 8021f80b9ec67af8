import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'

/** What is looked at before two people become one. */

type Db = Database['prisma']

const heldSelect = {
  id: true,
  personId: true,
  status: true,
  seats: true,
  sessionId: true,
  seriesId: true,
  shiftId: true,
  slotFrom: true,
  slotMinutes: true,
  session: { select: { wallStart: true, title: true, activity: { select: { title: true } } } },
  series: { select: { title: true, activities: { where: { enrolment: 'MEMBERSHIP' }, take: 1, select: { id: true } } } },
  shift: { select: { fromMinutes: true, minutes: true } },
} as const satisfies Prisma.SignUpSelect

export type HeldRow = Prisma.SignUpGetPayload<{ select: typeof heldSelect }>

/** What somebody is signed up to or waits for that isn't over, among what a reader may know of. */
export const findHeld = (
  prisma: Db,
  personIds: readonly string[],
  known: Prisma.SignUpWhereInput,
  now: Date,
): Promise<readonly HeldRow[]> =>
  prisma.signUp.findMany({
    where: {
      AND: [
        known,
        { personId: { in: [...personIds] }, duplicateOfId: null, status: { not: 'WITHDRAWN' } },
        {
          OR: [
            { session: { endsAt: { gt: now } } },
            { series: { activities: { some: { sessions: { some: { removedAt: null, endsAt: { gt: now } } } } } } },
          ],
        },
      ],
    },
    orderBy: [{ session: { startsAt: 'asc' } }, { position: 'asc' }, { id: 'asc' }],
    take: 200,
    select: heldSelect,
  })

const sideSelect = {
  id: true,
  name: true,
  phone: true,
  email: true,
  createdAt: true,
  guardian: { select: { name: true } },
  children: { where: { erasedAt: null }, select: { name: true }, orderBy: { createdAt: 'asc' } },
  _count: { select: { attendances: true, facts: true, feeds: { where: { revokedAt: null } } } },
} as const satisfies Prisma.PersonSelect

export type SideRow = Prisma.PersonGetPayload<{ select: typeof sideSelect }>

export const findSide = (prisma: Db, id: string): Promise<SideRow | null> =>
  prisma.person.findFirst({ where: { id, erasedAt: null }, select: sideSelect })

type About = { readonly signUps: Prisma.SignUpWhereInput; readonly attendances: Prisma.AttendanceWhereInput }

/** Whether all sign-ups and marks that are about somebody are of a kind, at one moment. */
export async function areAll(prisma: Db, personId: string, { signUps, attendances }: About): Promise<boolean> {
  const about = { OR: [{ personId }, { party: { some: { personId } } }] }
  const counts = [
    prisma.signUp.count({ where: about }),
    prisma.signUp.count({ where: { AND: [about, signUps] } }),
    prisma.attendance.count({ where: { personId } }),
    prisma.attendance.count({ where: { AND: [{ personId }, attendances] } }),
  ]
  const [signedUp, known, marked, knownMarks] = await prisma.$transaction(counts, { isolationLevel: 'RepeatableRead' })
  return signedUp === known && marked === knownMarks
}
