import type { SessionAnswer } from '#shared/contract/public.ts'
import { dayInWarsaw, formatSpan } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { QrCode } from '#client/ui/qr-code.tsx'
import './share.css'

type Props = {
  readonly session: SessionAnswer
  /** The meeting that takes its place, where there is one. */
  readonly instead: SessionAnswer | null
  /** The page of what is told here. */
  readonly link: string
  readonly nowMs: number
}

/** What hangs on a door behind which nothing happens: read from three steps away, by whoever came in vain. Of a discreet meeting the neutral title. */
export function DoorNote({ session, instead, link, nowMs }: Props) {
  const t = useWords()
  const language = useLanguage()
  const { when } = session
  const firstDay = when.kind === 'timed' ? when.start.slice(0, 10) : when.firstDay
  const isToday = firstDay === dayInWarsaw(nowMs)
  const reason = session.discreet ? null : (session.cancelled?.reason ?? null)
  const other = session.discreet ? null : (session.cancelled?.instead ?? null)
  const phone = session.discreet ? null : session.activity.contact?.phone
  return (
    <article className="poster door-note" aria-labelledby="door-note-title">
      {session.sample && <p className="poster-sample">{t('share.poster.sample')}</p>}
      <p className="door-note-off">{isToday ? t('calls.doorNote.today') : t('share.poster.cancelled')}</p>
      <h2 id="door-note-title">
        <ForeignText text={session.discreet ? session.title : session.activity.title} />
      </h2>
      <p className="poster-when">{formatSpan(when, language)}</p>
      {reason && (
        <p className="door-note-why">
          {t('calls.doorNote.why')}{' '}
          <b>
            <ForeignText text={reason} />
          </b>
        </p>
      )}
      {instead && (
        <p className="poster-change">
          {t('calls.doorNote.instead')} <b>{formatSpan(instead.when, language)}</b>{' '}
          {!instead.discreet && instead.venue && [instead.venue.name, instead.venue.address].filter(Boolean).join(', ')}
        </p>
      )}
      {!instead && other && !('id' in other) && (
        <p className="poster-change">
          {t('calls.doorNote.instead')} <ForeignText text={other} />
        </p>
      )}
      <p className="door-note-sorry">{t('calls.doorNote.sorry')}</p>
      <footer className="poster-foot">
        <div>
          <p className="poster-scan">{t('calls.doorNote.scan')}</p>
          <p className="poster-address">{link.replace(/^https?:\/\//, '')}</p>
          {phone && (
            <p>
              {t('calls.doorNote.phone')} <span className="poster-phone">{phone}</span>
            </p>
          )}
        </div>
        <QrCode text={link} label={t('share.poster.qr')} />
      </footer>
    </article>
  )
}
