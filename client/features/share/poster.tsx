import type { SessionView } from '#shared/contract/public.ts'
import { formatClock, formatDayHeading, formatDayRange, formatShortDay } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { LitWindows } from '#client/ui/mark.tsx'
import { QrCode } from '#client/ui/qr-code.tsx'
import './share.css'

type PosterProps = { readonly session: SessionView; readonly link: string }

/** One session on one A4 page, to be read from three steps away. Everything is words: paper has no links, and may have no colours. */
export function Poster({ session, link }: PosterProps) {
  const t = useWords()
  const { activity, cancelled, note, venue, room, city, funding } = session
  const title = <ForeignText text={activity.title} />
  const place = venue
    ? [venue.name, room, venue.address, city.name].filter(Boolean).join(', ')
    : [activity.meetingPoint?.text, session.district?.name, city.name].filter(Boolean).join(', ')
  const stepFree = venue?.accessibility.find(({ fact }) => fact === 'STEP_FREE_ENTRANCE')?.value ?? 'unknown'
  return (
    <article className="poster" aria-labelledby="poster-title">
      {session.sample && <p className="poster-sample">{t('share.poster.sample')}</p>}
      <header className="poster-head">
        <LitWindows size={64} />
        <p>{t(`kinds.${activity.kind}`)}</p>
      </header>
      <Change session={session} />
      <h2 id="poster-title">{cancelled ? <s>{title}</s> : title}</h2>
      <PosterWhen session={session} />
      <p className="poster-place">{place}</p>
      {!cancelled && (
        <ul className="plain poster-facts">
          <li>{t(`calendar.stepFree.${stepFree}`)}</li>
          {activity.cost && <li>{activity.cost.free ? t('share.poster.free') : <ForeignText text={activity.cost.text} />}</li>}
          <li>{t(`calendar.enrolment.${activity.enrolment}`)}</li>
        </ul>
      )}
      {note && (
        <p className="poster-text">
          <ForeignText text={note} />
        </p>
      )}
      {activity.description && !cancelled && (
        <p className="poster-text poster-description">
          <ForeignText text={activity.description} />
        </p>
      )}
      <footer className="poster-foot">
        <div>
          <p className="poster-scan">{t('share.poster.scan')}</p>
          <p className="poster-address">{link.replace(/^https?:\/\//, '')}</p>
          {activity.contact?.phone && <p className="poster-phone">{activity.contact.phone}</p>}
        </div>
        <QrCode text={link} label={t('share.poster.qr')} />
      </footer>
      {funding && (
        <div className="poster-fund">
          {funding.logos.map(({ src, alt }) => (
            <img key={src} src={src} alt={alt} height={40} />
          ))}
          <ForeignText text={funding.sentence} />
        </div>
      )}
    </article>
  )
}

function PosterWhen({ session: { when } }: { readonly session: SessionView }) {
  const t = useWords()
  const language = useLanguage()
  if (when.kind === 'all-day')
    return (
      <p className="poster-when">
        {formatDayRange(when.firstDay, when.lastDay, language)} <b>{t('plan.allDay')}</b>
      </p>
    )
  const { weekday, date } = formatDayHeading(when.start.slice(0, 10), language)
  return (
    <p className="poster-when">
      {weekday} {date}{' '}
      <b>
        {formatClock(when.start)}–{formatClock(when.end)}
      </b>
    </p>
  )
}

function Change({ session: { cancelled, moved } }: { readonly session: SessionView }) {
  const t = useWords()
  const language = useLanguage()
  const reason = (cancelled ?? moved)?.reason
  if (!cancelled && !moved) return null
  const from = moved?.from ?? ''
  const was =
    from.length > 10
      ? `${formatShortDay(from.slice(0, 10), language)}, ${formatClock(from)}`
      : from && formatShortDay(from, language)
  return (
    <p className="poster-change">
      <b>{cancelled ? t('share.poster.cancelled') : t('share.poster.moved', { when: was })}</b>
      {reason && (
        <>
          {' '}
          <ForeignText text={reason} />
        </>
      )}
    </p>
  )
}
