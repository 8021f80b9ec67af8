import { useId, type ReactNode } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import './form.css'

export type FieldProps = {
  readonly label: string
  /** Stands below the label, for everybody: an example, or what it is for. */
  readonly hint?: string | undefined
  /** What is wrong, in words; it stands beside the field and is read out with it. */
  readonly error?: string | undefined
  /** Fields are required; those that may stay empty say so. */
  readonly optional?: boolean | undefined
  /** Where it stands in the values of its form: by that the summary of mistakes finds it. */
  readonly name?: string | undefined
}

/** What an input takes over from its field. */
export type Described = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

/** Props of a field apart from those of its input. */
export function splitField<Props extends FieldProps>({ label, hint, error, optional, ...input }: Props) {
  return { field: { label, hint, error, optional }, input }
}

/** Label, hint, one input, and what is wrong with it. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  children,
}: FieldProps & { readonly children: (described: Described) => ReactNode }) {
  const t = useWords()
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={error ? 'form-field form-field-wrong' : 'form-field'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="form-optional"> {t('form.optional')}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="form-hint">
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': optional ? undefined : true,
      })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}

/** A group of inputs under one legend: boxes to tick, cards to choose from. */
export function FieldGroup({
  label,
  hint,
  error,
  optional = false,
  name,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  const t = useWords()
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset
      className={error ? 'form-field form-field-wrong' : 'form-field'}
      aria-describedby={described || undefined}
      name={name}
      tabIndex={error ? -1 : undefined}
    >
      <legend>
        {label}
        {optional && <span className="form-optional"> {t('form.optional')}</span>}
      </legend>
      {hint && (
        <p id={`${id}-hint`} className="form-hint">
          {hint}
        </p>
      )}
      {children}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}

export function FieldError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  return error ? (
    <p id={id} className="form-error">
      {error}
    </p>
  ) : null
}
