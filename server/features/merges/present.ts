import { mergeUndoDays, type DoublesView, type HeldPlace, type MergeSide, type Twice } from '#shared/contract/merge.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { textIn, titleIn } from '../../db/columns.ts'
import { comparableName } from '../people/rules.ts'
import { shiftSpan } from '../shifts/rules.ts'
import { hintOf } from '../sign-ups/staff-present.ts'
import type { PersonRow } from '../sign-ups/staff-repository.ts'
import { slotOf, viewOfSlot } from '../sign-ups/slots.ts'
import type { HeldRow, SideRow } from './reading-repository.ts'
import type { MergeRow } from './repository.ts'
import { staysBecause } from './rules.ts'

const statuses = { CONFIRMED: 'confirmed', OFFERED: 'offered', WAITLISTED: 'waiting', WITHDRAWN: 'withdrawn' } as const

export function presentHeld(row: HeldRow, language: Language): HeldPlace {
  const { id, status, seats, session, series, shift } = row
  const shared = { id, status: statuses[status], seats }
  if (!session) {
    const kind = (series?.activities.length ?? 0) > 0 ? ('club' as const) : ('course' as const)
    return { ...shared, title: titleIn(series?.title, language), start: null, kind }
  }
  const title = textIn(session.title, language) ?? titleIn(session.activity.title, language)
  const slot = slotOf(row)
  if (shift) return { ...shared, title, start: shiftSpan(session.wallStart, shift).start, kind: 'shift' }
  if (slot) return { ...shared, title, start: viewOfSlot(session.wallStart, slot).start, kind: 'appointment' }
  return { ...shared, title, start: session.wallStart, kind: 'session' }
}

/** Lists on which more than one place is held by one person, or would be. */
export function presentTwice(rows: readonly HeldRow[], language: Language): readonly Twice[] {
  const lists = new Map<string, HeldRow[]>()
  for (const row of rows) {
    const list = `${row.seriesId ?? row.sessionId} ${row.shiftId}`
    lists.set(list, [...(lists.get(list) ?? []), row])
  }
  return [...lists.values()].flatMap((held) => {
    const signUps = held.map((row) => presentHeld(row, language))
    const [first] = signUps
    return first && signUps.length > 1 ? [{ title: first.title, start: first.start, signUps }] : []
  })
}

export const presentSide = (
  { _count: counted, ...row }: SideRow,
  held: readonly HeldRow[],
  safe: boolean,
  language: Language,
): MergeSide => ({
  id: row.id,
  name: row.name,
  phone: row.phone,
  email: row.email,
  guardian: row.guardian?.name ?? null,
  children: row.children.map(({ name }) => name),
  since: row.createdAt.toISOString(),
  signUps: held.filter(({ personId }) => personId === row.id).map((one) => presentHeld(one, language)),
  attended: counted.attendances,
  papers: counted.facts,
  calendars: counted.feeds,
  safe,
})

export function presentDouble(person: PersonRow, other: PersonRow): DoublesView['doubles'][number] {
  const sameName = comparableName(person.name) === comparableName(other.name)
  const sameContact =
    (person.phone !== null && person.phone === other.phone) || (person.email !== null && person.email === other.email)
  const { id, name, guardian } = other
  const same = sameName && sameContact ? 'name-and-contact' : sameContact ? 'contact' : 'name'
  return { id, name, hint: hintOf(other), guardian: guardian?.name ?? null, same }
}

/** @param later - how many merges of the same person came after it */
export const presentMerge = (row: MergeRow, later: boolean): DoublesView['merges'][number] => ({
  id: row.id,
  name: row.goneName,
  hint: hintOf({ email: row.goneEmail, phone: row.gonePhone }),
  at: row.at.toISOString(),
  by: row.account.name,
  until: new Date(row.at.getTime() + mergeUndoDays * 86_400_000).toISOString(),
  stays: whyStays(row, later),
})

/** Why a merge can't be taken back; null: it can. */
export function whyStays({ name, email, phone, safe, into }: MergeRow, later: boolean): DoublesView['merges'][number]['stays'] {
  const since = typeof safe === 'object' && safe !== null && 'since' in safe ? safe['since'] : null
  const noted = typeof since === 'object' && since !== null && 'notedAt' in since ? String(since['notedAt']) : null
  return staysBecause({
    left: { name, email, phone, safeAt: noted === null ? null : new Date(noted).toISOString() },
    now: {
      name: into.name,
      email: into.email,
      phone: into.phone,
      safeAt: into.safeContact?.notedAt.toISOString() ?? null,
      erased: into.erasedAt !== null,
      merged: into.mergedIntoId !== null,
    },
    later,
  })
}
