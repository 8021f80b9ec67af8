import type { Condition, NeedKind } from '#shared/contract/kinds.ts'
import type { SeatsView, SignUpAnswer } from '#shared/contract/public.ts'
import type { WallSpan } from '#shared/time/when.ts'

export type Person = { readonly name: string; readonly child: boolean }

/** What they need to take part, if they want to say so. */
export type Needs = { readonly kinds: readonly NeedKind[]; readonly words: string }

/** What somebody has typed so far. */
export type Draft = {
  readonly name: string
  readonly contact: string
  readonly attending: boolean
  readonly others: readonly Person[]
  /** Children who come along into care. */
  readonly care: number
  readonly needs: Needs
  /** What they said to be true of everybody who comes. */
  readonly confirms: readonly Condition[]
  /** By appointment: when the time begins that they want. */
  readonly slot: string | null
}

/** Everything about one sign-up that must survive a reload, the back button and a lost answer. */
export type Kept = {
  readonly draft: Draft
  readonly step: 1 | 2
  /** What was sent last, with the key that makes sending it again harmless; null after an answer. */
  readonly sent: { readonly text: string; readonly key: string } | null
  readonly done: SignUpAnswer | null
  /** When they come, where that was chosen. */
  readonly when: WallSpan | null
}

export const emptyKept: Kept = {
  draft: {
    name: '',
    contact: '',
    attending: true,
    others: [],
    care: 0,
    needs: { kinds: [], words: '' },
    confirms: [],
    slot: null,
  },
  step: 1,
  sent: null,
  done: null,
  when: null,
}

const place = (sessionId: string): string => `podworko.sign-up.${sessionId}`

/** Kept in this tab alone and forgotten with it: the device may be a library's. */
export function readKept(sessionId: string): Kept {
  try {
    const text = sessionStorage.getItem(place(sessionId))
    if (text === null) return emptyKept
    const kept = JSON.parse(text) as Partial<Kept>
    return { ...emptyKept, ...kept, draft: { ...emptyKept.draft, ...kept.draft } } // an older page may have kept less
  } catch {
    return emptyKept // a browser that keeps nothing: the page itself still does
  }
}

export function keep(sessionId: string, kept: Kept): void {
  try {
    sessionStorage.setItem(place(sessionId), JSON.stringify(kept))
  } catch {
    // Full, or forbidden: what was typed then lives as long as the page.
  }
}

/** The key for a text: the one that it was sent with before, if nobody answered then. */
export function keyFor(text: string, sent: Kept['sent']): string {
  if (sent?.text === text) return sent.key
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export const seatsOf = ({ attending, others }: Pick<Draft, 'attending' | 'others'>): number => others.length + (attending ? 1 : 0)

/**
 * What somebody would wait for, as far as is known: seats, or care for their children alone; null: there is all that they want.
 *
 * @param short - children for whom care was too little just now
 */
export function waitsFor(
  { seats, free, care }: Pick<SeatsView, 'seats' | 'free' | 'care'>,
  draft: Draft,
  short: number | null,
): 'seats' | 'care' | null {
  if (!free || (seats !== null && seats.capacity - seats.taken < seatsOf(draft))) return 'seats'
  if (draft.care === 0 || care === null) return null
  return !care.free || (short !== null && draft.care >= short) ? 'care' : null
}

export type Mistake = 'name' | 'contact' | 'nobody' | 'needs.words' | 'confirms' | 'slot' | `others.${number}.name`

/** What is plainly missing. Whether a name or a contact is one, the server says. */
export function mistakesIn({
  name,
  contact,
  attending,
  others,
  needs,
}: Omit<Draft, 'confirms' | 'slot' | 'care'>): readonly Mistake[] {
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(contact.trim() === '' ? (['contact'] as const) : []),
    ...others.flatMap((one, index) => (one.name.trim() === '' ? [`others.${index}.name` as const] : [])),
    ...([...needs.words].length > 200 ? (['needs.words'] as const) : []),
    ...(attending || others.length > 0 ? [] : (['nobody'] as const)),
  ]
}
