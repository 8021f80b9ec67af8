import type { Indicator } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { Row, Rows } from '#client/ui/facts.tsx'

/** What a part of a project promised to reach. */
export function Indicators({ indicators }: { readonly indicators: readonly Indicator[] }) {
  return (
    <Rows>
      {indicators.map((indicator) => (
        <Row key={`${indicator.name.text} ${indicator.sex} ${indicator.moment}`} name={<ForeignText text={indicator.name} />}>
          <Target indicator={indicator} />
        </Row>
      ))}
    </Rows>
  )
}

function Target({ indicator }: { readonly indicator: Indicator }) {
  const t = useWords()
  const { unit, value: count, sex, comparison, moment } = indicator
  const people =
    sex === 'F' ? t('place.women', { count }) : sex === 'M' ? t('place.men', { count }) : t('place.peopleCount', { count })
  const amount = unit === 'PERCENT' ? t('place.percent', { count }) : unit === 'PLACES' ? t('place.places', { count }) : people
  return (
    <>
      <b className="figure">{t(`place.comparison.${comparison}`, { amount })}</b>
      {moment !== 'DURING' && <span className="quiet"> {t(`place.moment.${moment}`)}</span>}
    </>
  )
}
