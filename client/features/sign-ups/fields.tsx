import { useId, type ReactNode } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icons.tsx'
import type { Mistake, Person } from './draft.ts'
import './sign-up-form.css'

type TextProps = {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly error: string | null
  readonly autoComplete?: string
  readonly onChange: (value: string) => void
}

/** A line to type in, with what is wrong with it beside it. */
export function TextField({ label, hint, value, error, autoComplete = 'off', onChange }: TextProps) {
  const id = useId()
  return (
    <div className="sign-up-field">
      <label htmlFor={id}>
        {label} {hint && <span className="quiet">({hint})</span>}
      </label>
      <input
        id={id}
        value={value}
        autoComplete={autoComplete}
        maxLength={250}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
        onChange={({ target }) => onChange(target.value)}
      />
      {error !== null && (
        <p className="sign-up-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

type TickProps = {
  readonly checked: boolean
  readonly isWrong?: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
}

export function Tick({ checked, isWrong, onChange, children }: TickProps) {
  return (
    <label className="sign-up-tick">
      <input
        type="checkbox"
        checked={checked}
        aria-invalid={isWrong || undefined}
        onChange={({ target }) => onChange(target.checked)}
      />
      {children}
    </label>
  )
}

type PeopleProps = {
  readonly attending: boolean
  readonly others: readonly Person[]
  readonly mistakes: readonly Mistake[]
  /** People in one sign-up. */
  readonly most?: number
  readonly onChange: (party: { readonly attending: boolean; readonly others: readonly Person[] }) => void
}

/** Who comes beside whoever signs up, and whether that one comes too. */
export function People({ attending, others, mistakes, most = 10, onChange }: PeopleProps) {
  const t = useWords()
  const put = (index: number, person: Person) =>
    onChange({ attending, others: others.map((one, at) => (at === index ? person : one)) })
  const drop = (index: number) => {
    const left = others.filter((_, at) => at !== index)
    onChange({ attending: attending || left.length === 0, others: left })
  }
  return (
    <>
      {others.map((person, index) => (
        <fieldset key={`person ${index + 2}`} className="sign-up-person">
          <legend>{t('signUp.person', { number: index + 2 })}</legend>
          <TextField
            label={t('signUp.name')}
            value={person.name}
            error={mistakes.includes(`others.${index}.name`) ? t('signUp.nameWrong') : null}
            onChange={(name) => put(index, { ...person, name })}
          />
          <Tick checked={person.child} onChange={(child) => put(index, { ...person, child })}>
            {t('signUp.child')}
          </Tick>
          <Button look="quiet" onClick={() => drop(index)}>
            {t('signUp.removePerson', { number: index + 2 })}
          </Button>
        </fieldset>
      ))}
      {others.length > 0 && (
        <Tick checked={attending} onChange={(coming) => onChange({ attending: coming, others })}>
          {t('signUp.attending')}
        </Tick>
      )}
      {mistakes.includes('nobody') && <p className="sign-up-error">{t('signUp.nobody')}</p>}
      {others.length + 1 >= most && most > 1 && <p className="quiet">{t('signUp.asks.most')}</p>}
      {others.length + 1 < most && (
        <Button look="quiet" onClick={() => onChange({ attending, others: [...others, { name: '', child: false }] })}>
          <Icon name="person" size={20} />
          {t('signUp.addPerson')}
        </Button>
      )}
    </>
  )
}
