import { formatDayHeading, formatShortDay, wallInWarsaw } from '#shared/time/format.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useNow } from '#client/lib/use-now.ts'
import { Button } from '#client/ui/button.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Empty } from '#client/ui/states.tsx'
import { canMove, sessionsByDay } from './plan-days.ts'
import { PlannedRow } from './planned-row.tsx'
import type { Plan, PlannedSession } from './queries.ts'

type ListProps = {
  readonly plan: Plan
  readonly from: LocalDay
  readonly to: LocalDay
  /** Absent for those who may not plan. */
  readonly onMove?: ((session: PlannedSession) => void) | undefined
  /** Where something new of a day is planned; absent for those who may not. */
  readonly newAt?: ((day: LocalDay) => string) | undefined
}

/** The plan as a list of days: everything that can be dragged or clicked elsewhere is a button or a link here. */
export function PlanList({ plan, from, to, onMove, newAt }: ListProps) {
  const t = useWords()
  const language = useLanguage()
  const now = wallInWarsaw(useNow())
  const days = sessionsByDay(plan.sessions, from, to)
  return (
    <div className="planned-days">
      {newAt && days[0]?.[0] !== from && <NewOnDay day={from} to={newAt(from)} />}
      {days.length === 0 && <Empty title={t('plan.empty.title')} text={t('plan.empty.text')} />}
      {days.map(([day, sessions]) => {
        const { weekday, date } = formatDayHeading(day, language)
        return (
          <section key={day} className="card planned-day" aria-labelledby={`day-${day}`}>
            <div className="planned-day-head">
              <h3 id={`day-${day}`}>
                {weekday} <span>{date}</span>
              </h3>
              {newAt && <NewOnDay day={day} to={newAt(day)} />}
            </div>
            <ul className="plain">
              {sessions.map((session) => (
                <PlannedRow key={session.id} session={session} day={day} plan={plan}>
                  {onMove && canMove(session, now) && (
                    <Button look="quiet" onClick={() => onMove(session)} aria-label={`${t('plan.move')}: ${session.title.text}`}>
                      {t('plan.move')}
                    </Button>
                  )}
                </PlannedRow>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** The way to something new on a day, for those who don't click into the calendar. */
function NewOnDay({ day, to }: { readonly day: LocalDay; readonly to: string }) {
  const t = useWords()
  return (
    <LocalLink to={to} className="planned-new">
      {t('plan.add', { when: formatShortDay(day, useLanguage()) })}
    </LocalLink>
  )
}
