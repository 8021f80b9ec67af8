import { useId } from 'react'
import { needKinds } from '#shared/contract/kinds.ts'
import { useWords } from '#client/i18n/use-words.ts'
import type { Needs } from './draft.ts'
import { TextField, Tick } from './fields.tsx'

type NeedsProps = { readonly needs: Needs; readonly isWrong: boolean; readonly onChange: (needs: Needs) => void }

/** What helps somebody to take part: folded away until somebody wants to say it. */
export function NeedsFields({ needs, isWrong, onChange }: NeedsProps) {
  const t = useWords()
  const hint = useId()
  const { kinds, words } = needs
  return (
    <details className="sign-up-more" open={isWrong || isSaid(needs)}>
      <summary>{t('needs.ask')}</summary>
      <p className="quiet" id={hint}>
        {t('needs.who')}
      </p>
      <fieldset className="sign-up-ticks" aria-describedby={hint}>
        <legend>{t('needs.choose')}</legend>
        {needKinds.map((kind) => (
          <Tick
            key={kind}
            checked={kinds.includes(kind)}
            onChange={(checked) =>
              onChange({ words, kinds: needKinds.filter((one) => (one === kind ? checked : kinds.includes(one))) })
            }
          >
            {t(`needs.kinds.${kind}`)}
          </Tick>
        ))}
      </fieldset>
      <TextField
        label={t('needs.words')}
        hint={t('needs.wordsHint')}
        value={words}
        error={isWrong ? t('needs.wordsWrong') : null}
        onChange={(typed) => onChange({ kinds, words: typed })}
      />
    </details>
  )
}

export const isSaid = ({ kinds, words }: Needs): boolean => kinds.length > 0 || words.trim() !== ''

/** What was said, to be read once more. */
export function NeedsSaid({ needs: { kinds, words } }: { readonly needs: Needs }) {
  const t = useWords()
  return <>{[...kinds.map((kind) => t(`needs.kinds.${kind}`)), words].filter(Boolean).join(', ')}</>
}
