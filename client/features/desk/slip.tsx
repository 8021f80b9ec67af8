import type { ComingMeeting } from '#shared/contract/desk.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { LitWindows } from '#client/ui/mark.tsx'
import { readOut, whenOf, type Given } from './queries.ts'

type SlipProps = {
  readonly name: string
  readonly done: Given | null
  /** What may be read out may be printed; of discreet meetings only what somebody asked for. */
  readonly coming: readonly ComingMeeting[]
  readonly discreet: boolean
}

/** For paper alone, in large type: the number of this sign-up, and the coming weeks. */
export function Slip({ name, done, coming, discreet }: SlipProps) {
  const t = useWords()
  const language = useLanguage()
  const printed = coming.filter((meeting) => discreet || !meeting.discreet)
  const shows = done && (discreet || !done.offer.discreet)
  return (
    <article className="desk-slip" aria-hidden="true">
      <header>
        <LitWindows size={48} /> {t('app.name')}
      </header>
      <p className="desk-slip-name">{name}</p>
      {done && (
        <section>
          {shows && (
            <>
              <h2>
                <ForeignText text={done.offer.title} />
              </h2>
              {done.shift && (
                <p>
                  {t('merges.kind.shift')}: <ForeignText text={done.shift} />
                </p>
              )}
              <p>{whenOf(done.offer, language)}</p>
              <p>{done.offer.venue}</p>
            </>
          )}
          {done.answer.outcome === 'waiting' && <p>({t('desk.slip.waiting')})</p>}
          <p className="desk-slip-label">{t('desk.slip.code')}</p>
          <p className="desk-slip-code">{readOut(done.answer.code)}</p>
          <p>{t('desk.slip.note')}</p>
        </section>
      )}
      {printed.length > 0 && (
        <section>
          <h3>{t('desk.slip.coming')}</h3>
          <ul className="plain">
            {printed.map((meeting) => (
              <li key={`${meeting.signUp} ${meeting.session}`}>
                <b>{whenOf(meeting, language)}</b>
                <br />
                <ForeignText text={meeting.title} />
                {meeting.shift && ` – ${t('merges.kind.shift')}: ${meeting.shift.text}`}
                {meeting.cancelled ? ` (${t('desk.slip.cancelled')})` : ''}
                {meeting.status === 'confirmed' ? '' : ` (${t(`desk.slip.${meeting.status}`)})`}
                <br />
                {[meeting.venue, meeting.address].filter(Boolean).join(', ')}
                {meeting.care > 0 && (
                  <>
                    <br />
                    {t('desk.people.inCare', { count: meeting.care })}
                  </>
                )}
                <span className="desk-slip-number">{readOut(meeting.code)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}
