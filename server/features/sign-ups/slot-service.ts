import type { ElsewhereView, SignUpAnswer } from '#shared/contract/public.ts'
import type { Language } from '#shared/contract/kinds.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import { titleIn } from '../../db/columns.ts'
import type { By, Tx } from '../../db/write.ts'
import type { Facts, SignUpRow } from './repository.ts'
import { SessionCancelledError, SignUpChangedError, SlotTakenError } from './rules.ts'
import type { SignUpService } from './service.ts'
import { findSlotSessions, findTaken, markSlotKnown, moveSlot } from './slot-repository.ts'
import { freeSlots, isFree, slotAt, slotOf, viewOfSlot, type Slot } from './slots.ts'

type Db = Tx | Database['prisma']

/** On the page of an appointment: this day, and the next ones. */
const [daysAhead, mostChoices] = [6, 24]

/** Free times of a session, on its page and under its lock. @param except - a sign-up whose own time counts as free */
export async function openSlots(db: Db, facts: Facts, now: Date, except: string | null = null): Promise<readonly Slot[]> {
  const taken = await findTaken(db, [facts.id])
  const others = taken.filter(({ signUpId }) => signUpId !== except)
  return freeSlots(facts, others, now, facts.closesMinutesBefore ?? 0)
}

/** Whether a sign-up that was withdrawn could have its time again. */
export async function isSlotFree(db: Db, facts: Facts, row: SignUpRow, now: Date): Promise<boolean> {
  const slot = slotOf(row)
  if (!slot) return true
  const taken = (await findTaken(db, [facts.id])).filter(({ signUpId }) => signUpId !== row.id)
  const hasHours = facts.wallStart.length > 10 // it may have become a session of whole days
  return hasHours && isFree(facts.wallStart, slot, taken, now)
}

/** Other times of somebody's appointment, at this session and the next ones of its series. */
export async function otherSlots(
  database: Pick<Database, 'prisma'>,
  seriesId: string,
  language: Language,
  now: Date,
): Promise<ElsewhereView['choices']> {
  const sessions = await findSlotSessions(database.prisma, seriesId, now, daysAhead)
  const taken = await findTaken(
    database.prisma,
    sessions.map(({ id }) => id),
  )
  return sessions
    .flatMap((session) =>
      freeSlots(
        session,
        taken.filter(({ sessionId }) => sessionId === session.id),
        now,
        session.closesMinutesBefore ?? 0,
      ).map((slot) => ({
        id: session.id,
        title: titleIn(session.discreet ? session.discreetTitle : session.title, language),
        start: session.wallStart,
        place: session.place,
        slot: viewOfSlot(session.wallStart, slot),
      })),
    )
    .slice(0, mostChoices)
}

/** Goes to another free time of the same session: the sign-up, its link and its calendar entry stay. */
export function slotService({
  clock,
  signUps,
}: {
  readonly clock: Clock
  readonly signUps: Pick<SignUpService, 'found' | 'changing'>
}) {
  /** @throws {SlotTakenError} */
  async function move(found: SignUpRow, slot: string, by?: By): Promise<Pick<SignUpAnswer, 'seats' | 'code'>> {
    await signUps.changing(
      found,
      async (tx, row, _list, facts) => {
        const now = clock()
        const held = slotOf(row)
        if (row.status === 'WITHDRAWN' || !held) throw new SignUpChangedError('there is no appointment that could be moved')
        if (facts.cancelled) throw new SessionCancelledError()
        if (viewOfSlot(facts.wallStart, held).start === slot) return
        const open = await openSlots(tx, facts, now, row.id)
        const wanted = slotAt(facts.wallStart, open, slot)
        if (!wanted) throw new SlotTakenError(open.map((free) => viewOfSlot(facts.wallStart, free).start))
        await moveSlot(tx, row.id, wanted)
        await markSlotKnown(tx, row.id, by ? 'PHONE' : 'PERSON', now)
      },
      by,
    )
    return { seats: found.seats, code: found.code }
  }

  return {
    move,
    /** Whether staff may was asked before. */
    moveByStaff: async (id: string, slot: string, by: By): Promise<void> => {
      await move(await signUps.found(id), slot, by)
    },
  }
}
export type SlotService = ReturnType<typeof slotService>
