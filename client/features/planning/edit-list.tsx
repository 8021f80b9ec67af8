import { useState } from 'react'
import { formatInstant } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { fieldWord } from './impact-table.tsx'
import { slotInWords } from './moments.ts'
import { UndoDialog } from './one-step-dialogs.tsx'
import { useEdits } from './queries.ts'
import type { EditEntry } from './wire.ts'

const firstShown = 6

/** Who changed what and when, with "Cofnij" for a day. */
export function EditList({ seriesId, entries }: { readonly seriesId: string; readonly entries?: readonly EditEntry[] }) {
  const t = useWords()
  const query = useEdits(seriesId)
  const [all, setAll] = useState(false)
  const [undoing, setUndoing] = useState<EditEntry | null>(null)
  const edits = entries ?? query.data?.edits
  if (!edits) return query.isError ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Loading lines={3} />
  if (edits.length === 0) return <p className="quiet">{t('series.edits.none')}</p>
  return (
    <>
      <ul className="plain edit-list">
        {(all ? edits : edits.slice(0, firstShown)).map((entry) => (
          <Edit key={entry.id} entry={entry} onUndo={() => setUndoing(entry)} />
        ))}
      </ul>
      {!all && edits.length > firstShown && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('series.edits.all', { count: edits.length })}
        </Button>
      )}
      {undoing && <UndoDialog entry={undoing} onClose={() => setUndoing(null)} />}
    </>
  )
}

/** "zmieniono terminy" needs no "terminy" after it. */
const saidByKind: ReadonlySet<string> = new Set(['schedule', 'status'])

function Edit({ entry, onUndo }: { readonly entry: EditEntry; readonly onUndo: () => void }) {
  const t = useWords()
  const language = useLanguage()
  const kinds: Readonly<Record<string, string>> = t('series.edits.kinds', { returnObjects: true })
  const what = kinds[entry.kind] ?? t('series.edits.other')
  const fields = entry.fields
    .filter((field) => !saidByKind.has(field))
    .map((field) => fieldWord(field, t))
    .join(', ')
  return (
    <li>
      <p>
        {entry.undone ? (
          <s>
            <b>{what}</b>
          </s>
        ) : (
          <b>{what}</b>
        )}
        {fields && `: ${fields}`}
        {entry.first && `, ${slotInWords(entry.first, language)}`}
        {entry.sessions > 1 && ` (${t('series.edits.sessions', { count: entry.sessions })})`}
      </p>
      <p className="quiet">
        {formatInstant(Date.parse(entry.at), language)}, {entry.by?.name ?? t('series.edits.server')}
        {entry.batch && ` · ${entry.batch.name}`}
        {entry.undone && ` · ${t('series.edits.undone')}`}
      </p>
      {entry.undoableUntil && !entry.undone && (
        <Button look="quiet" onClick={onUndo}>
          {t('form.undo')}
        </Button>
      )}
    </li>
  )
}
