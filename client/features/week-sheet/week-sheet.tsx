import type { FeedEvent } from '#shared/ical/event.ts'
import { formatDayHeading, formatDayRange, formatInstant } from '#shared/time/format.ts'
import { addDays } from '#shared/time/calendar.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { LitWindows } from '#client/ui/mark.tsx'
import { QrCode } from '#client/ui/qr-code.tsx'
import { SheetSession } from './sheet-session.tsx'
import './week-sheet.css'

export type WeekSheetProps = {
  readonly title: string
  readonly monday: LocalDay
  readonly days: ReadonlyMap<LocalDay, readonly FeedEvent[]>
  /** What is photographed and what is typed: whole addresses, the second as short as can be. */
  readonly scanned: string
  readonly typed: string
  /** When the plan was like this: epoch milliseconds. */
  readonly asOf: number
}

/** A week on A4 for a notice board: large type while there is little, two columns when there is much. */
export function WeekSheet({ title, monday, days, scanned, typed, asOf }: WeekSheetProps) {
  const t = useWords()
  const language = useLanguage()
  const busy = [...days].filter(([, events]) => events.length > 0)
  const events = busy.flatMap(([, list]) => list)
  return (
    <section className={`sheet sheet-${sizeFor(events.length)}`} aria-labelledby="sheet-title">
      <header className="sheet-head">
        <div className="sheet-name">
          <LitWindows size={48} />
          <h2 id="sheet-title">{title}</h2>
          <p className="sheet-range">{formatDayRange(monday, addDays(monday, 6), language)}</p>
          <p className="sheet-as-of">{t('week.printed', { when: formatInstant(asOf, language) })}</p>
        </div>
        <div className="sheet-online">
          <div>
            <p className="sheet-scan">{t('week.scan')}</p>
            <p>{t('week.address')}</p>
            <p className="sheet-address">{typed}</p>
          </div>
          <QrCode text={scanned} label={t('week.qr')} />
        </div>
      </header>
      {events.some((event) => event.extra.sample) && <p className="sheet-sample">{t('week.sample')}</p>}
      {busy.length === 0 && (
        <div className="sheet-empty">
          <p>{t('week.empty')}</p>
          <p>{t('week.emptyText')}</p>
        </div>
      )}
      <div className="sheet-days">
        {busy.map(([day, list]) => (
          <SheetDay key={day} day={day} events={list} title={title} />
        ))}
      </div>
    </section>
  )
}

/** How many meetings fit in which size of type. */
const sizeFor = (events: number): 'large' | 'middle' | 'small' => (events <= 8 ? 'large' : events <= 16 ? 'middle' : 'small')

type SheetDayProps = { readonly day: LocalDay; readonly events: readonly FeedEvent[]; readonly title: string }

function SheetDay({ day, events, title }: SheetDayProps) {
  const { weekday, date } = formatDayHeading(day, useLanguage())
  return (
    <section className="sheet-day" aria-labelledby={`sheet-${day}`}>
      <h3 id={`sheet-${day}`}>
        {weekday} <span>{date}</span>
      </h3>
      <ul className="plain">
        {events.map((event) => (
          <SheetSession key={event.uid} event={event} day={day} title={title} />
        ))}
      </ul>
    </section>
  )
}
