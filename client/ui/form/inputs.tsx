import type { ComponentProps } from 'react'
import { Field, splitField, type FieldProps } from './field.tsx'

type InputProps = FieldProps & Omit<ComponentProps<'input'>, 'type' | 'className' | 'id'>

/** All take what react-hook-form's `register` gives: `<TextField label="…" error={errorOf('name')} {...register('name')} />`. */
export function TextField({
  type = 'text',
  ...props
}: InputProps & { readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search' }) {
  const { field, input } = splitField(props)
  return (
    <Field {...field}>
      {(described) => <input {...input} {...described} type={type} className="form-input" spellCheck={type === 'text'} />}
    </Field>
  )
}

export function TextArea(props: FieldProps & Omit<ComponentProps<'textarea'>, 'className' | 'id'>) {
  const { field, input } = splitField(props)
  return <Field {...field}>{(described) => <textarea rows={3} {...input} {...described} className="form-input" />}</Field>
}

/** Digits as text: a wheel over a number field changes it unseen. Register it with `setValueAs: readNumber`. */
export function NumberField(props: InputProps) {
  const { field, input } = splitField(props)
  return (
    <Field {...field}>
      {(described) => (
        <input {...input} {...described} inputMode="numeric" autoComplete="off" className="form-input form-short" />
      )}
    </Field>
  )
}

/** '' is nothing (null); what is no number stays as it is, so that the schema names it and the field keeps it. */
export const readNumber = (typed: unknown): unknown => {
  const text = String(typed ?? '').trim()
  return text === '' ? null : /^-?\d+$/.test(text) ? Number(text) : text
}

export function DateField(props: InputProps) {
  const { field, input } = splitField(props)
  return (
    <Field {...field}>{(described) => <input {...input} {...described} type="date" className="form-input form-short" />}</Field>
  )
}

export function TimeField(props: InputProps) {
  const { field, input } = splitField(props)
  return (
    <Field {...field}>{(described) => <input {...input} {...described} type="time" className="form-input form-short" />}</Field>
  )
}

export type Choice<Value extends string = string> = { readonly value: Value; readonly label: string; readonly text?: string }

/** `empty`: what stands there while nothing is chosen; it is then a choice of its own. */
export function SelectField({
  choices,
  empty,
  ...props
}: FieldProps &
  Omit<ComponentProps<'select'>, 'className' | 'id' | 'children'> & {
    readonly choices: readonly Choice[]
    readonly empty?: string
  }) {
  const { field, input } = splitField(props)
  return (
    <Field {...field}>
      {(described) => (
        <select {...input} {...described} className="form-input">
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** One box to tick, with its sentence. */
export function CheckField({ label, hint, error, ...input }: FieldProps & Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return (
    <div className={error ? 'form-field form-field-wrong' : 'form-field'}>
      <label className="form-check">
        <input {...input} type="checkbox" aria-invalid={error ? true : undefined} />
        <span>
          {label}
          {hint && <span className="form-hint">{hint}</span>}
          {error && <span className="form-error">{error}</span>}
        </span>
      </label>
    </div>
  )
}
