import type { AbsenceInput } from '#shared/contract/public.ts'
import type { PeopleView, StaffSignUpAnswer, StaffSignUpInput } from '#shared/contract/desk.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { NotAllowedError, reachOf, type Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { By } from '../../db/write.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import { sessionsIn } from '../sessions/policy.ts'
import { isSessionId as isId } from '../sessions/rules.ts'
import { absenceService } from './absence-service.ts'
import { openedBy } from './desk-service.ts'
import type { KnownPerson } from './party.ts'
import { peopleIn, personsIn, signUpsIn } from './policy.ts'
import { countSeats, listOf, readFacts } from './repository.ts'
import { aboutOf, CallerNotCheckedError, conditionsOf, openPlaces, standingOf } from './rules.ts'
import type { SignUpService } from './service.ts'
import { openSlots, slotService } from './slot-service.ts'
import { viewOfSlot } from './slots.ts'
import { presentList, titleOf } from './staff-present.ts'
import { countSessions, countSignUps, findListed, findPerson, findPlace, type PlaceRow } from './staff-repository.ts'

type Parts = { readonly database: Database; readonly clock: Clock; readonly signUps: SignUpService }
export type StaffSignUpService = ReturnType<typeof staffSignUpService>

/** What staff see of the people of a session, and do for them. Who may is asked here; the doing is that of the public form. */
export function staffSignUpService({ database, clock, signUps }: Parts) {
  const absences = absenceService(signUps)
  const slots = slotService({ clock, signUps })

  /** @throws {NotFoundError} for a session out of sight @throws {NotAllowedError} for one whose people are none of the reader's business */
  async function placeFor(actor: Actor, sessionId: string): Promise<PlaceRow> {
    if (!isId(sessionId)) throw new NotFoundError()
    const place = await findPlace(database, { AND: [{ id: sessionId }, peopleIn(actor)] })
    if (place) return place
    const seen = await countSessions(database, { AND: [{ id: sessionId, removedAt: null }, sessionsIn(reachOf(actor, 'see'))] })
    throw seen > 0 ? new NotAllowedError('sign-up') : new NotFoundError()
  }

  const plans = async (actor: Actor, sessionId: string): Promise<boolean> =>
    (await countSessions(database, { AND: [{ id: sessionId }, peopleIn(actor), sessionsIn(reachOf(actor, 'plan'))] })) > 0

  /** A sign-up that somebody may change: planners of its session as they like, the desk for a caller they made sure of (mechanics 21). */
  async function mayChange(actor: Actor, id: string): Promise<void> {
    if (!isId(id)) throw new NotFoundError()
    if ((await countSignUps(database, { AND: [{ id }, signUpsIn(actor)] })) === 0) {
      const see = { session: { AND: [{ removedAt: null }, sessionsIn(reachOf(actor, 'see'))] } }
      const seen = await countSignUps(database, { AND: [{ id }, see] })
      throw seen > 0 ? new NotAllowedError('sign-up') : new NotFoundError()
    }
    const plan = sessionsIn(reachOf(actor, 'plan'))
    const planned = { OR: [{ session: plan }, { series: { activities: { some: { sessions: { some: plan } } } } }] }
    if ((await countSignUps(database, { AND: [{ id }, planned] })) > 0) return
    if (!(await openedBy(database, actor, clock())).has(id)) throw new CallerNotCheckedError()
  }

  return {
    placeFor,
    plans,
    mayChange,

    /** @throws as for any change of a sign-up, and for whoever doesn't plan its session, a caller or not */
    async mayPlan(actor: Actor, id: string): Promise<void> {
      await mayChange(actor, id)
      const plan = { session: sessionsIn(reachOf(actor, 'plan')) }
      if ((await countSignUps(database, { AND: [{ id }, plan] })) === 0) throw new NotAllowedError('plan')
    },

    async people(actor: Actor, sessionId: string, language: Language): Promise<PeopleView> {
      const place = await placeFor(actor, sessionId)
      const now = clock()
      const { activity } = place
      const facts = await readFacts(database.prisma, place.id, now, { unlisted: true })
      const list = listOf({ id: place.id, seriesId: activity.seriesId, enrolment: activity.enrolment })
      const [seats, rows, mayPlan] = await Promise.all([
        countSeats(database.prisma, list),
        findListed(database, list, place, now),
        plans(actor, sessionId),
      ])
      const open = facts?.enrolment === 'BY_APPOINTMENT' ? await openSlots(database.prisma, facts, now) : null
      const capacity = facts ? facts.capacity : activity.capacity
      const about = aboutOf(activity.enrolment)
      const careSeats = facts ? facts.careSeats : (activity.careSeats ?? 0)
      return {
        for: about,
        title: titleOf(place, language, about !== 'session'),
        start: place.wallStart,
        standing: facts ? standingOf(facts, now) : 'draft',
        capacity,
        taken: seats.taken,
        waiting: seats.waiting,
        care: (careSeats === 0 && seats.care === 0) || open ? null : { seats: careSeats, taken: seats.care },
        slots: open && open.map((slot) => viewOfSlot(place.wallStart, slot)),
        list: presentList(rows, {
          meeting: place,
          free: openPlaces({ capacity, reservedSeats: facts?.reservedSeats ?? null, careSeats }, seats),
          startsAt: place.startsAt,
          now,
          plans: mayPlan,
        }),
        plans: mayPlan,
        asksStaff: facts !== null && conditionsOf(facts).byStaff,
      }
    },

    async mayRead(actor: Actor, sessionId: string): Promise<void> {
      await placeFor(actor, sessionId)
    },

    /** @throws {ImpossibleValueError} for a person who isn't in reach, as for one who isn't there (T03) */
    async signUp(actor: Actor, sessionId: string, input: StaffSignUpInput, by: By): Promise<StaffSignUpAnswer> {
      await placeFor(actor, sessionId)
      return signUps.joinByStaff(sessionId, { input, known: await personOf(actor, input) }, by)
    },

    async withdraw(actor: Actor, id: string, by: By): Promise<void> {
      await mayChange(actor, id)
      await signUps.withdrawByStaff(id, by)
    },

    async accept(actor: Actor, id: string, by: By): Promise<void> {
      await mayChange(actor, id)
      await signUps.acceptByStaff(id, by)
    },

    /** Whether they may was asked with {@link mayChange}. */
    async moveSlot(id: string, slot: string, by: By): Promise<void> {
      await slots.moveByStaff(id, slot, by)
    },

    async sayAbsence(id: string, input: AbsenceInput, by: By): Promise<void> {
      await absences.sayByStaff(id, input, by)
    },

    async renewLink(actor: Actor, id: string, by: By): Promise<void> {
      await mayChange(actor, id)
      await signUps.renewLinkByStaff(id, by)
    },

    async undo(actor: Actor, id: string, by: By): Promise<void> {
      await mayChange(actor, id)
      await signUps.undoByStaff(id, by)
    },
  }

  async function personOf(actor: Actor, { who }: StaffSignUpInput): Promise<KnownPerson | null> {
    if (who.kind === 'new') return null
    const person = await findPerson(database, { AND: [{ id: who.id }, personsIn(actor)] })
    if (!person)
      throw new ImpossibleValueError([{ name: 'who.id', value: who.id, expected: 'somebody in reach', code: 'unknown' }])
    const { id, name, phone, email } = person
    if (phone !== null) return { id, name, contact: { kind: 'phone', value: phone } }
    return { id, name, contact: email === null ? null : { kind: 'email', value: email } }
  }
}
