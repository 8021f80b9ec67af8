import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Note } from '#client/ui/note.tsx'
import { slotInWords } from './moments.ts'
import type { SoftConflict } from './wire.ts'

const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** One sentence for what speaks against a time, though it can be saved. */
export function useSoftWords(): (conflict: SoftConflict) => string {
  const t = useWords()
  const language = useLanguage()
  return (conflict) => {
    const when = slotInWords(conflict, language)
    if (conflict.kind === 'outside-hours') {
      const open = conflict.open.map(({ opensMinute, closesMinute }) => `${clock(opensMinute)}–${clock(closesMinute)}`).join(', ')
      const { place } = conflict
      return open === '' ? t('planning.soft.shut', { when, place }) : t('planning.soft.outsideHours', { when, place, open })
    }
    if (conflict.kind === 'closed') {
      const reason = conflict.reason?.[language] ?? conflict.reason?.pl ?? ''
      return t('planning.soft.closed', { when, place: conflict.place, reason }).trim()
    }
    const title = conflict.other.title?.[language] ?? conflict.other.title?.pl ?? t('planning.soft.unnamed')
    const other = `„${title}” (${slotInWords(conflict.other, language)})`
    if (conflict.kind === 'host') return t('planning.soft.host', { when, host: conflict.host, other })
    return t('planning.soft.cohort', { when, cohort: conflict.cohort[language] ?? conflict.cohort.pl, other })
  }
}

type SoftConflictsProps = {
  readonly conflicts: readonly SoftConflict[]
  readonly agreed: boolean
  readonly onAgree: (agreed: boolean) => void
}

/** What speaks against it, and a box to tick for whoever wants it all the same. */
export function SoftConflicts({ conflicts, agreed, onAgree }: SoftConflictsProps) {
  const t = useWords()
  const wordsOf = useSoftWords()
  if (conflicts.length === 0) return null
  return (
    <Note tone="sun" filled>
      <p>
        <b>{t('planning.soft.title')}</b>
      </p>
      <ul className="soft-list">
        {conflicts.slice(0, 12).map((conflict) => (
          <li key={conflict.id}>{wordsOf(conflict)}</li>
        ))}
        {conflicts.length > 12 && <li>{t('planning.soft.more', { count: conflicts.length - 12 })}</li>}
      </ul>
      <label className="form-check">
        <input type="checkbox" checked={agreed} onChange={({ target }) => onAgree(target.checked)} />
        <span>{t('planning.soft.agree')}</span>
      </label>
    </Note>
  )
}
