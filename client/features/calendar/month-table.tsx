import type { KeyboardEvent } from 'react'
import type { FeedEvent } from '#shared/ical/event.ts'
import { weeksOfMonth } from '#shared/time/calendar.ts'
import { formatClock, formatMonth, formatShortDay, weekdayNames } from '#shared/time/format.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { pages } from '#shared/contract/paths.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { eventsByDay } from './agenda-days.ts'
import { weekdays } from './moment.ts'
import { sessionIdOf } from './session-row.tsx'
import './month-table.css'

type MonthProps = {
  readonly month: string
  readonly events: readonly FeedEvent[]
  readonly today: LocalDay
  readonly chosen: LocalDay | null
  /** The plain address of the page with that day chosen. */
  readonly addressOf: (day: LocalDay) => string
}

const shownInCell = 3
const mostWindows = 6
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A month as a table. Days with sessions are links: with Tab, or with the arrow keys as the table looks. */
export function MonthTable({ month, events, today, chosen, addressOf }: MonthProps) {
  const t = useWords()
  const language = useLanguage()
  const weeks = weeksOfMonth(month)
  const byDay = eventsByDay(events, weeks.flat())
  const long = weekdayNames(language, 'long')
  return (
    <table className="month">
      <caption className="visually-hidden">{t('calendar.month.caption', { month: formatMonth(month, language) })}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday, index) => (
            <th key={weekday} scope="col" abbr={long[index]}>
              {t(`calendar.month.weekdays.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <MonthCell
                key={day}
                day={day}
                events={byDay.get(day) ?? []}
                place={day.startsWith(month) ? 'inside' : 'outside'}
                today={day === today}
                chosen={day === chosen}
                address={addressOf(day)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type CellProps = {
  readonly day: LocalDay
  readonly events: readonly FeedEvent[]
  readonly place: 'inside' | 'outside'
  readonly today: boolean
  readonly chosen: boolean
  readonly address: string
}

function MonthCell({ day, events, place, today, chosen, address }: CellProps) {
  const t = useWords()
  const language = useLanguage()
  const number = <span className={today ? 'month-number month-today' : 'month-number'}>{Number(day.slice(8))}</span>
  const marks = [place, chosen ? 'chosen' : ''].filter(Boolean).map((mark) => `month-${mark}`)
  if (events.length === 0)
    return (
      <td className={marks.join(' ')}>
        <span className="month-day">{number}</span>
      </td>
    )
  const name = [
    formatShortDay(day, language),
    today ? t('calendar.day.today') : null,
    t('calendar.count', { count: events.length }),
  ]
  return (
    <td className={marks.join(' ')}>
      <LocalLink
        className="month-day"
        to={address}
        data-day={day}
        aria-label={`${Number(day.slice(8))}, ${name.filter(Boolean).join(', ')}`}
        aria-current={chosen ? 'date' : undefined}
        onKeyDown={stepOnArrow}
        preventScrollReset
      >
        {number}
        <LitDay count={events.length} />
      </LocalLink>
      <ul className="plain month-list">
        {events.slice(0, shownInCell).map((event) => (
          <MonthEntry key={event.uid} event={event} day={day} />
        ))}
        {events.length > shownInCell && (
          <li aria-hidden="true">{t('calendar.month.more', { count: events.length - shownInCell })}</li>
        )}
      </ul>
    </td>
  )
}

/** A house at dusk: as many lit windows as there are sessions, up to six, and the number where there are more. */
function LitDay({ count }: { readonly count: number }) {
  return (
    <span className="month-lights" aria-hidden="true">
      {Array.from({ length: Math.min(count, mostWindows) }, (_, index) => (
        <span key={index} className="month-light" />
      ))}
      {count > mostWindows && <span className="month-count">{count}</span>}
    </span>
  )
}

function MonthEntry({ event, day }: { readonly event: FeedEvent; readonly day: LocalDay }) {
  const { extra, when } = event
  const starts = when.kind === 'timed' && when.start.startsWith(day)
  return (
    <li>
      <LocalLink to={pages.session(sessionIdOf(event))}>
        {starts && <b>{formatClock(when.start)} </b>}
        {extra.cancelled ? <s>{extra.title.text}</s> : extra.title.text}
      </LocalLink>
    </li>
  )
}

/** Arrow keys go to the next day link in that direction, skipping days without sessions. */
function stepOnArrow(event: KeyboardEvent<HTMLAnchorElement>): void {
  const step = steps[event.key]
  const cell = event.currentTarget.closest('td')
  if (step === undefined || !cell) return
  const cells = [...(cell.closest('table')?.querySelectorAll('td') ?? [])]
  for (let at = cells.indexOf(cell) + step; cells[at]; at += step) {
    const link = cells[at]?.querySelector<HTMLElement>('a.month-day')
    if (!link) continue
    event.preventDefault()
    return link.focus()
  }
}
