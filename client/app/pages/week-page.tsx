import { useSearchParams } from 'react-router'
import { feedPath, pages, selectionOfPage, selectionPage } from '#shared/contract/paths.ts'
import type { Selection } from '#shared/contract/selection.ts'
import { addDays, daysFrom, mondayOf } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { eventsByDay } from '#client/features/calendar/agenda-days.ts'
import { useFeed } from '#client/features/calendar/queries.ts'
import { WeekSheet } from '#client/features/week-sheet/week-sheet.tsx'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useNow } from '#client/lib/use-now.ts'
import { Button, ButtonLink } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icons.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { NotFound } from '../not-found.tsx'
import { BadSelection } from './bad-selection.tsx'
import { pageOfSelection } from './page-of-selection.ts'

export default function WeekPage() {
  const [query] = useSearchParams()
  const { selection, issues } = selectionOfPage(query, useLanguage())
  const today = dayInWarsaw(useNow())
  if (!selection) return <BadSelection issues={issues} />
  return <Week selection={selection} monday={mondayOf(selection.range?.from ?? today)} />
}

type WeekProps = { readonly selection: Selection; readonly monday: LocalDay }

/** The sheet as it will be printed, one button to print it, and the weeks around it. */
function Week({ selection, monday }: WeekProps) {
  const t = useWords()
  const language = useLanguage()
  const sunday = addDays(monday, 6)
  const feed = useFeed(feedPath({ ...selection, range: { from: monday, to: sunday } }))
  if (feed.error instanceof ProblemError && feed.error.status === 404) return <NotFound />
  const lasting = { ...selection, range: null }
  const whole = (path: string) => location.origin + localPath(language, path)
  return (
    <div className="page">
      <div className="no-print">
        <PageTitle title={t('week.title')} />
        <p className="quiet">{t('week.lead')}</p>
        <WeekBar selection={selection} monday={monday} ready={feed.data !== undefined} />
      </div>
      {feed.isPending && <Loading lines={12} />}
      {feed.isError && !feed.data && <Failure error={feed.error} retry={() => void feed.refetch()} />}
      {feed.data && (
        <WeekSheet
          title={feed.data.head.title}
          monday={monday}
          days={eventsByDay(feed.data.events, daysFrom(monday, sunday))}
          scanned={whole(selectionPage(pages.subscribe, lasting))}
          typed={whole(pageOfSelection({ ...lasting, filters: {}, stepFree: false })).replace(/^https?:\/\//, '')}
          asOf={feed.data.copiedAt ?? feed.dataUpdatedAt}
        />
      )}
    </div>
  )
}

function WeekBar({
  selection,
  monday,
  ready,
}: {
  readonly selection: Selection
  readonly monday: LocalDay
  readonly ready: boolean
}) {
  const t = useWords()
  const weekFrom = (from: LocalDay) => selectionPage(pages.week, { ...selection, range: { from, to: addDays(from, 6) } })
  return (
    <div className="week-bar">
      <Button look="main" disabled={!ready} onClick={() => window.print()}>
        <Icon name="print" />
        {t('week.print')}
      </Button>
      <ButtonLink to={weekFrom(addDays(monday, -7))}>
        <Icon name="back" />
        {t('week.previous')}
      </ButtonLink>
      <ButtonLink to={weekFrom(addDays(monday, 7))}>
        {t('week.next')}
        <Icon name="forward" />
      </ButtonLink>
    </div>
  )
}
