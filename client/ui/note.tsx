import type { ReactNode } from 'react'
import './note.css'

/** `window`: cancelled or dangerous. `sky`: moved, or to know. `yard`: done, free. `sun`: today, few left. The words say it too. */
export type Tone = 'window' | 'sky' | 'yard' | 'sun'

/** What has to be said in place: with a bar at its side, or filled where it stands alone at the top of a page. */
export function Note({
  tone,
  filled = false,
  children,
}: {
  readonly tone: Tone
  readonly filled?: boolean
  readonly children: ReactNode
}) {
  return <div className={`note note-${tone}${filled ? ' note-filled' : ''}`}>{children}</div>
}

/** One or two words on a ground of their own: "jutro", "przyjdź bez zapisów". */
export function Mark({ tone, children }: { readonly tone: Tone | 'plain'; readonly children: ReactNode }) {
  return <span className={`mark mark-${tone}`}>{children}</span>
}
