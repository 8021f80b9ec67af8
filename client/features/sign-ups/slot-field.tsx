import { useId } from 'react'
import type { SeatsView } from '#shared/contract/public.ts'
import { formatClock } from '#shared/time/format.ts'
import { useWords } from '#client/i18n/use-words.ts'
import './sign-up-form.css'

type SlotProps = {
  readonly slots: NonNullable<SeatsView['slots']>
  readonly chosen: string | null
  readonly isMissing: boolean
  readonly onChange: (start: string) => void
}

/** The free times of a day of appointments, one to choose. */
export function SlotField({ slots, chosen, isMissing, onChange }: SlotProps) {
  const t = useWords()
  const id = useId()
  return (
    <div
      className="sign-up-slots"
      role="radiogroup"
      tabIndex={-1}
      aria-labelledby={`${id}-legend`}
      aria-invalid={isMissing || undefined}
      aria-describedby={isMissing ? `${id}-error` : undefined}
    >
      <p id={`${id}-legend`}>
        <b>{t('signUp.slots.legend')}</b>
      </p>
      {slots.length === 0 && <p>{t('signUp.slots.none')}</p>}
      <div className="sign-up-slot-list">
        {slots.map(({ start, end }) => (
          <label key={start} className="sign-up-slot">
            <input type="radio" name={id} checked={start === chosen} onChange={() => onChange(start)} />
            {formatClock(start)}–{formatClock(end)}
          </label>
        ))}
      </div>
      {isMissing && (
        <p className="sign-up-error" id={`${id}-error`}>
          {t('signUp.slots.missing')}
        </p>
      )}
    </div>
  )
}
