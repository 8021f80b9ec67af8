import { feedPath } from '#shared/contract/paths.ts'
import { useLanguage } from '#client/i18n/use-words.ts'
import { Failure, Loading } from '#client/ui/states.tsx'
import { Agenda } from './agenda.tsx'
import { agendaDays, searched } from './agenda-days.ts'
import { CalendarHead } from './calendar-head.tsx'
import type { ViewProps } from './calendar-view.ts'
import { isOver, startInWords } from './moment.ts'
import { NothingPlanned } from './nothing-planned.tsx'
import { useFeed } from './queries.ts'

/** A feed never holds more (mechanics 11). */
const mostEvents = 1000

export function ListView({ choice, search, now, today, place, choose, steps }: ViewProps & { readonly steps: number }) {
  const language = useLanguage()
  const feed = useFeed(feedPath(choice.selection))
  const days = agendaDays(searched(feed.data?.events ?? [], search), today)
  const coming = days.flatMap((day) => day.events).filter((event) => !isOver(event.when, now, today))
  const next = coming.find(({ extra, when }) => !extra.cancelled && when.kind === 'timed' && when.startMs > now)
  const showMore = () => choose({ ...choice, layout: { view: 'list', steps: steps + 1 } })
  return (
    <div className="calendar-main">
      <CalendarHead
        feed={feed}
        place={place}
        events={coming}
        next={next ? startInWords(next.when, today, language) : null}
        today={today}
      />
      {feed.isPending && <AgendaSkeleton />}
      {feed.isError && !feed.data && <Failure error={feed.error} retry={() => void feed.refetch()} />}
      {feed.data && days.length === 0 && <NothingPlanned choice={choice} search={search} choose={choose} />}
      {days.length > 0 && (
        <div className={feed.isPlaceholderData ? 'calendar-stale' : undefined}>
          <Agenda
            days={days}
            now={now}
            today={today}
            steps={steps}
            cut={(feed.data?.events.length ?? 0) >= mostEvents}
            onMore={showMore}
          />
        </div>
      )}
    </div>
  )
}

/** As tall as the rows that come, so that nothing jumps. */
function AgendaSkeleton() {
  return (
    <Loading>
      <div className="agenda-waiting" aria-hidden="true">
        <span className="skeleton skeleton-title" />
        {[1, 2, 3, 4].map((row) => (
          <div key={row} className="row-waiting">
            <span className="skeleton skeleton-title" />
            <div className="skeletons">
              <span className="skeleton skeleton-line" />
              <span className="skeleton skeleton-line" />
              <span className="skeleton skeleton-line" />
            </div>
          </div>
        ))}
      </div>
    </Loading>
  )
}
