import type { LocalDay } from '#shared/time/when.ts'
import type { Choice } from './choice.ts'

/** What the list and the month are both drawn from. */
export type ViewProps = {
  readonly choice: Choice
  /** Free text, of this device only. */
  readonly search: string
  readonly now: number
  readonly today: LocalDay
  /** "Sośnica, Gliwice"; null while the name of the city isn't known. */
  readonly place: string | null
  readonly choose: (choice: Choice) => void
  /** The plain address of this page in another layout. */
  readonly address: (layout: Choice['layout']) => string
}
