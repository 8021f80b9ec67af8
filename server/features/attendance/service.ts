import { createHash } from 'node:crypto'
import { isLater, type Said } from '#shared/contract/attendance-merge.ts'
import type { AttendanceChange } from '#shared/contract/attendance.ts'
import type { Database } from '../../db/client.ts'
import type { By, Tx, Write } from '../../db/write.ts'
import { findMergedInto } from '../people/repository.ts'
import { readName } from '../people/rules.ts'
import {
  findAttendees,
  findCounts,
  findWalkIn,
  insertMarks,
  insertWalkIn,
  knownMarks,
  lockAttendance,
  putAttendances,
  putCount,
  storedRole,
  type CountRow,
  type NewMark,
  type Standing,
  type StoredRole,
} from './repository.ts'

/** Where taps come from: a device, and who answers for it. */
export type Sender = { readonly device: string; readonly accountId: string | null; readonly doorLinkId: string | null }

/** What a device is called where others may read it: the name itself is the key to its door link. */
export const shownDevice = (device: string): string => createHash('sha256').update(`device ${device}`).digest('hex').slice(0, 16)

/** Why a tap isn't taken: it says what can't be. */
class RefusedTap extends Error {}

/**
 * Takes in what devices send. Every tap is kept as it came; what holds is the latest about each person, so that taps may come late, twice and in
 * any order, from as many devices as there are (T61).
 */
export function attendanceMerger({ write }: { readonly write: Write }) {
  /** @returns the taps that nobody takes, as they say what can't be: who sent them may forget them */
  return async function take(
    sessionId: string,
    sent: readonly AttendanceChange[],
    sender: Sender,
    now: Date,
    by?: By,
  ): Promise<readonly string[]> {
    return write(async (tx) => {
      await lockAttendance(tx, sessionId)
      const merge = await merger(tx, sessionId, sender, now)
      const known = await knownMarks(
        tx,
        sent.map(({ id }) => id),
      )
      // A device that was away may still have somebody on its list who was found to be somebody else.
      const whole = await findMergedInto(
        tx,
        sent.flatMap((tap) => (tap.kind === 'person' ? [tap.person] : [])),
      )
      const refused: string[] = []
      for (const tap of sent) {
        if (known.has(tap.id)) continue
        const about = tap.kind === 'person' ? { ...tap, person: whole.get(tap.person) ?? tap.person } : tap
        if (!(await merge.add(about))) refused.push(tap.id)
      }
      await merge.save()
      return refused
    }, by)
  }
}

type About = { readonly personId: string; readonly role: StoredRole; readonly signUpId: string | null }
const keyOf = ({ personId, role, signUpId }: About): string => `${role} ${personId} ${signUpId ?? ''}`
const saidBy = ({ at, markId }: { readonly at: Date; readonly markId: string }): Said => ({ at: at.toISOString(), id: markId })

/** What holds at a session, in memory, while taps are added to it under its lock. */
async function merger(tx: Tx, sessionId: string, sender: Sender, now: Date) {
  const device = shownDevice(sender.device)
  const attendees = await findAttendees(tx, sessionId)
  const holds = new Map<string, Said>(
    attendees.flatMap((one) => (one.at && one.markId ? [[keyOf(one), saidBy({ at: one.at, markId: one.markId })]] : [])),
  )
  const counted = (await findCounts(tx, sessionId)).find((row) => row.device === device)
  let count: CountRow | null = counted ?? null
  let isCounted = false
  const standings = new Map<string, Standing>()
  const marks = new Map<string, NewMark>()

  function note(
    tap: AttendanceChange,
    at: Date,
    about: Pick<NewMark, 'personId' | 'role' | 'signUpId' | 'present' | 'count'>,
  ): void {
    const { accountId, doorLinkId } = sender
    marks.set(tap.id, { id: tap.id, sessionId, ...about, at, receivedAt: now, device, accountId, doorLinkId })
  }

  type Marked = AttendanceChange & { readonly present: boolean }

  function stand(tap: Marked, at: Date, who: About & Pick<Standing, 'walkInId'>): void {
    const key = keyOf(who)
    const said = saidBy({ at, markId: tap.id })
    if (!isLater(said, holds.get(key) ?? null)) return
    holds.set(key, said)
    standings.set(key, { ...who, present: tap.present, at, markId: tap.id })
  }

  /** Of a volunteer: the shift that is named; all of theirs where none is, as by a device that knew no shifts yet. */
  function markListed(tap: Extract<AttendanceChange, { readonly kind: 'person' }>): void {
    const [role, at] = [storedRole(tap.role), notAfter(new Date(tap.at), now)]
    const theirs = attendees.filter(
      (one) => one.personId === tap.person && one.role === role && (tap.signUp === null || one.signUpId === tap.signUp),
    )
    if (theirs.length === 0) throw new RefusedTap()
    note(tap, at, { personId: tap.person, role, signUpId: tap.signUp, present: tap.present, count: null })
    for (const { personId, signUpId } of theirs) stand(tap, at, { personId, role, signUpId, walkInId: null })
  }

  function markWalkIn(tap: Marked, personId: string, walkInId: string): void {
    const at = notAfter(new Date(tap.at), now)
    const who = { personId, role: 'PARTICIPANT', signUpId: null } as const
    note(tap, at, { ...who, present: tap.present, count: null })
    stand(tap, at, { ...who, walkInId })
  }

  async function walkInOf({ walkIn, name }: { readonly walkIn: string; readonly name: string }): Promise<string> {
    const kept = [...standings.values()].find(({ walkInId }) => walkInId === walkIn)
    if (kept) return kept.personId
    const found = await findWalkIn(tx, walkIn)
    if (found && found.sessionId !== sessionId) throw new RefusedTap()
    const read = readName(name)
    if (!found && read === null) throw new RefusedTap()
    return found ? found.personId : insertWalkIn(tx, read ?? '', now)
  }

  async function taken(tap: AttendanceChange): Promise<void> {
    if (tap.kind === 'person') {
      markListed(tap)
    } else if (tap.kind === 'walk-in') {
      markWalkIn(tap, await walkInOf(tap), tap.walkIn)
    } else {
      const at = notAfter(new Date(tap.at), now)
      note(tap, at, { personId: null, role: 'PARTICIPANT', signUpId: null, present: null, count: tap.count })
      const said = { device, count: tap.count, at, markId: tap.id }
      if (!isLater(saidBy(said), count && saidBy(count))) return
      count = said
      isCounted = true
    }
  }

  return {
    /** False for a tap that says what can't be. */
    async add(tap: AttendanceChange): Promise<boolean> {
      if (marks.has(tap.id)) return true
      try {
        await taken(tap)
        return true
      } catch (error) {
        if (error instanceof RefusedTap) return false
        throw error
      }
    },
    async save(): Promise<void> {
      await insertMarks(tx, [...marks.values()])
      await putAttendances(tx, sessionId, [...standings.values()])
      if (count && isCounted) await putCount(tx, sessionId, count)
    },
  }
}

/** A clock that runs ahead would win over every later tap. */
const notAfter = (at: Date, now: Date): Date => (at > now ? now : at)

/** Everything that a list needs of the database. */
export async function readAttendance({ prisma }: Pick<Database, 'prisma'>, sessionId: string) {
  const [people, counts] = await Promise.all([findAttendees(prisma, sessionId), findCounts(prisma, sessionId)])
  return { people, counts }
}
export type ReadAttendance = Awaited<ReturnType<typeof readAttendance>>
