import FullCalendar, { type CalendarRef, type EventChangeInfo, type EventDisplayInfo } from '@fullcalendar/react'
import dayGridPlugin from '@fullcalendar/react/daygrid'
import interactionPlugin from '@fullcalendar/react/interaction'
import enLocale from '@fullcalendar/react/locales/en-gb'
import plLocale from '@fullcalendar/react/locales/pl'
import ukLocale from '@fullcalendar/react/locales/uk'
import classicTheme from '@fullcalendar/react/themes/classic'
import timeGridPlugin from '@fullcalendar/react/timegrid'
import '@fullcalendar/react/skeleton.css'
import '@fullcalendar/react/themes/classic/theme.css'
import { useEffect, useMemo, useRef } from 'react'
import { slugOf } from '#shared/contract/kinds.ts'
import { formatClock, wallInWarsaw } from '#shared/time/format.ts'
import type { LocalDay, WallSpan } from '#shared/time/when.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useNow } from '#client/lib/use-now.ts'
import { KindMark } from '#client/ui/icons.tsx'
import { canMove } from './plan-days.ts'
import { placeOf } from './planned-row.tsx'
import type { Plan, PlannedSession } from './queries.ts'
import { shownHours } from './shown-hours.ts'
import { fromCalendar, keepKind, nowForCalendar, toCalendar } from './wall-as-utc.ts'
import './plan-calendar.css'

/** A session dragged or drawn longer. `putBack` undoes what the eye sees. */
export type Dropped = { readonly session: PlannedSession; readonly when: WallSpan; readonly putBack: () => void }

type CalendarProps = {
  readonly view: 'week' | 'month'
  readonly date: LocalDay
  readonly plan: Plan
  readonly label: string
  /** Whether sessions can be dragged, and empty times clicked. */
  readonly editable: boolean
  readonly onOpen: (id: string) => void
  readonly onDrop: (dropped: Dropped) => void
  readonly onEmpty: (when: WallSpan) => void
  readonly onDay: (day: LocalDay) => void
}

const locales = { pl: plLocale, en: enLocale, uk: ukLocale }
const viewTypes = { week: 'timeGridWeek', month: 'dayGridMonth' } as const
const plugins = [dayGridPlugin, timeGridPlugin, interactionPlugin, classicTheme]

/** The plan as a week or a month to drag in. Default export, because it is loaded only when it is looked at. */
export default function PlanCalendar({ view, date, plan, label, editable, onOpen, onDrop, onEmpty, onDay }: CalendarProps) {
  const t = useWords()
  const language = useLanguage()
  const now = wallInWarsaw(useNow())
  const calendar = useRef<CalendarRef>(null)
  const byId = useMemo(() => new Map(plan.sessions.map((session) => [session.id, session])), [plan])
  const events = useMemo(
    () => plan.sessions.map((session) => toEvent(session, editable && canMove(session, now))),
    [plan, editable, now],
  )
  const hours = useMemo(() => shownHours(plan.sessions.map(({ when }) => when)), [plan])
  useEffect(() => {
    const api = calendar.current?.getApi()
    // Not while React draws: the calendar draws itself at once.
    queueMicrotask(() => api?.changeView(viewTypes[view], date))
  }, [view, date])

  const dropped = ({ event, revert }: EventChangeInfo) => {
    const session = byId.get(event.id)
    if (session && event.start)
      onDrop({ session, when: keepKind(session.when, fromCalendar(event.start, event.end, event.allDay)), putBack: revert })
  }
  const renderFace = (info: EventDisplayInfo) => <EventFace info={info} session={byId.get(info.event.id)} plan={plan} />
  return (
    <section className={`plan-calendar plan-calendar-${view}`} aria-label={label}>
      <FullCalendar
        ref={calendar}
        plugins={plugins}
        initialView={viewTypes[view]}
        initialDate={date}
        locales={Object.values(locales)}
        locale={locales[language].code ?? language}
        timeZone="UTC"
        now={nowForCalendar}
        nowIndicator
        headerToolbar={false}
        firstDay={1}
        height="auto"
        {...hours}
        slotDuration="00:30:00" // also how finely one drags: finer steps than slots would turn a drag sideways into a quarter of an hour
        scrollTime="08:00:00"
        eventMinHeight={44}
        slotEventOverlap={false}
        eventMaxStack={2}
        eventDisplay="block"
        dayMaxEvents={view === 'month' ? 4 : false}
        moreLinkClass="plan-more"
        moreLinkText={(count: number) => t('plan.more', { count })}
        navLinks
        navLinkDayClick={(day: Date) => onDay(day.toISOString().slice(0, 10))}
        events={events}
        eventContent={renderFace}
        eventClass={(info) => classOf(byId.get(info.event.id))}
        editable={editable}
        longPressDelay={350}
        eventClick={({ event, jsEvent }) => {
          jsEvent.preventDefault()
          onOpen(event.id)
        }}
        eventDrop={dropped}
        eventResize={dropped}
        selectable={editable}
        selectMinDistance={4}
        select={({ start, end, allDay }) => onEmpty(fromCalendar(start, end, allDay))}
        dateClick={({ date: clicked, allDay }) => editable && onEmpty(fromCalendar(clicked, null, allDay))}
      />
    </section>
  )
}

function toEvent(session: PlannedSession, editable: boolean) {
  return {
    id: session.id,
    title: session.title.text,
    ...toCalendar(session.when),
    interactive: true,
    editable,
  }
}

const classOf = (session: PlannedSession | undefined): string =>
  session
    ? [
        'plan-event',
        session.kind && `kind-${slugOf(session.kind)}`,
        session.draft && 'plan-event-draft',
        session.cancelled && 'plan-event-cancelled',
      ]
        .filter(Boolean)
        .join(' ')
    : 'plan-event'

type FaceProps = { readonly info: EventDisplayInfo; readonly session: PlannedSession | undefined; readonly plan: Plan }

/** What stands on a session in the calendar: hours, icon and title; where there is room, the place and what is special in words. */
function EventFace({ info, session, plan }: FaceProps) {
  const t = useWords()
  if (!session) return <span>{info.event.title}</span>
  const { when, title, kind, cancelled } = session
  const marks = (['draft', 'cancelled', 'moved', 'discreet'] as const).filter((mark) => session[mark])
  const place = placeOf(session, plan)
  return (
    <span className="plan-face">
      <span className="plan-face-hours">{when.kind === 'timed' ? formatClock(when.start) : t('plan.allDay')}</span>{' '}
      <span className="plan-face-title">
        {kind && (
          <KindMark slug={slugOf(kind)}>
            <span className="visually-hidden">{t(`kinds.${kind}`)}: </span>
          </KindMark>
        )}
        <span lang={title.lang}>{cancelled ? <s>{title.text}</s> : title.text}</span>
      </span>
      {marks.length > 0 && <span className="plan-face-marks">{marks.map((mark) => t(`plan.marks.${mark}`)).join(', ')}</span>}
      {place !== '' && <span className="plan-face-place">{place}</span>}
    </span>
  )
}
