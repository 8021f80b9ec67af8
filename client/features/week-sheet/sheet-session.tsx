import { codeOf, type ActivityKind, type Language } from '#shared/contract/kinds.ts'
import type { FeedEvent } from '#shared/ical/event.ts'
import { formatClock, formatDayAndMonth, formatShortDay } from '#shared/time/format.ts'
import { firstDayOf, type LocalDay, type When } from '#shared/time/when.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { Icon } from '#client/ui/icons.tsx'

const stepFreeIcons = { yes: 'wheelchair', no: 'steps', unknown: 'question' } as const

type SheetSessionProps = {
  readonly event: FeedEvent
  readonly day: LocalDay
  /** Of the sheet: a city that it names isn't said again. */
  readonly title: string
}

/** One meeting on paper: everything in words, since paper has neither links nor colours to rely on. */
export function SheetSession({ event, day, title: heading }: SheetSessionProps) {
  const t = useWords()
  const { extra, location } = event
  const title = <ForeignText text={extra.title} />
  const place = withoutCity(location ?? extra.venue?.name ?? '', heading)
  return (
    <li className="sheet-session">
      <SheetHours when={event.when} day={day} struck={extra.cancelled} />
      <div>
        <p className="sheet-what">{extra.cancelled ? <s>{title}</s> : title}</p>
        <Change event={event} />
        {!extra.cancelled && (
          <>
            <p>{[extra.kind && t(`kinds.${codeOf(extra.kind) as ActivityKind}`), place].filter(Boolean).join(' · ')}</p>
            <p className="sheet-step-free">
              <Icon name={stepFreeIcons[extra.stepFree]} size={18} />
              {t(`calendar.stepFree.${extra.stepFree}`)}
            </p>
          </>
        )}
      </div>
    </li>
  )
}

function SheetHours({ when, day, struck }: { readonly when: When; readonly day: LocalDay; readonly struck: boolean }) {
  const t = useWords()
  const language = useLanguage()
  const first = firstDayOf(when)
  if (first < day) return <p className="sheet-hours">{t('week.continues', { day: formatDayAndMonth(first, language) })}</p>
  if (when.kind === 'all-day') return <p className="sheet-hours">{t('calendar.allDay')}</p>
  const start = formatClock(when.start)
  return (
    <p className="sheet-hours">
      <b>{struck ? <s>{start}</s> : start}</b>
      {!struck && <span>{t('calendar.until', { time: formatClock(when.end) })}</span>}
    </p>
  )
}

/** Cancelled or moved, with the word in capitals, the reason and what there is instead. */
function Change({ event }: { readonly event: FeedEvent }) {
  const t = useWords()
  const language = useLanguage()
  const { cancelled, movedFrom, reason, instead } = event.extra
  if (!cancelled && movedFrom === null) return null
  return (
    <p className="sheet-change">
      <b>{t(cancelled ? 'week.cancelled' : 'week.moved')}.</b>{' '}
      {!cancelled && movedFrom !== null && `${t('week.movedFrom', { when: startInWords(movedFrom, language) })}. `}
      {reason && <ForeignText text={reason} />}
      {instead && (
        <>
          {' '}
          {t('week.instead')} <ForeignText text={instead} />
        </>
      )}
    </p>
  )
}

/** "poniedziałek 23 listopada, 17:00" */
function startInWords(start: string, language: Language): string {
  const day = formatShortDay(start.slice(0, 10), language)
  return start.length > 10 ? `${day}, ${formatClock(start)}` : day
}

/** "Świetlica, ul. Przykładowa 2" from "Świetlica, ul. Przykładowa 2, Gliwice" on a sheet about Gliwice. */
function withoutCity(place: string, heading: string): string {
  const at = place.lastIndexOf(', ')
  return at > 0 && heading.includes(place.slice(at + 2)) ? place.slice(0, at) : place
}
