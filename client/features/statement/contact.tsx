import { useWords } from '#client/i18n/use-words.ts'
import type { StatementFacts } from './facts.ts'

/** Whom to write to about accessibility; what isn't known is said to be missing. */
export function Contact({ operator }: { readonly operator: StatementFacts['operator'] }) {
  const t = useWords()
  const missing = t('statement.missing')
  return (
    <>
      <h2>{t('statement.contact.title')}</h2>
      <div id="a11y-kontakt" className="statement-texts">
        <p>{t('statement.contact.text')}</p>
        <ul>
          <li>
            {t('statement.contact.person')} <b id="a11y-osoba">{operator?.person ?? missing}</b>
          </li>
          <li>
            {t('statement.contact.email')}{' '}
            <b id="a11y-email">{operator ? <a href={`mailto:${operator.email}`}>{operator.email}</a> : missing}</b>
          </li>
          <li>
            {t('statement.contact.phone')}{' '}
            <b id="a11y-telefon">
              {operator ? <a href={`tel:${operator.phone.replaceAll(/[^+\d]/g, '')}`}>{operator.phone}</a> : missing}
            </b>
          </li>
        </ul>
      </div>
    </>
  )
}
