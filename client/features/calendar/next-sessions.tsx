import { useState } from 'react'
import { pages } from '#shared/contract/paths.ts'
import type { FeedEvent } from '#shared/ical/event.ts'
import { formatClock, formatShortDay, formatWeekday } from '#shared/time/format.ts'
import { firstDayOf, type LocalDay, type When } from '#shared/time/when.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { DayLeaf } from '#client/ui/day-leaf.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { hoursInWords, isOver } from './moment.ts'
import { restOfSentence, sessionIdOf } from './session-row.tsx'
import './next-sessions.css'

/** What tells the lines of a list apart: title and place, the title alone (all in one place), or the day (all of one series). */
export type NextBy = 'title' | 'title-here' | 'day'

type NextProps = {
  readonly by: NextBy
  readonly events: readonly FeedEvent[]
  readonly now: number
  readonly today: LocalDay
  readonly more: string
}

const atFirst = 5
const atOnce = 20

/** What comes next at a place, in short: a few lines, and more when asked. */
export function NextSessions({ by, events, now, today, more }: NextProps) {
  const [shown, setShown] = useState(atFirst)
  return (
    <>
      <ul className="plain next-sessions">
        {events.slice(0, shown).map((event) => (
          <NextSession key={event.uid} by={by} event={event} over={isOver(event.when, now, today)} />
        ))}
      </ul>
      {events.length > shown && (
        <Button wide onClick={() => setShown(shown + atOnce)}>
          {more}
        </Button>
      )}
    </>
  )
}

type LineProps = { readonly by: NextBy; readonly event: FeedEvent; readonly over: boolean }

/** As in the agenda, the link holds the whole sentence and the pieces beside it are for the eye. */
function NextSession({ by, event, over }: LineProps) {
  const t = useWords()
  const language = useLanguage()
  const { extra, when, location } = event
  const day = formatShortDay(firstDayOf(when), language)
  const hours = hoursOf(when) ?? hoursInWords(when, t, language)
  const title = <ForeignText text={extra.title} />
  const called = by === 'day' ? day : title
  return (
    <li className="next-session">
      <DayLeaf day={firstDayOf(when)} />
      <div>
        <LocalLink to={pages.session(sessionIdOf(event))}>
          {extra.cancelled ? <s>{called}</s> : called}
          <span className="visually-hidden">
            {by === 'day' && <>, {title}</>}
            {restOfSentence(event, over, t, language)}
          </span>
        </LocalLink>
        <p className="next-session-rest" aria-hidden="true">
          {extra.cancelled && <b className="cancelled-word">{t('calendar.cancelledWord')}</b>}
          {!extra.cancelled && extra.movedFrom !== null && (
            <b className="moved-word">{t('calendar.moved').toLocaleLowerCase()}</b>
          )}
          <span>{by === 'day' ? hours : `${formatWeekday(firstDayOf(when), language)}, ${hours}`}</span>
          {by === 'title' && <span>{extra.venue?.name ?? location}</span>}
        </p>
      </div>
    </li>
  )
}

/** "17:00–19:00" on one day; null where that wouldn't say it all. */
const hoursOf = (when: When): string | null =>
  when.kind === 'timed' && when.start.slice(0, 10) === when.end.slice(0, 10)
    ? `${formatClock(when.start)}–${formatClock(when.end)}`
    : null
