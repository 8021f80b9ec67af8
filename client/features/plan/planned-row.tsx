import type { ReactNode } from 'react'
import { slugOf } from '#shared/contract/kinds.ts'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { formatClock, formatDayAndMonth } from '#shared/time/format.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { KindMark } from '#client/ui/icons.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Marks } from './marks.tsx'
import type { Plan, PlannedSession } from './queries.ts'
import './planned-row.css'

type RowProps = {
  readonly session: PlannedSession
  /** The day under which it stands. */
  readonly day: LocalDay
  readonly plan: Plan
  /** One below that of the list it stands in. */
  readonly heading?: 'h3' | 'h4'
  /** What can be done with it. */
  readonly children?: ReactNode
}

/** One session in a list of the panel: when, what, where and who, and how many fit. */
export function PlannedRow({ session, day, plan, heading: Heading = 'h4', children }: RowProps) {
  const t = useWords()
  const { title, kind, cancelled, draft, host, enrolment } = session
  const name = <ForeignText text={title} />
  const details = [placeOf(session, plan), enrolment && t(`calendar.enrolment.${enrolment}`), host].filter(Boolean).join(' · ')
  return (
    <li className={`planned${draft ? ' planned-draft' : ''}${cancelled ? ' planned-cancelled' : ''}`}>
      <PlannedHours session={session} day={day} />
      <div className="planned-what">
        <Heading>
          <LocalLink to={panelPages.session(session.id)}>{cancelled ? <s>{name}</s> : name}</LocalLink>
        </Heading>
        <p className="planned-kind">
          {kind && <KindMark slug={slugOf(kind)}>{t(`kinds.${kind}`)}</KindMark>}
          <Marks session={session} />
        </p>
        {details !== '' && <p className="quiet">{details}</p>}
      </div>
      <p className="planned-room">{roomFor(session, plan, t)}</p>
      {children && <div className="planned-do">{children}</div>}
    </li>
  )
}

function PlannedHours({ session: { when }, day }: Pick<RowProps, 'session' | 'day'>) {
  const t = useWords()
  const language = useLanguage()
  if (when.kind === 'all-day')
    return (
      <p className="planned-hours">
        {t('plan.allDay')}
        {when.lastDay > day && <span>{t('calendar.days.untilDay', { day: formatDayAndMonth(when.lastDay, language) })}</span>}
      </p>
    )
  const startsEarlier = when.start.slice(0, 10) < day
  return (
    <p className="planned-hours">
      {startsEarlier && <span>{formatDayAndMonth(when.start.slice(0, 10), language)}</span>}
      {formatClock(when.start)}–<wbr />
      {formatClock(when.end)}
    </p>
  )
}

/** "Klub „Pod Lipą” · sala 1" */
export function placeOf({ venue, room }: PlannedSession, { venues, rooms }: Plan): string {
  const names = [venues.find(({ slug }) => slug === venue)?.name, rooms.find(({ id }) => id === room)?.name]
  return names.filter(Boolean).join(' · ')
}

/** How many fit: what the organisers said, else the room. Nobody signs up in the panel yet, so nothing is said of seats taken. */
function roomFor({ capacity, room }: PlannedSession, { rooms }: Plan, t: ReturnType<typeof useWords>): string {
  if (capacity !== null) return t('plan.capacity', { count: capacity })
  const size = rooms.find(({ id }) => id === room)?.capacity ?? null
  return size === null ? t('plan.noLimit') : t('plan.room', { count: size })
}
