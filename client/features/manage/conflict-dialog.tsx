import { useState } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import type { Words } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { differing, inWords, merged, type Version } from './versions.ts'

type Field = Parameters<typeof fieldKey>[0]
const fieldKey = (name: keyof Words['manage']['field']) => `manage.field.${name}` as const

/** Two versions side by side: field by field what was typed and what somebody saved meanwhile. */
export function ConflictDialog({
  mine,
  theirs,
  names,
  saving,
  onSave,
  onClose,
}: {
  readonly mine: Version
  readonly theirs: Version & { readonly version: number }
  readonly names: Readonly<Record<string, string>>
  readonly saving: boolean
  readonly onSave: (whole: Version) => void
  readonly onClose: () => void
}) {
  const t = useWords()
  const fields = differing(mine, theirs)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (field: string, take: boolean) =>
    setChosen((before) => new Set(take ? [...before, field] : [...before].filter((one) => one !== field)))
  const said = (value: unknown): string => inWords(value, names) || t('manage.conflict.empty')
  return (
    <Dialog title={t('manage.conflict.title')} size="wide" onClose={onClose}>
      <p>{fields.length === 0 ? t('manage.conflict.only') : t('manage.conflict.text')}</p>
      {fields.map((field) => (
        <fieldset key={field} className="manage-fields manage-choice">
          <legend>
            <b>{t(fieldKey(field as Field))}</b>
          </legend>
          <div className="manage-choice-values">
            {([false, true] as const).map((take) => (
              <label
                key={String(take)}
                className="form-card"
                aria-label={`${t(take ? 'manage.conflict.theirs' : 'manage.conflict.yours')}: ${said(take ? theirs[field] : mine[field])}`}
              >
                <input type="radio" name={field} checked={chosen.has(field) === take} onChange={() => choose(field, take)} />
                <span>
                  <span className="form-card-label">{t(take ? 'manage.conflict.theirs' : 'manage.conflict.yours')}</span>
                  <span>{said(take ? theirs[field] : mine[field])}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="form-actions">
        <Button
          look="main"
          disabled={saving}
          onClick={() => onSave({ ...merged(mine, theirs, chosen), version: theirs.version })}
        >
          {t('manage.conflict.go')}
        </Button>
        <Button onClick={onClose}>{t('form.back')}</Button>
      </div>
    </Dialog>
  )
}
