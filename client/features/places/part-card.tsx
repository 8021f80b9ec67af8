import { useId } from 'react'
import type { PlaceInWhole } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { Indicators } from './indicators.tsx'
import { MoneyTable } from './money-table.tsx'

/** One part of a project: its own measure, money, people and targets. */
export function PartCard({ part }: { readonly part: PlaceInWhole['parts'][number] }) {
  const t = useWords()
  const id = useId()
  return (
    <section className="part" aria-labelledby={id}>
      <h3 id={id} lang="pl">
        {part.name}
      </h3>
      {part.code !== part.name && part.code !== '' && (
        <p className="quiet" lang="pl">
          {part.code}
        </p>
      )}
      {part.audience && (
        <p>
          <ForeignText text={part.audience} />
        </p>
      )}
      {part.money.length > 0 && <MoneyTable money={part.money} />}
      {part.indicators.length > 0 && (
        <>
          <h4>{t('place.indicators')}</h4>
          <Indicators indicators={part.indicators} />
        </>
      )}
    </section>
  )
}
