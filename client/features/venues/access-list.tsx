import type { ThreeValued } from '#shared/contract/kinds.ts'
import { accessibilityFacts, type AccessibilityFact, type FactView, type VenueView } from '#shared/contract/public.ts'
import { formatDay } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Row, Rows } from '#client/ui/facts.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { Icon } from '#client/ui/icons.tsx'

/** What is known of one fact; a fact that isn't listed is unknown. */
export const valueOf = (venue: Pick<VenueView, 'accessibility'>, fact: AccessibilityFact): ThreeValued =>
  venue.accessibility.find((one) => one.fact === fact)?.value ?? 'unknown'

const icons = { yes: 'check', no: 'cross', unknown: 'question' } as const

/** Every question about getting in, with its answer in words and the day somebody looked. */
export function AccessList({ accessibility }: { readonly accessibility: readonly FactView[] }) {
  const t = useWords()
  return (
    <Rows>
      {accessibilityFacts.map((fact) => (
        <Row key={fact} name={t(`venue.fact.${fact}`)}>
          <AccessAnswer view={accessibility.find((one) => one.fact === fact)} />
        </Row>
      ))}
    </Rows>
  )
}

function AccessAnswer({ view }: { readonly view: FactView | undefined }) {
  const t = useWords()
  const language = useLanguage()
  const value = view?.value ?? 'unknown'
  const checkedOn = view?.checkedOn ?? null
  return (
    <>
      <p className={`access-value access-${value}`}>
        <Icon name={icons[value]} size={20} />
        <b>{t(`venue.value.${value}`)}</b>
        <span className="quiet">
          {checkedOn ? t('venue.checked', { day: formatDay(checkedOn, language) }) : t('venue.notChecked')}
        </span>
      </p>
      {view?.note && (
        <p>
          <ForeignText text={view.note} />
        </p>
      )}
    </>
  )
}
