import type { PlaceInWhole } from '#shared/contract/public.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Row, Rows } from '#client/ui/facts.tsx'

/** Amounts as they were published, even where the parts don't add up. */
export function MoneyTable({ money }: { readonly money: PlaceInWhole['money'] }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <Rows>
      {money.map(({ label, amount, currency }) => (
        <Row key={label} name={t(`place.moneyLabel.${label}`)}>
          <b className="figure">{formatMoney(amount, currency, language)}</b>
        </Row>
      ))}
    </Rows>
  )
}

/** "2 625 128,00 zł" from "2625128.00", with spaces that don't break. */
function formatMoney(amount: string, currency: string, language: Language): string {
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    useGrouping: 'always',
  })
  return format.format(Number(amount))
}
