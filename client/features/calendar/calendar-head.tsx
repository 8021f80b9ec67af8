import type { UseQueryResult } from '@tanstack/react-query'
import { pages } from '#shared/contract/paths.ts'
import type { FeedEvent } from '#shared/ical/event.ts'
import { formatClock } from '#shared/time/format.ts'
import { firstDayOf, type LocalDay } from '#shared/time/when.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Note } from '#client/ui/note.tsx'
import { SampleBanner } from '#client/ui/sample-banner.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { copyTimeInWords } from './moment.ts'
import type { Calendar } from './queries.ts'

type HeadProps = {
  readonly feed: UseQueryResult<Calendar>
  /** Null while the cities aren't known, and with them whether to say above the page that it holds invented things. */
  readonly place: string | null
  /** Every session that the page shows, or would show further down. */
  readonly events: readonly FeedEvent[]
  /** Said before the number of sessions: what comes next, or nothing. */
  readonly next?: string | null
  readonly today: LocalDay
}

/** The heading of a calendar: where, what comes next, how many there are, and what has to be said first. */
export function CalendarHead({ feed, place, events, next = null, today }: HeadProps) {
  const t = useWords()
  const language = useLanguage()
  const calendar = feed.data
  const name = place ?? calendar?.head.title
  const copiedAt = calendar?.copiedAt ?? (calendar && feed.isError ? feed.dataUpdatedAt : null)
  const count = events.filter((event) => !event.extra.cancelled).length
  return (
    <div className="calendar-head">
      {copiedAt !== null && (
        <Note tone="sky" filled>
          <output>{t('app.offline.copy', { when: copyTimeInWords(copiedAt, language) })}</output>
        </Note>
      )}
      {place === null && calendar?.events.some(({ extra }) => extra.sample) && <SampleBanner />}
      <CancelledToday events={events} today={today} />
      {name === undefined ? <p className="title-waiting" /> : <PageTitle title={t('calendar.title', { place: name })} />}
      <p className="quiet">
        {next && <>{t('calendar.next', { when: next })} </>}
        <output>{calendar && `${t('calendar.count', { count })}.`}</output>{' '}
        <LocalLink to={`${pages.front}?choose`}>{t('calendar.changeCity')}</LocalLink>
      </p>
    </div>
  )
}

/** What is cancelled today stands above everything: somebody may be putting on their coat. */
function CancelledToday({ events, today }: { readonly events: readonly FeedEvent[]; readonly today: LocalDay }) {
  const t = useWords()
  const cancelled = events.filter((event) => event.extra.cancelled && firstDayOf(event.when) === today)
  if (cancelled.length === 0) return null
  const titles = cancelled.map(({ extra, when }) =>
    when.kind === 'timed' ? `${extra.title.text}, ${formatClock(when.start)}` : extra.title.text,
  )
  return (
    <Note tone="window" filled>
      <p>
        <b>{t('calendar.cancelledToday', { titles: titles.join('; ') })}</b>
      </p>
    </Note>
  )
}
