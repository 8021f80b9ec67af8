import { useState } from 'react'
import type { Language } from '#shared/contract/kinds.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { DataTable, type Column } from '#client/ui/data-table.tsx'
import { Note } from '#client/ui/note.tsx'
import { Clash, type Solve } from './clash.tsx'
import { impactRows, isNothing, otherConflicts, toldOf, type ImpactRow } from './impact-rows.ts'
import { dayInWords, slotInWords } from './moments.ts'
import { SkippedDates } from './skipped-dates.tsx'
import type { Impact } from './wire.ts'
import './planning.css'

const firstShown = 8

/** What an edit would do, line by line: before and after, how many people, and what speaks against it with a way out. */
export function ImpactTable({ impact, solve }: { readonly impact: Impact; readonly solve?: Solve | undefined }) {
  const t = useWords()
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const rows = impactRows(impact)
  const told = toldOf(impact)
  const shown = all ? rows : rows.slice(0, Math.max(firstShown, impact.roomConflicts.length))
  const columns: readonly Column<ImpactRow>[] = [
    { key: 'what', heading: t('planning.impact.what'), main: true, cell: ({ what }) => t(`planning.impact.kinds.${what}`) },
    { key: 'was', heading: t('planning.impact.was'), cell: ({ was }) => (was ? slotInWords(was, language) : '–') },
    { key: 'will', heading: t('planning.impact.will'), cell: willCell(solve) },
    { key: 'people', heading: t('planning.impact.people'), number: true, cell: ({ people }) => people },
  ]
  return (
    <div className="impact">
      {isNothing(impact) && <p>{t('planning.impact.nothing')}</p>}
      {rows.length > 0 && (
        <DataTable
          caption={t('planning.impact.caption')}
          columns={columns}
          rows={shown}
          rowKey={({ sessionId, what }) => `${sessionId} ${what}`}
          rowTone={({ conflict }) => (conflict ? 'window' : undefined)}
        />
      )}
      {shown.length < rows.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('planning.impact.all', { count: rows.length })}
        </Button>
      )}
      {otherConflicts(impact).map((conflict) => (
        <Note key={`${conflict.start} ${conflict.other.sessionId}`} tone="window">
          <p>{slotInWords(conflict, language)}</p>
          <Clash conflict={conflict} solve={solve} />
        </Note>
      ))}
      {impact.fields.length > 0 && (
        <p>
          {t('planning.impact.fields')} <b>{impact.fields.map((field) => fieldWord(field, t)).join(', ')}</b>
        </p>
      )}
      <SkippedDates skipped={impact.skipped} />
      {impact.unmatchedExclusions.length > 0 && (
        <p>
          {t('planning.impact.unmatched')} {impact.unmatchedExclusions.map((one) => dayInWords(one, language)).join(', ')}
        </p>
      )}
      {impact.people > 0 && <p>{t('planning.impact.touched', { count: impact.people })}</p>}
      {typeof told === 'number' && <p>{t('planning.impact.told', { count: told })}</p>}
    </div>
  )
}

const willCell = (solve: Solve | undefined) => (row: ImpactRow) => <Will row={row} solve={solve} />

function Will({ row, solve }: { readonly row: ImpactRow; readonly solve: Solve | undefined }) {
  const t = useWords()
  const language = useLanguage()
  if (row.conflict)
    return (
      <>
        {row.will && <span>{slotInWords(row.will, language)}: </span>}
        <Clash conflict={row.conflict} solve={solve} />
      </>
    )
  if (row.what === 'cancelled') return <b className="impact-bad">{t('planning.impact.cancelled')}</b>
  if (row.what === 'removed') return <span className="quiet">{t('planning.impact.removed')}</span>
  if (row.what === 'hidden') return <span className="quiet">{t('planning.impact.hidden')}</span>
  if (row.what === 'reworded') return row.fields.map((field) => fieldWord(field, t)).join(', ')
  return row.will ? placeAndTime(row, language) : '–'
}

/** The place only where it is another one than before. */
function placeAndTime({ was, will }: ImpactRow, language: Language): string {
  if (!will) return ''
  const elsewhere = !was || was.venue !== will.venue || was.room !== will.room
  const place = elsewhere ? [will.venue, will.room].filter(Boolean).join(', ') : ''
  return [slotInWords(will, language), place].filter(Boolean).join(' · ')
}

/** The name of an activity's field in words; one that has none says that something else changed. */
export function fieldWord(field: string, t: ReturnType<typeof useWords>): string {
  const words: Readonly<Record<string, string>> = t('planning.fields', { returnObjects: true })
  return words[field] ?? t('planning.fields.other')
}
