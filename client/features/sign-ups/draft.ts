import type { SignUpAnswer } from '#shared/contract/public.ts'

export type Person = { readonly name: string; readonly child: boolean }

/** What somebody has typed so far. */
export type Draft = {
  readonly name: string
  readonly contact: string
  readonly attending: boolean
  readonly others: readonly Person[]
}

/** Everything about one sign-up that must survive a reload, the back button and a lost answer. */
export type Kept = {
  readonly draft: Draft
  readonly step: 1 | 2
  /** What was sent last, with the key that makes sending it again harmless; null after an answer. */
  readonly sent: { readonly text: string; readonly key: string } | null
  readonly done: SignUpAnswer | null
}

export const emptyKept: Kept = {
  draft: { name: '', contact: '', attending: true, others: [] },
  step: 1,
  sent: null,
  done: null,
}

const place = (sessionId: string): string => `podworko.sign-up.${sessionId}`

/** Kept in this tab alone and forgotten with it: the device may be a library's. */
export function readKept(sessionId: string): Kept {
  try {
    const text = sessionStorage.getItem(place(sessionId))
    return text === null ? emptyKept : { ...emptyKept, ...(JSON.parse(text) as Kept) }
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

export type Mistake = 'name' | 'contact' | 'nobody' | `others.${number}.name`

/** What is plainly missing. Whether a name or a contact is one, the server says. */
export function mistakesIn({ name, contact, attending, others }: Draft): readonly Mistake[] {
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(contact.trim() === '' ? (['contact'] as const) : []),
    ...others.flatMap((one, index) => (one.name.trim() === '' ? [`others.${index}.name` as const] : [])),
    ...(attending || others.length > 0 ? [] : (['nobody'] as const)),
  ]
}
