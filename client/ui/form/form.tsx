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
  const ofFields = inOrder(
    form.current,
    found.filter((error) => !general.includes(error)),
  )
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
            {ofFields.map(({ name, message, field }) => (
              <li key={name}>
                {field ? (
                  <button type="button" className="form-link" onClick={() => focusOn(field)}>
                    {labelOf(field)}: {message}
                  </button>
                ) : (
                  message
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

type Found = { readonly name: string; readonly message: string }

/** Mistakes in the order in which their fields stand on the page; last those of no single field, such as a list without a row. */
function inOrder(form: HTMLFormElement | null, mistakes: readonly Found[]) {
  const fields = form ? [...form.querySelectorAll<HTMLElement>('[name]')] : []
  const names = fields.map((field) => field.getAttribute('name') ?? '')
  /** A mistake of a text is about its first language. */
  const placeOf = ({ name }: Found): number =>
    names.includes(name) ? names.indexOf(name) : names.findIndex((one) => one.startsWith(`${name}.`))
  return mistakes
    .map((mistake) => ({ ...mistake, place: placeOf(mistake) }))
    .toSorted((one, other) => (one.place < 0 ? fields.length : one.place) - (other.place < 0 ? fields.length : other.place))
    .map(({ place, ...mistake }) => ({ ...mistake, field: fields[place] }))
}

function focusOn(field: HTMLElement): void {
  field.focus()
  field.scrollIntoView({ block: 'center' })
}

function labelOf(field: HTMLElement): string {
  if (field instanceof HTMLFieldSetElement) return field.querySelector('legend')?.firstChild?.textContent ?? ''
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
    return field.labels?.[0]?.firstChild?.textContent ?? ''
  return ''
}
