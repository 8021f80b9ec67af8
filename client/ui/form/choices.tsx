import { useId } from 'react'
import { FieldGroup, type FieldProps } from './field.tsx'
import type { Choice } from './inputs.tsx'

/** Boxes to tick, any number of them. `compact`: few short ones, side by side. */
export function CheckGroup<Value extends string>({
  choices,
  value,
  onChange,
  compact = false,
  ...field
}: FieldProps & {
  readonly choices: readonly Choice<Value>[]
  readonly value: readonly Value[]
  readonly onChange: (value: Value[]) => void
  readonly compact?: boolean
}) {
  return (
    <FieldGroup {...field}>
      <div className={compact ? 'form-cards form-cards-compact' : 'form-boxes'}>
        {choices.map((choice) => (
          <label key={choice.value} className={compact ? 'form-card' : 'form-check'}>
            <input
              type="checkbox"
              checked={value.includes(choice.value)}
              onChange={({ target }) =>
                onChange(target.checked ? [...value, choice.value] : value.filter((other) => other !== choice.value))
              }
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

/** A few ways, one to choose, each with a sentence of its own where it needs one. `compact`: side by side, without sentences. */
export function RadioCards<Value extends string>({
  choices,
  value,
  onChange,
  compact = false,
  ...field
}: FieldProps & {
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly compact?: boolean
}) {
  const name = useId()
  return (
    <FieldGroup {...field}>
      <div className={compact ? 'form-cards form-cards-compact' : 'form-cards'}>
        {choices.map((choice) => (
          <label key={choice.value} className="form-card">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              <span className="form-card-label">{choice.label}</span>
              {choice.text && <span className="form-hint">{choice.text}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
