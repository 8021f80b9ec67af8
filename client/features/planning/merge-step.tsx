import { useState } from 'react'
import type { ProblemError } from '#client/lib/api.ts'
import { formatInstant } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { DataTable } from '#client/ui/data-table.tsx'
import { compare, merged } from './merge.ts'

type MergeStepProps<Values extends object> = {
  readonly base: Values
  readonly mine: Values
  readonly theirs: Values
  readonly error: ProblemError
  readonly label: (key: keyof Values & string) => string
  readonly show: (key: keyof Values & string, values: Values) => string
  readonly onMerged: (values: Values) => void
  readonly onBack: () => void
}

/** Somebody saved first: both versions side by side, field by field. What only one of us changed comes together by itself. */
export function MergeStep<Values extends object>({
  base,
  mine,
  theirs,
  error,
  label,
  show,
  onMerged,
  onBack,
}: MergeStepProps<Values>) {
  const t = useWords()
  const language = useLanguage()
  const merging = compare(base, mine, theirs)
  const [chosen, setChosen] = useState<readonly string[]>(merging.contested)
  const rows = [...merging.contested, ...merging.theirs, ...merging.mine]
  const by = readBy(error)
  const who = by?.name ?? t('planning.merge.somebody')
  const cell = (key: keyof Values & string, side: 'mine' | 'theirs') => {
    const text = show(key, side === 'mine' ? mine : theirs) || '–'
    if (!merging.contested.includes(key)) {
      const taken = merging[side].includes(key)
      return taken ? <b>{text}</b> : <span className="quiet">{text}</span>
    }
    return (
      <label className="form-card">
        <input
          type="radio"
          name={`merge-${key}`}
          checked={chosen.includes(key) === (side === 'mine')}
          onChange={() => setChosen(side === 'mine' ? [...chosen, key] : chosen.filter((other) => other !== key))}
        />
        <span>
          <span className="visually-hidden">{side === 'mine' ? t('planning.merge.mine') : who}: </span>
          {text}
        </span>
      </label>
    )
  }
  return (
    <>
      <p>
        {by
          ? t('planning.merge.text', { name: by.name, when: formatInstant(Date.parse(by.at), language) })
          : t('planning.merge.textNobody')}
      </p>
      {rows.length === 0 ? (
        <p>{t('planning.merge.same')}</p>
      ) : (
        <DataTable
          caption={t('planning.merge.caption')}
          columns={[
            { key: 'field', heading: t('planning.merge.field'), main: true, cell: (key) => label(key) },
            { key: 'mine', heading: t('planning.merge.mine'), cell: (key) => cell(key, 'mine') },
            { key: 'theirs', heading: who, cell: (key) => cell(key, 'theirs') },
          ]}
          rows={rows}
          rowKey={(key) => key}
        />
      )}
      <div className="form-actions">
        <Button look="main" onClick={() => onMerged(merged({ mine, theirs }, merging, chosen))}>
          {t('planning.merge.go')}
        </Button>
        <Button onClick={onBack}>{t('planning.backToEdit')}</Button>
      </div>
    </>
  )
}

function readBy({ details }: ProblemError): { readonly name: string; readonly at: string } | null {
  const by = details['by']
  if (typeof by !== 'object' || by === null || !('name' in by) || !('at' in by)) return null
  return { name: String(by.name), at: String(by.at) }
}
