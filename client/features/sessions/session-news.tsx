import { pages } from '#shared/contract/paths.ts'
import type { SessionView } from '#shared/contract/public.ts'
import { weekdayOf } from '#shared/time/calendar.ts'
import { dayInWarsaw, formatClock, formatDayAndMonth, formatShortDay } from '#shared/time/format.ts'
import type { LocalDay, WallTime } from '#shared/time/when.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Note } from '#client/ui/note.tsx'

/** What isn't as it was planned: cancelled, moved, over. Cancelled wins, since nothing else matters then. */
export function SessionNews({ session }: { readonly session: Pick<SessionView, 'cancelled' | 'moved' | 'ended'> }) {
  return (
    <div className="session-news">
      {session.cancelled ? <Cancelled cancelled={session.cancelled} /> : session.moved && <Moved moved={session.moved} />}
      {session.ended && !session.cancelled && <Ended />}
    </div>
  )
}

function Cancelled({ cancelled }: { readonly cancelled: NonNullable<SessionView['cancelled']> }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <Note tone="window" filled>
      <p>
        <b>{t('session.cancelled.title', { since: sinceInWords(cancelled.at, t, language) })}</b>{' '}
        {cancelled.reason ? <ForeignText text={cancelled.reason} /> : t('session.cancelled.noReason')}
      </p>
      {cancelled.instead && (
        <p>
          {t('session.cancelled.instead')} <Instead instead={cancelled.instead} />
        </p>
      )}
    </Note>
  )
}

function Instead({ instead }: { readonly instead: NonNullable<NonNullable<SessionView['cancelled']>['instead']> }) {
  if ('id' in instead) return <LocalLink to={pages.session(instead.id)}>{instead.name}</LocalLink>
  return <ForeignText text={instead} />
}

function Moved({ moved }: { readonly moved: NonNullable<SessionView['moved']> }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <Note tone="sky" filled>
      <p>
        <b>{t('session.moved.title', { since: sinceInWords(moved.at, t, language) })}</b>{' '}
        {t('session.moved.from', { when: startInWords(moved.from, language) })}{' '}
        {moved.reason && <ForeignText text={moved.reason} />}
      </p>
    </Note>
  )
}

function Ended() {
  const t = useWords()
  return (
    <Note tone="sun" filled>
      <p>
        <b>{t('session.ended.title')}</b> {t('session.ended.text')}
      </p>
    </Note>
  )
}

/** "we wtorek 3 marca", from the instant at which it was said. */
function sinceInWords(at: string, t: ReturnType<typeof useWords>, language: Language): string {
  const day = dayInWarsaw(Date.parse(at))
  const weekday = weekdays[weekdayOf(day) - 1] ?? 'monday'
  return `${t(`calendar.onWeekday.${weekday}`)} ${formatDayAndMonth(day, language)}`
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** "poniedziałek 23 listopada, 17:00" from a wall time, without the hour from a day. */
function startInWords(start: WallTime | LocalDay, language: Language): string {
  const day = formatShortDay(start.slice(0, 10), language)
  return start.length > 10 ? `${day}, ${formatClock(start)}` : day
}
