import { useState, type ReactNode } from 'react'
import type { FeedEvent } from '#shared/ical/event.ts'
import { formatDayAndMonth, formatDayHeading, relativeDay } from '#shared/time/format.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Mark } from '#client/ui/note.tsx'
import { firstWeeks, type AgendaDay } from './agenda-days.ts'
import { SessionRow } from './session-row.tsx'
import './agenda.css'

type AgendaProps = {
  readonly days: readonly AgendaDay[]
  readonly now: number
  readonly today: LocalDay
  readonly steps: number
  /** The feed holds no more than this: later sessions exist. */
  readonly cut: boolean
  readonly onMore: () => void
}

/** Sessions from today on, day by day, some weeks at a time. After "more" the reading goes on at the first new day. */
export function Agenda({ days, now, today, steps, cut, onMore }: AgendaProps) {
  const shown = firstWeeks(days, steps)
  const [lastRead, setLastRead] = useState<LocalDay | null>(null)
  const firstNew = days.find(({ day }) => lastRead !== null && day > lastRead)?.day
  const showMore = () => {
    setLastRead(shown.at(-1)?.day ?? null)
    onMore()
  }
  return (
    <div className="agenda">
      {shown.map(({ day, events }) => (
        <DayOfSessions key={day} day={day} events={events} now={now} today={today} focused={day === firstNew} />
      ))}
      {shown.length < days.length && <More lastDay={shown.at(-1)?.day} onMore={showMore} />}
      {shown.length === days.length && cut && <Cut lastDay={days.at(-1)?.day} />}
    </div>
  )
}

type DayProps = {
  readonly day: LocalDay
  readonly events: readonly FeedEvent[]
  readonly now: number
  readonly today: LocalDay
  readonly empty?: ReactNode
  /** Takes the focus when it appears. */
  readonly focused?: boolean
}

/** A day with its heading, "today" or "tomorrow" beside it. */
export function DayOfSessions({ day, events, now, today, empty, focused = false }: DayProps) {
  const language = useLanguage()
  const { weekday, date } = formatDayHeading(day, language)
  const relative = relativeDay(day, today, language)
  return (
    <section className="day" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`} tabIndex={-1} ref={focused ? takeFocus : null}>
        {weekday} <span className="day-date">{date}</span>
        {relative && (
          <>
            {' '}
            <Mark tone="sun">{relative}</Mark>
          </>
        )}
      </h2>
      {events.length === 0 && empty}
      <ul className="plain">
        {events.map((event) => (
          <SessionRow key={event.uid} event={event} now={now} today={today} />
        ))}
      </ul>
    </section>
  )
}

const takeFocus = (heading: HTMLElement | null): void => heading?.focus()

function More({ lastDay, onMore }: { readonly lastDay: LocalDay | undefined; readonly onMore: () => void }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <div className="agenda-more">
      {lastDay && <p className="quiet">{t('calendar.moreUntil', { day: formatDayAndMonth(lastDay, language) })}</p>}
      <Button onClick={onMore}>{t('calendar.more')}</Button>
    </div>
  )
}

function Cut({ lastDay }: { readonly lastDay: LocalDay | undefined }) {
  const t = useWords()
  const language = useLanguage()
  return lastDay ? <p className="quiet">{t('calendar.cut', { day: formatDayAndMonth(lastDay, language) })}</p> : null
}
