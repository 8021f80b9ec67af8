import { largestParty } from '#shared/contract/sign-up.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { CheckField, TextField } from '#client/ui/form/inputs.tsx'

/** `key` tells the fields of two people apart while one is taken out. */
export type Member = { readonly key: number; readonly name: string; readonly child: boolean }

type OthersProps = {
  readonly others: readonly Member[]
  readonly onChange: (others: readonly Member[]) => void
  /** What the server found wrong with a field, in words. */
  readonly errorOf: (field: string) => string | undefined
}

/** Who comes along. */
export function Others({ others, onChange, errorOf }: OthersProps) {
  const t = useWords()
  const change = (index: number, member: Partial<Member>) =>
    onChange(others.map((other, at) => (at === index ? { ...other, ...member } : other)))
  return (
    <>
      {others.map((other, index) => (
        <fieldset key={other.key} className="desk-other">
          <legend>{t('desk.form.other', { number: index + 2 })}</legend>
          <TextField
            label={t('desk.form.name')}
            value={other.name}
            error={errorOf(`others.${index}.name`)}
            autoComplete="off"
            onChange={({ target }) => change(index, { name: target.value })}
          />
          <div className="desk-ticks">
            <CheckField
              label={t('desk.form.child')}
              checked={other.child}
              onChange={({ target }) => change(index, { child: target.checked })}
            />
            <Button
              look="quiet"
              aria-label={t('desk.form.remove', { number: index + 2 })}
              onClick={() => onChange(others.filter((_, at) => at !== index))}
            >
              {t('desk.form.removeOne')}
            </Button>
          </div>
        </fieldset>
      ))}
      {others.length < largestParty - 1 && (
        <div className="form-actions">
          <Button
            look="quiet"
            onClick={() =>
              onChange([...others, { key: 1 + Math.max(0, ...others.map(({ key }) => key)), name: '', child: false }])
            }
          >
            {t('desk.form.add')}
          </Button>
        </div>
      )}
    </>
  )
}
