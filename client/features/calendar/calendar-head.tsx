import { pages } from '#shared/contract/paths.ts'
import type { FeedEvent } from '#shared/ical/event.ts'
import { firstDayOf, type LocalDay } from '#shared/time/when.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import type { AgendaDay } from './agenda-days.ts'
import { copyTimeInWords, isOver, startInWords } from './moment.ts'
import type { Calendar } from './queries.ts'

type HeadProps = {
  readonly calendar: Calendar | undefined
  readonly place: string | null
  readonly days: readonly AgendaDay[]
  readonly now: number
  readonly today: LocalDay
}

/** The heading of a calendar: where, what comes next, how many there are, and what has to be said first. */
export function CalendarHead({ calendar, place, days, now, today }: HeadProps) {
  const t = useWords()
  const language = useLanguage()
  const events = days.flatMap((day) => day.events)
  const next = events.find((event) => !event.extra.cancelled && event.when.kind === 'timed' && event.when.startMs > now)
  const coming = events.filter((event) => !event.extra.cancelled && !isOver(event.when, now, today)).length
  const name = place ?? calendar?.head.title
  return (
    <div className="calendar-head">
      {calendar?.copiedAt && (
        <Note tone="sky" filled>
          <p>{t('app.offline.copy', { when: copyTimeInWords(calendar.copiedAt, language) })}</p>
        </Note>
      )}
      <CancelledToday events={events} today={today} language={language} />
      {name === undefined ? <p className="title-waiting" /> : <PageTitle title={t('calendar.title', { place: name })} />}
      <p className="quiet">
        {next && <>{t('calendar.next', { when: startInWords(next.when, today, language) })} </>}
        <output>{calendar && `${t('calendar.count', { count: coming })}.`}</output>{' '}
        <LocalLink to={`${pages.front}?choose`}>{t('calendar.changeCity')}</LocalLink>
      </p>
    </div>
  )
}

type CancelledProps = { readonly events: readonly FeedEvent[]; readonly today: LocalDay; readonly language: 'pl' | 'en' | 'uk' }

/** What is cancelled today stands above everything: somebody may be putting on their coat. */
function CancelledToday({ events, today, language }: CancelledProps) {
  const t = useWords()
  const cancelled = events.filter((event) => event.extra.cancelled && firstDayOf(event.when) === today)
  if (cancelled.length === 0) return null
  const titles = cancelled.map((event) => `${event.extra.title.text} (${startInWords(event.when, today, language)})`).join('; ')
  return (
    <Note tone="window" filled>
      <p>
        <b>{t('calendar.cancelledToday', { titles })}</b>
      </p>
    </Note>
  )
}
