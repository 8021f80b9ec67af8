import type { Condition } from '#shared/contract/kinds.ts'
import type { SeatsView } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Tick } from './fields.tsx'
import { Alternatives } from './seats-fact.tsx'

type ConditionsProps = {
  readonly seats: SeatsView
  readonly confirms: readonly Condition[]
  readonly isMissing: boolean
  readonly onChange: (confirms: readonly Condition[]) => void
}

/** What somebody has to confirm here: nothing but what anybody may know of them. */
export const askedBy = ({ asks }: SeatsView): readonly Condition[] => [
  ...(asks?.age ? (['age'] as const) : []),
  ...(asks && asks.home.length > 0 ? (['home'] as const) : []),
  ...(asks && asks.audiences.length > 0 ? (['audience'] as const) : []),
]

/** Whom it is for, to be ticked; whoever can't is told why, and where else there are seats. */
export function Conditions({ seats, confirms, isMissing, onChange }: ConditionsProps) {
  const t = useWords()
  const { asks } = seats
  if (!asks) return null
  const asked = askedBy(seats)
  const words = {
    age: ageWords(asks.age),
    home: t('signUp.asks.home', { where: asks.home.join(', ') }),
    audience: t('signUp.asks.audience', { who: asks.audiences.map((one) => t(`audiences.${one}`)).join(', ') }),
  }
  return (
    <>
      {asked.length > 0 && (
        <fieldset className="sign-up-ticks" aria-describedby={isMissing ? 'sign-up-missing' : undefined}>
          <legend>{t('signUp.asks.legend')}</legend>
          {asked.map((one) => (
            <Tick
              key={one}
              checked={confirms.includes(one)}
              isWrong={isMissing && !confirms.includes(one)}
              onChange={(checked) => onChange(asked.filter((other) => (other === one ? checked : confirms.includes(other))))}
            >
              {words[one]}
            </Tick>
          ))}
        </fieldset>
      )}
      {asks.byStaff && <p className="quiet">{t('signUp.asks.byStaff')}</p>}
      {isMissing && (
        <div id="sign-up-missing">
          <p className="sign-up-error">{t('signUp.asks.missing')}</p>
          <Alternatives {...seats} />
        </div>
      )}
    </>
  )

  function ageWords(age: NonNullable<SeatsView['asks']>['age']): string {
    const { from, to } = { from: age?.from ?? null, to: age?.to ?? null }
    if (from !== null && to !== null) return t('signUp.asks.both', { from, to })
    return from === null ? t('signUp.asks.to', { to: to ?? 0 }) : t('signUp.asks.from', { from })
  }
}
