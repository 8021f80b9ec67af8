import { randomBytes } from 'node:crypto'
import type {
  AttendanceHistory,
  AttendanceInput,
  AttendanceSums,
  AttendanceView,
  DoorLinkView,
  NewDoorLink,
} from '#shared/contract/attendance.ts'
import type { Language } from '#shared/contract/kinds.ts'
import type { Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { By, Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { isSessionId as isId } from '../sessions/rules.ts'
import type { StaffSignUpService } from '../sign-ups/staff-service.ts'
import type { PlaceRow } from '../sign-ups/staff-repository.ts'
import { findLink, findLinks, insertLink, revokeLink } from './door-repository.ts'
import { tokenHash } from './door-service.ts'
import { presentAttendance, presentHistory, presentLink, sumsOf } from './present.ts'
import { findMarks } from './repository.ts'
import { AttendanceClosedError, doorWindow, markableUntil, NoDoorLinkError } from './rules.ts'
import { attendanceMerger, readAttendance, shownDevice } from './service.ts'

type Parts = {
  readonly database: Database
  readonly write: Write
  readonly clock: Clock
  readonly staff: Pick<StaffSignUpService, 'placeFor' | 'plans'>
}
export type AttendanceService = ReturnType<typeof attendanceService>

/** More taps of one session nobody reads. */
const mostMarks = 1000
const mostLinks = 10

/** Attendance for staff who are signed in: whoever may see the people of a session marks them. */
export function attendanceService({ database, write, clock, staff }: Parts) {
  const { prisma } = database
  const take = attendanceMerger({ write })

  async function untilFor(actor: Actor, place: PlaceRow): Promise<Date | null> {
    if (place.status === 'CANCELLED') return null
    return markableUntil(place, clock(), await staff.plans(actor, place.id))
  }

  async function viewOf(actor: Actor, place: PlaceRow, reading: Reading, refused: readonly string[]): Promise<AttendanceView> {
    const [read, until] = await Promise.all([readAttendance(database, place.id), untilFor(actor, place)])
    const device = reading.device === null ? null : shownDevice(reading.device)
    return presentAttendance(place, read, { language: reading.language, now: clock(), until, device, refused })
  }

  /** Why there is no link, or null. */
  function noLinkReason(place: PlaceRow): 'discreet' | 'over' | 'cancelled' | null {
    if (place.activity.isDiscreet) return 'discreet'
    if (place.status === 'CANCELLED') return 'cancelled'
    return doorWindow(place, clock()).closes <= clock() ? 'over' : null
  }

  return {
    placeFor: staff.placeFor,

    async view(actor: Actor, sessionId: string, reading: Reading): Promise<AttendanceView> {
      return viewOf(actor, await staff.placeFor(actor, sessionId), reading, [])
    },

    /** @throws {AttendanceClosedError} before the day, and once the past is to stay as it is */
    async mark(actor: Actor, sessionId: string, { changes }: AttendanceInput, marking: Marking, by: By): Promise<AttendanceView> {
      const place = await staff.placeFor(actor, sessionId)
      if ((await untilFor(actor, place)) === null) throw new AttendanceClosedError()
      const sender = { device: marking.device, accountId: actor.accountId, doorLinkId: null }
      const refused = await take(place.id, changes, sender, clock(), { accountId: by.accountId, act: by.act })
      return viewOf(actor, place, marking, refused)
    },

    async sums(actor: Actor, sessionId: string): Promise<AttendanceSums> {
      const place = await staff.placeFor(actor, sessionId)
      const [read, until] = await Promise.all([readAttendance(database, place.id), untilFor(actor, place)])
      return { ...sumsOf(read), mayMark: until !== null, mayGiveLinks: noLinkReason(place) === null }
    },

    async history(actor: Actor, sessionId: string, language: Language): Promise<AttendanceHistory> {
      const place = await staff.placeFor(actor, sessionId)
      return presentHistory(await findMarks(prisma, place.id, mostMarks), language)
    },

    async links(actor: Actor, sessionId: string): Promise<{ readonly links: readonly DoorLinkView[] }> {
      const place = await staff.placeFor(actor, sessionId)
      const links = (await findLinks(prisma, place.id)).map((link) => presentLink(link, place))
      return { links: links.filter(({ closes }) => new Date(closes) > clock()) }
    },

    /** The token is told once, in this answer, and kept by nobody: only its hash is. @throws {NoDoorLinkError} */
    async makeLink(actor: Actor, sessionId: string, by: By): Promise<NewDoorLink> {
      const place = await staff.placeFor(actor, sessionId)
      const reason = noLinkReason(place) ?? ((await this.links(actor, sessionId)).links.length >= mostLinks ? 'too-many' : null)
      if (reason) throw new NoDoorLinkError(reason)
      const token = randomBytes(18).toString('base64url')
      const { accountId } = actor
      const row = await write(
        (tx) => insertLink(tx, { sessionId, tokenHash: tokenHash(token), createdAt: clock(), createdById: accountId }),
        { accountId, act: by.act },
      )
      return { link: presentLink(row, place), token }
    },

    async revoke(actor: Actor, linkId: string, by: By): Promise<void> {
      const link = isId(linkId) ? await findLink(prisma, linkId) : null
      if (!link) throw new NotFoundError()
      await staff.placeFor(actor, link.sessionId)
      await write((tx) => revokeLink(tx, link.id, clock()), by)
    },
  }
}

/** `device`: what it calls itself; null: it only reads. */
export type Reading = { readonly language: Language; readonly device: string | null }
export type Marking = { readonly language: Language; readonly device: string }
