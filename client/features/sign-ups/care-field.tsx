import { useId } from 'react'
import type { SeatsView } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Alternatives } from './seats-fact.tsx'
import './sign-up-form.css'

type CareProps = {
  readonly care: NonNullable<SeatsView['care']>
  /** How many. */
  readonly count: number
  readonly onChange: (count: number) => void
}

/** How many children come along into care while it lasts: a number, and nothing else of them. */
export function CareField({ care: { most, free, instead }, count, onChange }: CareProps) {
  const t = useWords()
  const id = useId()
  return (
    <div className="sign-up-field">
      <label htmlFor={id}>{t('signUp.care.label')}</label>
      <select id={id} value={count} aria-describedby={`${id}-hint`} onChange={({ target }) => onChange(Number(target.value))}>
        {Array.from({ length: Math.max(most, count) + 1 }, (_, some) => (
          <option key={some} value={some}>
            {some === 0 ? t('signUp.care.none') : t('signUp.care.count', { count: some })}
          </option>
        ))}
      </select>
      <p className="quiet" id={`${id}-hint`}>
        {free ? t('signUp.care.hint') : t('signUp.care.full')}
      </p>
      <Alternatives alternatives={instead} lead={t('signUp.care.instead')} />
    </div>
  )
}
