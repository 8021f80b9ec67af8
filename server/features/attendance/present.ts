import type { AttendanceHistory, AttendanceSums, AttendanceView, DoorLinkView } from '#shared/contract/attendance.ts'
import type { Language } from '#shared/contract/kinds.ts'
import type { Text } from '#shared/contract/public.ts'
import { textIn, titleIn } from '../../db/columns.ts'
import { shiftSpan } from '../shifts/rules.ts'
import type { findMarks } from './repository.ts'
import { doorWindow, unnamed, type Held } from './rules.ts'
import type { ReadAttendance } from './service.ts'

/** What a list says of its session. */
export type Met = Held & {
  readonly id: string
  readonly wallStart: string
  readonly wallEnd: string
  readonly title: unknown
  readonly activity: { readonly title: unknown; readonly enrolment: string }
}

export const titleOfMet = ({ title, activity }: Pick<Met, 'title' | 'activity'>, language: Language): Text =>
  textIn(title, language) ?? titleIn(activity.title, language)

type Around = {
  readonly language: Language
  readonly now: Date
  readonly until: Date | null
  /** As others read it. */
  readonly device: string | null
  readonly refused: readonly string[]
}

const roles = { PARTICIPANT: 'attendee', VOLUNTEER: 'volunteer' } as const

export function presentAttendance(met: Met, { people, counts }: ReadAttendance, around: Around): AttendanceView {
  const mine = counts.find(({ device }) => device === around.device)?.count ?? 0
  return {
    title: titleOfMet(met, around.language),
    start: met.wallStart,
    end: met.wallEnd,
    now: around.now.toISOString(),
    until: around.until?.toISOString() ?? null,
    signUp: met.activity.enrolment !== 'OPEN',
    people: people.map(({ personId, walkInId, signUpId, shift, role, at, name, with: by, child, care, kind, present }) => ({
      person: personId,
      name,
      with: by,
      child,
      care,
      role: roles[role],
      kind,
      walkIn: walkInId,
      signUp: signUpId,
      shift: shift && { name: titleIn(shift.name, around.language), ...shiftSpan(met.wallStart, shift) },
      present,
      at: at?.toISOString() ?? null,
    })),
    count: { mine, others: counts.reduce((sum, { count }) => sum + count, 0) - mine },
    refused: around.refused,
  }
}

/** "było N z M": who came of all that were expected, with whoever came besides. */
export function sumsOf({ people, counts }: ReadAttendance): Omit<AttendanceSums, 'mayMark' | 'mayGiveLinks'> {
  const heads = unnamed(counts.map(({ count }) => count))
  const came = (role: string) =>
    new Set(people.filter((one) => one.present === true && one.role === role).map(({ personId }) => personId)).size
  const isTaken = counts.length > 0 || people.some(({ present }) => present !== null)
  return {
    present: isTaken ? came('PARTICIPANT') + heads : null,
    unnamed: heads,
    expected: people.filter(({ kind }) => kind === 'listed' || kind === 'member').length,
    volunteers: came('VOLUNTEER'),
  }
}

export const presentHistory = (marks: Awaited<ReturnType<typeof findMarks>>, language: Language): AttendanceHistory => ({
  marks: marks.map(({ id, at, receivedAt, person, signUp, present, count, account, device }) => ({
    id,
    at: at.toISOString(),
    receivedAt: receivedAt.toISOString(),
    name: person?.name ?? null,
    shift: signUp?.shift ? titleIn(signUp.shift.name, language) : null,
    present,
    count,
    by: account?.name ?? null,
    device: device.slice(0, 4),
  })),
})

export type LinkRow = {
  readonly id: string
  readonly createdAt: Date
  readonly claimedAt: Date | null
  readonly createdBy: { readonly name: string }
}

export function presentLink({ id, createdAt, claimedAt, createdBy }: LinkRow, held: Held): DoorLinkView {
  const { opens, closes } = doorWindow(held, createdAt)
  return {
    id,
    createdAt: createdAt.toISOString(),
    createdBy: createdBy.name,
    claimedAt: claimedAt?.toISOString() ?? null,
    opens: opens.toISOString(),
    closes: closes.toISOString(),
  }
}
