import { slotInWords } from './moments.ts'
import type { PlannedSession, SessionInput, Slot, Texts } from './wire.ts'
import type { Language } from '#shared/contract/kinds.ts'

/** What can be set for one session alone, as its dialogs hold it. '' is nothing. */
export type SessionValues = {
  readonly when: Slot
  readonly place: { readonly venueId: string; readonly roomId: string }
  readonly title: Texts
  readonly host: { readonly name: string; readonly accountId: string }
  readonly note: Texts
}

const noTexts: Texts = { pl: '', en: '', uk: '' }

export function valuesOf(session: PlannedSession): SessionValues {
  const { own, overrides } = session
  return {
    when: { start: session.start, end: session.end },
    place: { venueId: session.venue?.id ?? '', roomId: session.room?.id ?? '' },
    title: { ...noTexts, ...own.title },
    host: { name: overrides.includes('host') ? (own.host ?? '') : (session.host ?? ''), accountId: own.hostId ?? '' },
    note: { ...noTexts, ...own.note },
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Only what differs is sent; an emptied text goes back to what the activity says. */
export function changesOf(base: SessionValues, values: SessionValues): SessionInput['changes'] {
  const { when, place, title, host, note } = values
  return {
    ...(!same(base.when, when) && { when: spanToSend(when) }),
    ...(!same(base.place, place) && { place: { venueId: place.venueId || null, roomId: place.roomId || null } }),
    ...(!same(base.title, title) && { title: textsToSend(title) }),
    ...(!same(base.host, host) && { host: { name: host.name.trim() || null, accountId: host.accountId || null } }),
    ...(!same(base.note, note) && { note: textsToSend(note) }),
  }
}

const spanToSend = ({ start, end }: Slot) =>
  start.length > 10 ? { kind: 'timed' as const, start, end } : { kind: 'all-day' as const, firstDay: start, lastDay: end }

/** Blank languages are left out; nothing at all is null. */
export function textsToSend(texts: Partial<Texts> | null | undefined): { pl: string; en?: string; uk?: string } | null {
  const [pl = '', en = '', uk = ''] = [texts?.pl, texts?.en, texts?.uk].map((text) => text?.trim())
  if (pl === '' && en === '' && uk === '') return null
  return { pl, ...(en !== '' && { en }), ...(uk !== '' && { uk }) }
}

/** A value in words, for the two versions side by side. */
export function showValue(
  key: keyof SessionValues,
  values: SessionValues,
  nameOf: (id: string) => string,
  language: Language,
): string {
  if (key === 'when') return slotInWords(values.when, language)
  if (key === 'place') return [values.place.venueId, values.place.roomId].filter(Boolean).map(nameOf).join(', ')
  if (key === 'host') return values.host.name
  return Object.values(values[key]).filter(Boolean).join(' / ')
}
