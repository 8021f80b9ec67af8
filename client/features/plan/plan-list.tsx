import { formatDayHeading } from '#shared/time/format.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Empty } from '#client/ui/states.tsx'
import { sessionsByDay } from './plan-days.ts'
import { PlannedRow } from './planned-row.tsx'
import type { Plan, PlannedSession } from './queries.ts'

type ListProps = {
  readonly plan: Plan
  readonly from: LocalDay
  readonly to: LocalDay
  /** Absent for those who may not plan. */
  readonly onMove?: ((session: PlannedSession) => void) | undefined
}

/** The plan as a list of days: everything that can be dragged elsewhere is a button here. */
export function PlanList({ plan, from, to, onMove }: ListProps) {
  const t = useWords()
  const language = useLanguage()
  const days = sessionsByDay(plan.sessions, from, to)
  if (days.length === 0) return <Empty title={t('plan.empty.title')} text={t('plan.empty.text')} />
  return (
    <div className="planned-days">
      {days.map(([day, sessions]) => {
        const { weekday, date } = formatDayHeading(day, language)
        return (
          <section key={day} className="card planned-day" aria-labelledby={`day-${day}`}>
            <h3 id={`day-${day}`}>
              {weekday} <span>{date}</span>
            </h3>
            <ul className="plain">
              {sessions.map((session) => (
                <PlannedRow key={session.id} session={session} day={day} plan={plan}>
                  {onMove && !session.cancelled && (
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
