import { feedPath } from '#shared/contract/paths.ts'
import { weeksOfMonth } from '#shared/time/calendar.ts'
import { formatMonth } from '#shared/time/format.ts'
import { firstDayOf, type LocalDay } from '#shared/time/when.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Icon } from '#client/ui/icons.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { DayOfSessions } from './agenda.tsx'
import { eventsByDay, lastDayOf, searched } from './agenda-days.ts'
import { CalendarHead } from './calendar-head.tsx'
import type { ViewProps } from './calendar-view.ts'
import { monthAfter, type Choice } from './choice.ts'
import { MonthTable } from './month-table.tsx'
import { useFeed } from './queries.ts'

type MonthViewProps = ViewProps & { readonly month: string; readonly day: LocalDay | null }

/**
 * A month of the same selection. It asks for exactly the weeks of the table: the agenda's feed may be cut, and reaches only two
 * months back.
 */
export function MonthView({ choice, search, now, today, place, address, month, day }: MonthViewProps) {
  const t = useWords()
  const feed = useFeed(feedPath({ ...choice.selection, range: rangeOf(month) }))
  const events = searched(feed.data?.events ?? [], search)
  const inside = events.filter(({ when }) => firstDayOf(when) <= `${month}-31` && lastDayOf(when) >= `${month}-01`)
  const addressOf = (chosen: LocalDay) => address({ view: 'month', month, day: chosen })
  return (
    <div className="calendar-main">
      <CalendarHead feed={feed} place={place} events={inside} today={today} />
      <MonthHead month={month} address={address} />
      {feed.isError && !feed.data ? (
        <Failure error={feed.error} retry={() => void feed.refetch()} />
      ) : (
        <div className={feed.isPlaceholderData ? 'calendar-stale' : undefined}>
          {feed.isPending && (
            <Loading>
              <span />
            </Loading>
          )}
          <MonthTable month={month} events={events} today={today} chosen={day} addressOf={addressOf} />
        </div>
      )}
      <div className="month-below">
        {day === null ? (
          <p className="quiet">{t('calendar.month.hint')}</p>
        ) : (
          <DayOfSessions
            day={day}
            events={eventsByDay(events, [day]).get(day) ?? []}
            now={now}
            today={today}
            empty={feed.data ? <p className="quiet">{t('calendar.month.emptyDay')}</p> : null}
          />
        )}
      </div>
    </div>
  )
}

function MonthHead({ month, address }: { readonly month: string; readonly address: (layout: Choice['layout']) => string }) {
  const t = useWords()
  const language = useLanguage()
  const to = (months: number) => address({ view: 'month', month: monthAfter(month, months), day: null })
  return (
    <div className="month-head">
      <h2>{formatMonth(month, language)}</h2>
      <LocalLink to={to(-1)} aria-label={t('calendar.month.previous')} preventScrollReset>
        <Icon name="back" />
      </LocalLink>
      <LocalLink to={to(1)} aria-label={t('calendar.month.next')} preventScrollReset>
        <Icon name="forward" />
      </LocalLink>
    </div>
  )
}

function rangeOf(month: string): { readonly from: LocalDay; readonly to: LocalDay } {
  const days = weeksOfMonth(month).flat()
  return { from: days.at(0) ?? '', to: days.at(-1) ?? '' }
}
