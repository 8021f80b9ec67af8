import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import type { FieldErrors, FieldValues } from 'react-hook-form'
import { useWords } from '#client/i18n/use-words.ts'
import { allErrors } from './error-at.ts'
import './form.css'

type FormProps<Values extends FieldValues> = {
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => unknown
  readonly errors: FieldErrors<Values>
  /** Rises with each try to save: the summary then takes the focus. */
  readonly tries: number
  readonly label?: string
  readonly children: ReactNode
}

/** A form with its summary of mistakes on top: after a try to save, that is where the reader lands. */
export function Form<Values extends FieldValues>({ onSubmit, errors, tries, label, children }: FormProps<Values>) {
  const form = useRef<HTMLFormElement>(null)
  return (
    <form
      ref={form}
      noValidate
      className="form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        onSubmit(event)
      }}
    >
      <ErrorSummary errors={errors} tries={tries} form={form} />
      {children}
    </form>
  )
}

function ErrorSummary<Values extends FieldValues>({
  errors,
  tries,
  form,
}: Pick<FormProps<Values>, 'errors' | 'tries'> & { readonly form: React.RefObject<HTMLFormElement | null> }) {
  const t = useWords()
  const box = useRef<HTMLDivElement>(null)
  const found = allErrors(errors)
  const announced = useRef(0)
  useEffect(() => {
    if (found.length === 0 || announced.current === tries) return
    announced.current = tries
    box.current?.focus()
  }, [found.length, tries])
  if (found.length === 0 || tries === 0) return null
  const general = found.filter(({ name }) => name === '' || name.startsWith('root') || name === 'server')
  const ofFields = found.filter((error) => !general.includes(error))
  const fields = wrongFields(form.current)
  return (
    <div ref={box} className="form-summary" tabIndex={-1} role="alert">
      {general.map(({ message }) => (
        <p key={message}>
          <strong>{message}</strong>
        </p>
      ))}
      {ofFields.length > 0 && (
        <>
          <p>
            <strong>{t('form.summary', { count: ofFields.length })}</strong>
          </p>
          <ul>
            {ofFields.map(({ name, message }, index) => (
              <li key={name}>
                <button type="button" className="form-link" onClick={() => focusOn(form.current, name, index)}>
                  {labelOf(fieldOf(form.current, name) ?? fields[index]) || name}: {message}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const wrongFields = (form: HTMLFormElement | null): readonly HTMLElement[] =>
  form ? [...form.querySelectorAll<HTMLElement>('[aria-invalid="true"], [data-wrong]')] : []

const fieldOf = (form: HTMLFormElement | null, name: string): HTMLElement | undefined =>
  form ? [...form.querySelectorAll<HTMLElement>('[name]')].find((field) => field.getAttribute('name') === name) : undefined

/** The field of that name; one without a name (a group, a combo box) is found by its place among those that are wrong. */
function focusOn(form: HTMLFormElement | null, name: string, index: number): void {
  const field = fieldOf(form, name) ?? wrongFields(form)[index]
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
}

function labelOf(field: HTMLElement | undefined): string {
  if (field instanceof HTMLFieldSetElement) return field.querySelector('legend')?.firstChild?.textContent ?? ''
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
    return field.labels?.[0]?.firstChild?.textContent ?? ''
  return ''
}
