import type { TFunction } from 'i18next'
import { codeOf, enrolmentModes, type ActivityKind, type EnrolmentMode, type Language } from '#shared/contract/kinds.ts'
import { pages } from '#shared/contract/paths.ts'
import type { Text } from '#shared/contract/public.ts'
import type { FeedEvent } from '#shared/ical/event.ts'
import { formatClock, formatDayAndMonth, formatShortDay } from '#shared/time/format.ts'
import { firstDayOf, type LocalDay, type When } from '#shared/time/when.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { Icon, KindMark, type IconName } from '#client/ui/icons.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Mark, Note } from '#client/ui/note.tsx'
import { lastDayOf } from './agenda-days.ts'
import { hoursInWords, isOver, movedFromInWords, sinceInWords } from './moment.ts'
import './session-row.css'

type RowProps = { readonly event: FeedEvent; readonly now: number; readonly today: LocalDay; readonly heading?: 'h3' | 'h4' }

/**
 * One session of the agenda. Its link holds the whole sentence – what, when, where, with stairs or without – of which the eye sees
 * the title; the pieces that the eye sees beside it are kept from screen readers, which have heard them already.
 */
export function SessionRow({ event, now, today, heading: Heading = 'h3' }: RowProps) {
  const t = useWords()
  const language = useLanguage()
  const { extra, when } = event
  const over = isOver(when, now, today)
  return (
    <li className={`session${extra.cancelled ? ' session-cancelled' : ''}${over ? ' session-over' : ''}`}>
      <Hours when={when} over={over} />
      <div className="session-what">
        {extra.kind !== null && (
          <p aria-hidden="true">
            <KindMark slug={extra.kind}>{kindWord(extra.kind, t)}</KindMark>
          </p>
        )}
        <Heading>
          <LocalLink to={pages.session(sessionIdOf(event))}>
            <Title text={extra.title} struck={extra.cancelled} />
            <span className="visually-hidden">{restOfSentence(event, over, t, language)}</span>
          </LocalLink>
        </Heading>
        <ChangeNote event={event} />
      </div>
      <Place event={event} />
    </li>
  )
}

/** The id is the part of the UID before the installation's constant. */
export const sessionIdOf = ({ uid }: FeedEvent): string => uid.slice(0, uid.lastIndexOf('@'))

function Hours({ when, over }: { readonly when: When; readonly over: boolean }) {
  const t = useWords()
  const language = useLanguage()
  const lastDay = lastDayOf(when)
  const several = lastDay > firstDayOf(when)
  return (
    <p className="session-hours" aria-hidden="true">
      {when.kind === 'timed' ? <b>{formatClock(when.start)}</b> : <b className="session-all-day">{t('calendar.allDay')}</b>}
      {when.kind === 'timed' && !several && <span>{t('calendar.until', { time: formatClock(when.end) })}</span>}
      {several && <span>{t('calendar.days.untilDay', { day: formatDayAndMonth(lastDay, language) })}</span>}
      {over && <span>{t('calendar.over')}</span>}
    </p>
  )
}

const stepFreeIcons = { yes: 'wheelchair', no: 'steps', unknown: 'question' } as const satisfies Record<string, IconName>

function Place({ event }: { readonly event: FeedEvent }) {
  const t = useWords()
  const { location, extra } = event
  const enrolment = enrolmentOf(event)
  return (
    <div className="session-where" aria-hidden="true">
      {(location ?? extra.venue?.name) && <p>{location ?? extra.venue?.name}</p>}
      <p className="session-step-free">
        <Icon name={stepFreeIcons[extra.stepFree]} size={20} />
        {t(`calendar.stepFree.${extra.stepFree}`)}
      </p>
      {enrolment && !extra.cancelled && (
        <p>
          <Mark tone={enrolment === 'OPEN' ? 'yard' : 'plain'}>{t(`calendar.enrolment.${enrolment}`)}</Mark>
        </p>
      )}
    </div>
  )
}

/** "Odwołane we wtorek 3 marca." – or without the day, in a copy that was kept before feeds said it. */
function changeInWords(cancelled: boolean, since: string | null, t: TFunction): string {
  if (since === null) return t(cancelled ? 'calendar.cancelled' : 'calendar.moved')
  return t(cancelled ? 'calendar.cancelledSince' : 'calendar.movedSince', { since })
}

/** What changed, in place: cancelled with the reason and what there is instead, or moved from when. */
function ChangeNote({ event }: { readonly event: FeedEvent }) {
  const t = useWords()
  const language = useLanguage()
  const { cancelled, movedFrom, since, reason, instead } = event.extra
  if (!cancelled && movedFrom === null) return null
  return (
    <Note tone={cancelled ? 'window' : 'sky'}>
      <p>
        <b>{changeInWords(cancelled, since && sinceInWords(since, t, language), t)}</b>{' '}
        {!cancelled && movedFrom !== null && `${movedFromInWords(movedFrom, t, language)}. `}
        {reason && <ForeignText text={reason} />}
        {instead && (
          <>
            {' '}
            {t('calendar.instead')} <ForeignText text={instead} />
          </>
        )}
      </p>
    </Note>
  )
}

function Title({ text, struck }: { readonly text: Text; readonly struck: boolean }) {
  const title = <ForeignText text={text} />
  return struck ? <s>{title}</s> : title
}

/** What follows the title in the sentence that a screen reader hears. */
export function restOfSentence(event: FeedEvent, over: boolean, t: TFunction, language: Language): string {
  const { extra, when, location } = event
  const enrolment = enrolmentOf(event)
  const parts = [
    extra.cancelled ? t('calendar.cancelledWord') : null,
    extra.kind === null ? null : kindWord(extra.kind, t),
    `${formatShortDay(firstDayOf(when), language)} ${hoursInWords(when, t, language)}`,
    over ? t('calendar.over') : null,
    location ?? extra.venue?.name,
    t(`calendar.stepFree.${extra.stepFree}`),
    enrolment && !extra.cancelled ? t(`calendar.enrolment.${enrolment}`) : null,
  ]
  return ` – ${parts.filter(Boolean).join(', ')}.`
}

const kindWord = (slug: string, t: TFunction): string => t(`kinds.${codeOf(slug) as ActivityKind}`)

function enrolmentOf({ extra }: FeedEvent): EnrolmentMode | undefined {
  return enrolmentModes.find((mode) => mode === codeOf(extra.enrolment ?? ''))
}
