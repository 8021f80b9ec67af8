import type { Language } from '#shared/contract/kinds.ts'
import { formatInstant } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { DataTable, type Column } from '#client/ui/data-table.tsx'
import { Note } from '#client/ui/note.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { useSave } from '#client/lib/use-save.ts'
import { useFailureWords } from './failure-words.ts'
import { sendToRead, useSources, type Reading, type Source } from './queries.ts'

type SourcesProps = { readonly onRead: (reading: Reading) => void; readonly onContinue: (source: Source) => void }

/** What was imported before: an address is checked again at a press, a table is read in its next version. */
export function Sources({ onRead, onContinue }: SourcesProps) {
  const t = useWords()
  const language = useLanguage()
  const failureWords = useFailureWords()
  const sources = useSources()
  const check = useSave((sourceId: string) => sendToRead({ way: 'check', sourceId }), { onSuccess: onRead })
  if (sources.isPending) return <Loading lines={4} />
  if (sources.isError) return <Failure error={sources.error} retry={() => void sources.refetch()} />
  return (
    <Card heading={t('imports.sources.heading')}>
      {check.error && (
        <div role="alert">
          <Note tone="window">{failureWords(check.error)}</Note>
        </div>
      )}
      {sources.data.sources.length === 0 && <p className="quiet">{t('imports.sources.none')}</p>}
      {sources.data.sources.length > 0 && (
        <DataTable
          caption={t('imports.sources.heading')}
          rows={sources.data.sources}
          rowKey={({ id }) => id}
          columns={columnsOf(t, language, check, onContinue)}
        />
      )}
    </Card>
  )
}

function columnsOf(
  t: ReturnType<typeof useWords>,
  language: Language,
  check: { readonly isPending: boolean; readonly mutate: (sourceId: string) => void },
  onContinue: SourcesProps['onContinue'],
): readonly Column<Source>[] {
  return [
    {
      key: 'name',
      heading: t('imports.sources.name'),
      main: true,
      cell: ({ name, address }) => (
        <>
          {name}
          {address && <span className="import-below">{address}</span>}
        </>
      ),
    },
    { key: 'target', heading: t('imports.sources.target'), cell: ({ target }) => target },
    {
      key: 'last',
      heading: t('imports.sources.last'),
      cell: ({ lastRunAt }) => (lastRunAt ? formatInstant(Date.parse(lastRunAt), language) : '–'),
    },
    { key: 'sessions', heading: t('imports.sources.sessions'), number: true, cell: ({ sessions: count }) => count },
    {
      key: 'actions',
      heading: t('imports.sources.actions'),
      cell: (source) =>
        source.address ? (
          <Button
            disabled={check.isPending}
            aria-label={t('imports.sources.checkOf', { name: source.name })}
            onClick={() => check.mutate(source.id)}
          >
            {t('imports.sources.check')}
          </Button>
        ) : (
          <Button aria-label={t('imports.sources.againOf', { name: source.name })} onClick={() => onContinue(source)}>
            {t('imports.sources.again')}
          </Button>
        ),
    },
  ]
}
