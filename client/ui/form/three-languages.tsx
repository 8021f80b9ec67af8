import { useId, useState } from 'react'
import type { FieldErrors, FieldPath, FieldValues, UseFormRegister } from 'react-hook-form'
import { languages } from '#shared/contract/kinds.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '../button.tsx'
import { errorAt } from './error-at.ts'
import { TextArea, TextField } from './inputs.tsx'

type ThreeLanguagesProps<Values extends FieldValues> = {
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  readonly long?: boolean
  /** The field that holds `{ pl, en, uk }`. */
  readonly name: FieldPath<Values>
  readonly register: UseFormRegister<Values>
  readonly errors: FieldErrors<Values>
  readonly values: Partial<Record<string, string | null>> | null | undefined
}

/** A text for residents: Polish first, the others folded away until somebody writes them; where they are missing, Polish is shown. */
export function ThreeLanguages<Values extends FieldValues>({
  label,
  hint,
  optional = false,
  long = false,
  name,
  register,
  errors,
  values,
}: ThreeLanguagesProps<Values>) {
  const t = useWords()
  const id = useId()
  const written = languages.filter((language) => language !== 'pl' && values?.[language])
  const wrong = languages.some((language) => language !== 'pl' && errorAt(errors, `${name}.${language}`))
  const [opened, setOpened] = useState(false)
  const open = opened || wrong
  const Input = long ? TextArea : TextField
  const at = (language: string) => `${name}.${language}` as FieldPath<Values>
  return (
    <div className="form-languages">
      <Input label={label} hint={hint} optional={optional} error={errorAt(errors, at('pl'))} lang="pl" {...register(at('pl'))} />
      <Button look="quiet" aria-expanded={open} aria-controls={id} onClick={() => setOpened(!open)}>
        {written.length === 0 ? t('form.languages.add') : t('form.languages.have', { list: written.join(', ') })}
      </Button>
      <div id={id} className="form-languages-more" hidden={!open}>
        {languages
          .filter((language) => language !== 'pl')
          .map((language) => (
            <Input
              key={language}
              label={`${label}, ${t(`form.languages.${language}`)}`}
              optional
              lang={language}
              error={errorAt(errors, at(language))}
              {...register(at(language))}
            />
          ))}
      </div>
    </div>
  )
}
