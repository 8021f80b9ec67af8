import { feedPath } from '#shared/contract/paths.ts'
import { everything, type Selection } from '#shared/contract/selection.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { agendaDays } from '#client/features/calendar/agenda-days.ts'
import { NextSessions, type NextBy } from '#client/features/calendar/next-sessions.tsx'
import { useFeed } from '#client/features/calendar/queries.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useNow } from '#client/lib/use-now.ts'
import { Button } from '#client/ui/button.tsx'
import { SampleBanner } from '#client/ui/sample-banner.tsx'
import { Loading } from '#client/ui/states.tsx'

type ComingProps = {
  readonly slice: Selection['slice']
  readonly heading: string
  readonly by?: NextBy
  /** The id of a session that is on the page already. */
  readonly except?: string
  /** Whether the page has said that all of it is invented; else the list says so when it holds anything invented. */
  readonly said: boolean
  /** Nothing more will come, so nothing is promised. */
  readonly finished?: boolean
}

/** The next sessions of a place, from its published feed. */
export function Coming({ slice, heading, by = 'title', except, said, finished = false }: ComingProps) {
  const t = useWords()
  const now = useNow()
  const today = dayInWarsaw(now)
  const feed = useFeed(feedPath({ ...everything, slice, language: useLanguage() }))
  const events = agendaDays(feed.data?.events ?? [], today)
    .flatMap((day) => day.events)
    .filter(({ uid }) => except === undefined || !uid.startsWith(`${except}@`))
  return (
    <section className="coming" aria-labelledby="coming">
      <h2 id="coming">{heading}</h2>
      {feed.isPending && <Loading lines={4} />}
      {feed.isError && !feed.data && (
        <div role="alert">
          <p>{t('place.nextFailed')}</p>
          <Button onClick={() => void feed.refetch()}>{t('app.failure.retry')}</Button>
        </div>
      )}
      {feed.data && events.length === 0 && (
        <>
          <p>{t('place.nextNone')}</p>
          {!finished && <p className="quiet">{t('place.nextNoneText')}</p>}
        </>
      )}
      {!said && events.some(({ extra }) => extra.sample) && <SampleBanner />}
      {events.length > 0 && <NextSessions by={by} events={events} now={now} today={today} more={t('place.more')} />}
    </section>
  )
}
