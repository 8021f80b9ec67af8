import { reasonCodes } from '#shared/contract/kinds.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { RadioCards } from '#client/ui/form/choices.tsx'
import { TextField } from '#client/ui/form/inputs.tsx'
import { Note } from '#client/ui/note.tsx'
import type { Reason } from './wire.ts'

export type ReasonDraft = { readonly code: (typeof reasonCodes)[number] | 'other' | ''; readonly text: string }
export const noReason: ReasonDraft = { code: '', text: '' }

/** Null: none was chosen, or "other" without its words. */
export function reasonOf({ code, text }: ReasonDraft): Reason | null {
  if (code === '') return null
  if (code !== 'other') return { code }
  return text.trim() === '' ? null : { code, text: { pl: text.trim() } }
}

type ReasonFieldsProps = {
  readonly value: ReasonDraft
  readonly onChange: (value: ReasonDraft) => void
  readonly error?: string | undefined
}

/** Why, for everybody to read: a short list, or words of one's own with a warning that they are public. */
export function ReasonFields({ value, onChange, error }: ReasonFieldsProps) {
  const t = useWords()
  const other = value.code === 'other'
  return (
    <div className="reason-fields">
      <RadioCards
        label={t('planning.reason.label')}
        hint={t('planning.reason.hint')}
        error={other ? undefined : error}
        compact
        choices={[...reasonCodes, 'other' as const].map((code) => ({ value: code, label: t(`planning.reason.codes.${code}`) }))}
        value={value.code === '' ? null : value.code}
        onChange={(code) => onChange({ ...value, code })}
      />
      {other && (
        <>
          <TextField
            label={t('planning.reason.text')}
            error={error}
            value={value.text}
            maxLength={200}
            onChange={({ target }) => onChange({ ...value, text: target.value })}
          />
          <Note tone="sun">
            <p>{t('planning.reason.public')}</p>
          </Note>
        </>
      )}
    </div>
  )
}
