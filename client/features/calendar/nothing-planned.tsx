import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Empty } from '#client/ui/states.tsx'
import type { ViewProps } from './calendar-view.ts'
import { isFiltered, withoutFilters } from './choice.ts'

/** An empty calendar: because nothing is planned, or because too much was asked for. */
export function NothingPlanned({ choice, search, choose }: Pick<ViewProps, 'choice' | 'search' | 'choose'>) {
  const t = useWords()
  if (!isFiltered(choice) && search === '') return <Empty title={t('calendar.empty.title')} text={t('calendar.empty.text')} />
  return (
    <Empty title={t('calendar.empty.filteredTitle')} text={t('calendar.empty.filteredText')}>
      {isFiltered(choice) && <Button onClick={() => choose(withoutFilters(choice))}>{t('calendar.filters.clear')}</Button>}
    </Empty>
  )
}
