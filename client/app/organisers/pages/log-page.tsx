import { useSearchParams } from 'react-router'
import { Acts } from '#client/features/audit/acts.tsx'
import { LogFilters } from '#client/features/audit/log-filters.tsx'
import { exportAddress, filterNames, noFilter, useLog, type LogFilter } from '#client/features/audit/queries.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button, buttonClass } from '#client/ui/button.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Empty, Failure, Loading } from '#client/ui/states.tsx'

/** Who changed what and when. What is shown stands in the address. */
export default function LogPage() {
  const t = useWords()
  const language = useLanguage()
  const [query, setQuery] = useSearchParams()
  const filter = filterIn(query)
  // Of two choices in a row the second may come before the page shows the first, which only the address knows by then.
  const show = (part: Partial<Record<keyof LogFilter, string>>) => {
    const next = { ...filterIn(new URLSearchParams(window.location.search)), ...part }
    setQuery(Object.fromEntries(filterNames.flatMap((name) => (next[name] === '' ? [] : [[name, next[name]] as const]))))
  }
  const log = useLog(filter, language)
  return (
    <div className="panel-page">
      <div className="panel-head">
        <PageTitle title={t('log.title')} />
        <a className={buttonClass('plain')} href={exportAddress(filter, language)} download>
          {t('log.export')}
        </a>
      </div>
      <p className="quiet">{t('log.lead')}</p>
      <LogFilters filter={filter} people={log.data?.pages[0]?.people ?? []} onChange={show} />
      {log.isPending && <Loading lines={12} />}
      {log.isError && <Failure error={log.error} retry={() => void log.refetch()} />}
      {log.data && <Shown log={log} isFiltered={filterNames.some((name) => filter[name] !== '')} clear={() => show(noFilter)} />}
    </div>
  )
}

const filterIn = (query: URLSearchParams): LogFilter =>
  ({ ...noFilter, ...Object.fromEntries(filterNames.map((name) => [name, query.get(name) ?? ''])) }) as LogFilter

type ShownProps = {
  readonly log: ReturnType<typeof useLog>
  readonly isFiltered: boolean
  readonly clear: () => void
}

function Shown({ log, isFiltered, clear }: ShownProps) {
  const t = useWords()
  const acts = log.data?.pages.flatMap((page) => page.acts) ?? []
  if (acts.length === 0)
    return isFiltered ? (
      <Empty title={t('log.emptyFiltered.title')} text={t('log.emptyFiltered.text')}>
        <Button onClick={clear}>{t('log.clear')}</Button>
      </Empty>
    ) : (
      <Empty title={t('log.empty.title')} text={t('log.empty.text')} />
    )
  return (
    <>
      <Acts acts={acts} />
      {log.hasNextPage && (
        <Button onClick={() => void log.fetchNextPage()} disabled={log.isFetchingNextPage}>
          {t('log.more')}
        </Button>
      )}
    </>
  )
}
