import { pages } from '#shared/contract/paths.ts'
import type { SessionView } from '#shared/contract/public.ts'
import { formatClock, formatShortDay } from '#shared/time/format.ts'
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
  return (
    <Note tone="window" filled>
      <p>
        <b>{t('session.cancelled.title')}</b>{' '}
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
        <b>{t('session.moved.title')}</b> {t('session.moved.from', { when: startInWords(moved.from, language) })}{' '}
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

/** "poniedziałek 23 listopada, 17:00" from a wall time, without the hour from a day. */
function startInWords(start: WallTime | LocalDay, language: Language): string {
  const day = formatShortDay(start.slice(0, 10), language)
  return start.length > 10 ? `${day}, ${formatClock(start)}` : day
}
