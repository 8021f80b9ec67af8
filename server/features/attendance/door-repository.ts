import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'

type Db = Tx | Database['prisma']

const linkSelect = {
  id: true,
  sessionId: true,
  deviceHash: true,
  claimedAt: true,
  createdAt: true,
  session: {
    select: {
      id: true,
      whenKind: true,
      startsAt: true,
      endsAt: true,
      wallStart: true,
      wallEnd: true,
      title: true,
      activity: { select: { title: true, enrolment: true } },
    },
  },
} as const satisfies Prisma.DoorLinkSelect

export type OpenedLink = Prisma.DoorLinkGetPayload<{ select: typeof linkSelect }>

/** A link that nobody took back, of a session that takes place and that its reader may know by its name. */
export const findLinkByHash = (db: Db, tokenHash: string): Promise<OpenedLink | null> =>
  db.doorLink.findFirst({
    where: {
      tokenHash,
      revokedAt: null,
      session: { removedAt: null, status: 'PLANNED', activity: { status: 'PUBLISHED', isDiscreet: false } },
    },
    select: linkSelect,
  })

/** Makes a link one device's. False when another one was first. */
export async function claimLink(tx: Tx, id: string, deviceHash: string, now: Date): Promise<boolean> {
  await tx.doorLink.updateMany({ where: { id, deviceHash: null, revokedAt: null }, data: { deviceHash, claimedAt: now } })
  return (await tx.doorLink.count({ where: { id, deviceHash, revokedAt: null } })) > 0
}

const listedSelect = {
  id: true,
  createdAt: true,
  claimedAt: true,
  createdBy: { select: { name: true } },
} as const satisfies Prisma.DoorLinkSelect

export const findLinks = (db: Db, sessionId: string) =>
  db.doorLink.findMany({
    where: { sessionId, revokedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: listedSelect,
  })

export const insertLink = (tx: Tx, link: Prisma.DoorLinkUncheckedCreateInput) =>
  tx.doorLink.create({ data: link, select: listedSelect })

/** The session of a link that still opens something. */
export const findLink = (db: Db, id: string): Promise<{ id: string; sessionId: string } | null> =>
  db.doorLink.findFirst({ where: { id, revokedAt: null }, select: { id: true, sessionId: true } })

export async function revokeLink(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.doorLink.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
}
