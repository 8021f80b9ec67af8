import { panelPages } from '#shared/contract/panel-paths.ts'
import { addDays } from '#shared/time/calendar.ts'
import { dayInWarsaw, formatDayHeading, formatShortDay } from '#shared/time/format.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { useRights } from '#client/features/me/queries.ts'
import { SampleNote } from '#client/features/plan/marks.tsx'
import { sessionsByDay } from '#client/features/plan/plan-days.ts'
import { PlannedRow } from '#client/features/plan/planned-row.tsx'
import { usePlan, type Plan } from '#client/features/plan/queries.ts'
import { ToDoCard } from '#client/features/to-do/to-do-card.tsx'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useNow } from '#client/lib/use-now.ts'
import { ButtonLink } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'

/** What is on today and in the coming week, and what needs somebody's hand. */
export default function TodayPage() {
  const t = useWords()
  const language = useLanguage()
  const today = dayInWarsaw(useNow())
  const plan = usePlan({ from: today, to: addDays(today, 7), language })
  return (
    <div className="panel-page">
      <PageTitle title={t('panel.sections.today')} />
      <div className="panel-columns">
        <div className="panel-column">
          {plan.isPending && <Loading lines={10} />}
          {plan.isError && !plan.data && <Failure error={plan.error} retry={() => void plan.refetch()} />}
          {plan.data && <Days plan={plan.data} today={today} />}
        </div>
        <div className="panel-column">
          <ToDoCard plans={useRights().includes('plan')} />
        </div>
      </div>
    </div>
  )
}

function Days({ plan, today }: { readonly plan: Plan; readonly today: LocalDay }) {
  const t = useWords()
  const language = useLanguage()
  const [own, ...coming] = splitToday(plan, today)
  return (
    <>
      <SampleNote sessions={plan.sessions} />
      <Card heading={t('today.heading', { day: formatShortDay(today, language) })}>
        {own.length === 0 ? (
          <p className="quiet">{t('today.nothingToday')}</p>
        ) : (
          <ul className="plain">
            {own.map((session) => (
              <PlannedRow key={session.id} session={session} day={today} plan={plan} heading="h3" />
            ))}
          </ul>
        )}
      </Card>
      <Card heading={t('today.coming')}>
        {coming.length === 0 && <p className="quiet">{t('today.nothingComing')}</p>}
        <div className="planned-days">
          {coming.map(([day, sessions]) => {
            const { weekday, date } = formatDayHeading(day, language)
            return (
              <section key={day} className="planned-day" aria-labelledby={`day-${day}`}>
                <h3 id={`day-${day}`}>
                  {weekday} <span>{date}</span>
                </h3>
                <ul className="plain">
                  {sessions.map((session) => (
                    <PlannedRow key={session.id} session={session} day={day} plan={plan} />
                  ))}
                </ul>
              </section>
            )
          })}
        </div>
        <p className="today-ways">
          <ButtonLink to={panelPages.plan}>{t('today.wholePlan')}</ButtonLink>
          <ButtonLink to={panelPages.weekPost}>{t('today.postText')}</ButtonLink>
          <ButtonLink to={panelPages.myCalendar}>{t('shareTitles.mine')}</ButtonLink>
        </p>
      </Card>
    </>
  )
}

type OfDay = readonly [LocalDay, Plan['sessions']]

function splitToday(plan: Plan, today: LocalDay): readonly [Plan['sessions'], ...(readonly OfDay[])] {
  const days = sessionsByDay(plan.sessions, today, addDays(today, 7))
  const own = days.find(([day]) => day === today)?.[1] ?? []
  return [own, ...days.filter(([day]) => day !== today)]
}
