import { createHash } from 'node:crypto'
import type { AttendanceInput, AttendanceView, DoorView } from '#shared/contract/attendance.ts'
import type { Language } from '#shared/contract/kinds.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { claimLink, findLinkByHash, type OpenedLink } from './door-repository.ts'
import { presentAttendance, titleOfMet } from './present.ts'
import { doorWindow, lateMs } from './rules.ts'
import { attendanceMerger, readAttendance, shownDevice } from './service.ts'

export const tokenHash = (token: string): string => createHash('sha256').update(`door ${token}`).digest('hex')
const deviceHash = (link: string, device: string): string => createHash('sha256').update(`${link} ${device}`).digest('hex')

type Parts = { readonly database: Database; readonly write: Write; readonly clock: Clock }
export type DoorService = ReturnType<typeof doorService>

/** Whether a door link opens a page now: for the page's status. */
export async function opensDoor({ prisma }: Pick<Database, 'prisma'>, token: string, now: Date): Promise<boolean> {
  const link = await findLinkByHash(prisma, tokenHash(token))
  return link !== null && isOpen(link, now)
}

function isOpen({ session, createdAt }: OpenedLink, now: Date): boolean {
  const { opens, closes } = doorWindow(session, createdAt)
  return opens <= now && now < closes
}

/** A device that may send, with the link by which it does. */
type Sending = { readonly link: OpenedLink; readonly device: string }

/** The list at the door, for one device without an account. Whatever isn't right about a link or a device is the same 404 (T08). */
export function doorService({ database, write, clock }: Parts) {
  const { prisma } = database
  const take = attendanceMerger({ write })

  /** @throws {NotFoundError} */
  async function opened(token: string): Promise<OpenedLink> {
    const link = await findLinkByHash(prisma, tokenHash(token))
    if (!link || !isOpen(link, clock())) throw new NotFoundError()
    return link
  }

  const isOf = (link: OpenedLink, device: string): boolean => link.deviceHash === deviceHash(link.id, device)

  async function view(link: OpenedLink, device: string, language: Language, refused: readonly string[]): Promise<AttendanceView> {
    const [now, until] = [clock(), doorWindow(link.session, link.createdAt).closes]
    const around = { language, now, until, device: shownDevice(device), refused }
    return presentAttendance(link.session, await readAttendance(database, link.sessionId), around)
  }

  return {
    /** What the link is for, without a name of anybody. */
    async look(token: string, language: Language): Promise<DoorView> {
      const { session } = await opened(token)
      return { title: titleOfMet(session, language), start: session.wallStart, end: session.wallEnd }
    },

    /** The first device that asks gets in, and no other one ever. */
    async claim(token: string, device: string): Promise<void> {
      const link = await opened(token)
      if (isOf(link, device)) return
      const isClaimed = await write((tx) => claimLink(tx, link.id, deviceHash(link.id, device), clock()))
      if (!isClaimed) throw new NotFoundError()
    },

    async list(token: string, device: string, language: Language): Promise<AttendanceView> {
      const link = await opened(token)
      if (!isOf(link, device)) throw new NotFoundError()
      return view(link, device, language, [])
    },

    /** Asked before a body is read. @throws {NotFoundError} unless this device may send, be it late */
    async sender(token: string, device: string): Promise<Sending> {
      const link = await findLinkByHash(prisma, tokenHash(token))
      if (!link || !isOf(link, device)) throw new NotFoundError()
      const { opens, closes } = doorWindow(link.session, link.createdAt)
      const nowMs = clock().getTime()
      if (nowMs < opens.getTime() || nowMs >= closes.getTime() + lateMs) throw new NotFoundError()
      return { link, device }
    },

    /**
     * Takes taps in and gives the list that follows. What a device without a network brings after the window is taken for a day, if all of it was
     * tapped within the window; then nothing is shown, and whatever was tapped later is answered as by an unknown link.
     */
    async send({ link, device }: Sending, { changes }: AttendanceInput, language: Language) {
      const now = clock()
      const { opens, closes } = doorWindow(link.session, link.createdAt)
      const inTime = changes.every(({ at }) => new Date(at) >= opens && new Date(at) < closes)
      const isLate = !isOpen(link, now)
      if (isLate && !inTime) throw new NotFoundError()
      const refused = await take(link.sessionId, changes, { device, accountId: null, doorLinkId: link.id }, now)
      return isLate ? { taken: changes.length - refused.length } : view(link, device, language, refused)
    },
  }
}
