import { useState } from 'react'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { Empty, Failure, Loading } from '#client/ui/states.tsx'
import { Acts } from './acts.tsx'
import { noFilter, useLog } from './queries.ts'

/**
 * The history of one thing and of all that is in it, for its page. Asked for only when somebody wants to see it. Show it to those
 * with the right `audit`; for others the server refuses.
 */
export function History({ object }: { readonly object: string }) {
  const t = useWords()
  const [shown, setShown] = useState(false)
  return (
    <Card heading={t('log.history')}>
      {shown ? <Shown object={object} /> : <Button onClick={() => setShown(true)}>{t('log.showHistory')}</Button>}
    </Card>
  )
}

function Shown({ object }: { readonly object: string }) {
  const t = useWords()
  const log = useLog({ ...noFilter, object }, useLanguage())
  if (log.isPending) return <Loading lines={3} />
  if (log.isError) return <Failure error={log.error} retry={() => void log.refetch()} />
  const acts = log.data.pages.flatMap((page) => page.acts)
  if (acts.length === 0) return <Empty title={t('log.empty.title')} text={t('log.empty.text')} />
  return (
    <>
      <Acts acts={acts} level={3} />
      {log.hasNextPage && (
        <Button onClick={() => void log.fetchNextPage()} disabled={log.isFetchingNextPage}>
          {t('log.more')}
        </Button>
      )}
    </>
  )
}
