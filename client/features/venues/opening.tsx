import type { VenuePageView } from '#shared/contract/public.ts'
import { formatDay } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Row, Rows } from '#client/ui/facts.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'

/** When a place is open: only the days that somebody wrote down. */
export function OpeningHours({ hours }: Pick<VenuePageView, 'hours'>) {
  const t = useWords()
  return (
    <Rows>
      {([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => {
        const spans = hours.filter((span) => span.weekday === weekday)
        if (spans.length === 0) return null
        return (
          <Row key={weekday} name={t(`venue.weekdays.d${weekday}`)}>
            {spans.map(({ opens, closes }) => `${opens}–${closes === '00:00' ? '24:00' : closes}`).join(', ')}
          </Row>
        )
      })}
    </Rows>
  )
}

/** When it, or a room of it, will be closed, and why. */
export function ComingClosures({ closures }: Pick<VenuePageView, 'closures'>) {
  const t = useWords()
  const say = useSpan()
  return (
    <Rows>
      {closures.map((closure) => (
        <Row key={`${say(closure.when)} ${closure.room ?? ''}`} name={say(closure.when)}>
          {closure.room ?? t('venue.whole')}: <ForeignText text={closure.reason} />
        </Row>
      ))}
    </Rows>
  )
}

function useSpan(): (when: VenuePageView['closures'][number]['when']) => string {
  const language = useLanguage()
  const day = (text: string): string => formatDay(text.slice(0, 10), language)
  return (when) => {
    if (when.kind === 'all-day')
      return when.firstDay === when.lastDay ? day(when.firstDay) : `${day(when.firstDay)} – ${day(when.lastDay)}`
    const end = when.end.slice(0, 10) === when.start.slice(0, 10) ? '' : `${day(when.end)}, `
    return `${day(when.start)}, ${when.start.slice(11, 16)}–${end}${when.end.slice(11, 16)}`
  }
}
