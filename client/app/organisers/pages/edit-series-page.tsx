import { useParams, useSearchParams } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { useSeries } from '#client/features/planning/queries.ts'
import type { PlannedSeries } from '#client/features/planning/wire.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { RadioCards } from '#client/ui/form/choices.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Asked } from '../asked.tsx'
import { EditDetails } from '../edit-details.tsx'
import { EditName } from '../edit-name.tsx'
import { EditSchedule } from '../edit-schedule.tsx'

/** Everything of a series that can be changed: its dates, what it says of itself, its name. Each part is saved for itself. */
export default function EditSeriesPage() {
  const { id = '' } = useParams()
  return <Asked query={useSeries(id)}>{(series) => <Edit series={series} />}</Asked>
}

function Edit({ series }: { readonly series: PlannedSeries }) {
  const t = useWords()
  const language = useLanguage()
  const [query, setQuery] = useSearchParams()
  const chosen = query.get('activity')
  const activity = series.activities.find(({ id }) => id === chosen) ?? series.activities.at(-1)
  const title = series.title[language] ?? series.title.pl
  return (
    <div className="panel-page">
      <p>
        <LocalLink to={panelPages.series(series.id)} className="table-link">
          ‹ {title}
        </LocalLink>
      </p>
      <PageTitle title={t('series.edit.title', { title })} />
      {series.activities.length > 1 && (
        <RadioCards
          label={t('series.edit.which')}
          value={activity?.id ?? null}
          onChange={(id) => setQuery({ activity: id }, { replace: true })}
          choices={series.activities.map((one) => ({
            value: one.id,
            label: one.title[language] ?? one.title.pl,
            text: one.rule[language] || one.rule.pl,
          }))}
        />
      )}
      {activity && <EditSchedule key={`schedule ${activity.id}`} series={series} activity={activity} />}
      {activity && <EditDetails key={`details ${activity.id}`} series={series} activity={activity} />}
      <EditName series={series} />
    </div>
  )
}
