import { lazy, Suspense, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { dayInWarsaw, formatDayRange, formatMonth } from '#shared/time/format.ts'
import type { LocalDay, WallSpan } from '#shared/time/when.ts'
import { ExportLinks } from '#client/features/exports/export-links.tsx'
import { useRights } from '#client/features/me/queries.ts'
import { SampleNote } from '#client/features/plan/marks.tsx'
import type { Dropped } from '#client/features/plan/plan-calendar.tsx'
import { PlanFilterPanel } from '#client/features/plan/plan-filters.tsx'
import { PlanList } from '#client/features/plan/plan-list.tsx'
import { daysOfView, queryOfView, readView, stepped, views, type PlanView } from '#client/features/plan/plan-view.ts'
import { usePlan, type Plan, type PlannedSession } from '#client/features/plan/queries.ts'
import { slotOfSpan } from '#client/features/planning/moments.ts'
import { MoveDialog } from '#client/features/planning/move-dialog.tsx'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useNow } from '#client/lib/use-now.ts'
import { ButtonLink } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icons.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { newTimesPath } from '../new-times.ts'
import '#client/features/plan/plan-bar.css'

const PlanCalendar = lazy(() => import('#client/features/plan/plan-calendar.tsx'))

/** The plan as a week, a month or a list; what is shown stands in the address, so that it can be shared and the way back works. */
export default function PlanPage() {
  const t = useWords()
  const language = useLanguage()
  const today = dayInWarsaw(useNow())
  const [query, setQuery] = useSearchParams()
  const shown = readView(query, today)
  const { from, to } = daysOfView(shown)
  const plan = usePlan({ from, to, language, filters: shown.filters })
  const show = (next: PlanView) => setQuery(queryOfView(next, today))
  return (
    <div className="panel-page">
      <PageTitle title={t('plan.title')} />
      <PlanBar shown={shown} today={today} count={plan.data?.sessions.filter(({ cancelled }) => !cancelled).length} />
      <PlanFilterPanel filters={shown.filters} onChange={(filters) => show({ ...shown, filters })} />
      {plan.isPending && <Loading lines={12} />}
      {plan.isError && !plan.data && <Failure error={plan.error} retry={() => void plan.refetch()} />}
      {plan.data && (
        <div className={plan.isPlaceholderData ? 'plan-shown plan-waiting' : 'plan-shown'}>
          <Shown shown={shown} plan={plan.data} show={show} />
        </div>
      )}
      <ExportLinks plans={useRights().includes('plan')} from={from} to={to} language={language} filters={shown.filters} />
    </div>
  )
}

type ShownProps = { readonly shown: PlanView; readonly plan: Plan; readonly show: (next: PlanView) => void }
type Change = Pick<Dropped, 'session'> & Partial<Dropped>

function Shown({ shown, plan, show }: ShownProps) {
  const t = useWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const editable = useRights().includes('plan')
  const [change, setChange] = useState<Change | null>(null)
  const { from, to } = daysOfView(shown)
  const open = (path: string) => void navigate(localPath(language, path))
  const add = (when: WallSpan) => open(newTimesPath(when))
  const move = editable ? (session: PlannedSession) => setChange({ session }) : undefined
  const close = () => setChange(null)
  return (
    <>
      <SampleNote sessions={plan.sessions} />
      {shown.view === 'list' ? (
        <PlanList plan={plan} from={from} to={to} onMove={move} newAt={editable ? (day) => newTimesPath({ day }) : undefined} />
      ) : (
        <>
          {editable && <p className="quiet">{t('plan.calendarHint')}</p>}
          <Suspense fallback={<Loading lines={12} />}>
            <PlanCalendar
              view={shown.view}
              date={shown.date}
              plan={plan}
              label={t('plan.calendarLabel', { range: formatDayRange(from, to, language) })}
              editable={editable}
              onOpen={(id) => open(panelPages.session(id))}
              onDrop={setChange}
              onEmpty={add}
              onDay={(date) => show({ ...shown, view: 'list', date })}
            />
          </Suspense>
        </>
      )}
      {change && (
        <MoveDialog
          sessionId={change.session.id}
          to={change.when && { when: slotOfSpan(change.when) }}
          onMoved={close} // it stays where it was dropped until the plan, asked anew, says where it is
          onClose={() => {
            change.putBack?.()
            close()
          }}
        />
      )}
    </>
  )
}

type BarProps = { readonly shown: PlanView; readonly today: LocalDay; readonly count: number | undefined }

/** Which days are shown, the ways to others, and the views. All are links: they open in a new tab and the way back works. */
function PlanBar({ shown, today, count }: BarProps) {
  const t = useWords()
  const language = useLanguage()
  const { view, date } = shown
  const { from, to } = daysOfView(shown)
  const address = (next: PlanView) => `${panelPages.plan}?${queryOfView(next, today)}`
  const range = view === 'month' ? formatMonth(date.slice(0, 7), language) : formatDayRange(from, to, language)
  return (
    <div className="plan-bar">
      <h2 className="plan-range" aria-live="polite">
        {range}
        {count !== undefined && <small>{t('plan.count', { count })}</small>}
      </h2>
      <ButtonLink to={address(stepped(shown, -1))} aria-label={t(`plan.previous.${view}`)}>
        <Icon name="back" />
      </ButtonLink>
      <ButtonLink to={address({ ...shown, date: today })}>{t('plan.today')}</ButtonLink>
      <ButtonLink to={address(stepped(shown, 1))} aria-label={t(`plan.next.${view}`)}>
        <Icon name="forward" />
      </ButtonLink>
      <nav className="plan-views" aria-label={t('plan.views.label')}>
        {views.map((one) => (
          <LocalLink key={one} to={address({ ...shown, view: one })} aria-current={one === view ? 'page' : undefined}>
            {t(`plan.views.${one}`)}
          </LocalLink>
        ))}
      </nav>
    </div>
  )
}
