import { formatDayAndMonth } from '#shared/time/format.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { useLanguage } from '#client/i18n/use-words.ts'
import './day-leaf.css'

/** A leaf of a tear-off calendar: the day large, its month under it. For the eye only; words beside it say the day. */
export function DayLeaf({ day }: { readonly day: LocalDay }) {
  const language = useLanguage()
  const month = formatDayAndMonth(day, language).replace(/[\d\s]+/g, '')
  return (
    <span className="day-leaf" aria-hidden="true">
      <b>{Number(day.slice(8))}</b>
      <span>{month.slice(0, 3)}</span>
    </span>
  )
}
