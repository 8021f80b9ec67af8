import { useState } from 'react'
import { rowStates } from '#shared/contract/import-rows.ts'

import { formatSpan } from '#shared/time/format.ts'
import type { WallSpan } from '#shared/time/when.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { DataTable, type Column } from '#client/ui/data-table.tsx'
import { Mark, type Tone } from '#client/ui/note.tsx'
import type { Plan, Row } from './queries.ts'

const shownAtFirst = 100
const tones: Readonly<Record<Row['state'], Tone | 'plain'>> = {
  new: 'yard',
  changed: 'sky',
  gone: 'sun',
  same: 'plain',
  duplicate: 'plain',
  skipped: 'plain',
  refused: 'window',
}

type RowsTableProps = { readonly plan: Plan; readonly onDecide: (key: string, decision: Row['decision']) => void }

/** Every row with what would happen: counted, filtered, a hundred at a time so that 2,000 stay quick. */
export function RowsTable({ plan, onDecide }: RowsTableProps) {
  const t = useWords()
  const [state, setState] = useState<Row['state'] | null>(null)
  const [shown, setShown] = useState(shownAtFirst)
  const rows = state === null ? plan.rows : plan.rows.filter((row) => row.state === state)
  const choose = (next: Row['state'] | null) => {
    setState(next)
    setShown(shownAtFirst)
  }
  return (
    <Card heading={t('imports.rows.heading')}>
      <fieldset className="import-filters" aria-label={t('imports.rows.state')}>
        <Button aria-pressed={state === null} onClick={() => choose(null)}>
          {t('imports.rows.all')} <strong>{plan.rows.length}</strong>
        </Button>
        {rowStates
          .filter((one) => plan.counts[one] > 0)
          .map((one) => (
            <Button key={one} aria-pressed={state === one} onClick={() => choose(one)}>
              {t(`imports.states.${one}`)} <strong>{plan.counts[one]}</strong>
            </Button>
          ))}
      </fieldset>
      {rows.length === 0 && <p className="quiet">{t('imports.rows.nothing')}</p>}
      {rows.length > 0 && (
        <DataTable
          caption={t('imports.rows.caption')}
          rows={rows.slice(0, shown)}
          rowKey={({ key }) => key}
          rowTone={(row) =>
            row.state === 'refused' ? 'window' : row.state === 'same' || row.state === 'skipped' ? 'quiet' : undefined
          }
          columns={columnsOf(t, onDecide)}
        />
      )}
      {rows.length > shown && (
        <p>
          <Button onClick={() => setShown(shown + shownAtFirst)}>
            {t('imports.rows.more', { count: Math.min(shownAtFirst, rows.length - shown) })}
          </Button>
        </p>
      )}
    </Card>
  )
}

function columnsOf(t: ReturnType<typeof useWords>, onDecide: RowsTableProps['onDecide']): readonly Column<Row>[] {
  return [
    { key: 'what', heading: t('imports.rows.what'), main: true, cell: (row) => <What row={row} /> },
    {
      key: 'state',
      heading: t('imports.rows.state'),
      cell: (row) => <Mark tone={tones[row.state]}>{t(`imports.states.${row.state}`)}</Mark>,
    },
    { key: 'why', heading: t('imports.rows.why'), cell: (row) => <Why row={row} /> },
    {
      key: 'decision',
      heading: t('imports.rows.decision'),
      cell: (row) => <DecisionSelect row={row} onDecide={onDecide} />,
    },
    { key: 'line', heading: t('imports.rows.line'), number: true, cell: ({ line }) => line ?? '–' },
  ]
}

function What({ row }: { readonly row: Row }) {
  const language = useLanguage()
  return (
    <>
      {row.title || '–'}
      <span className="import-below">
        {[row.when && formatSpan(row.when, language), row.place, row.club].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}

/** What changes, why it doesn't come in, what was done so that it can, and what it meets. */
function Why({ row }: { readonly row: Row }) {
  const t = useWords()
  const language = useLanguage()
  const faults: Readonly<Record<string, string>> = t('imports.faults', { returnObjects: true })
  const notes: Readonly<Record<string, string>> = t('imports.notes', { returnObjects: true })
  const kinds: Readonly<Record<string, string>> = t('kinds', { returnObjects: true })
  const { fault, value, conflict } = row
  const other = (title: string | null) => title ?? t('imports.rows.other')
  const lines = [
    ...(fault && !conflict ? [[faults[fault] ?? fault, value].filter(Boolean).join(': ')] : []),
    ...(conflict
      ? [t('imports.rows.room', { title: other(conflict.title), when: spanWords(`${conflict.start}/${conflict.end}`, language) })]
      : []),
    ...(row.cancelled ? [t('imports.rows.cancelled')] : []),
    ...row.warnings.map(({ kind, title }) =>
      kind === 'outside-hours' || kind === 'closed'
        ? [t(`imports.rows.${kind}`), title].filter(Boolean).join(': ')
        : t(kind === 'club-busy' ? 'imports.rows.clubBusy' : 'imports.rows.hostBusy', { title: other(title) }),
    ),
    ...row.notes.map((note) => notes[note] ?? note),
    ...(row.people > 0 ? [t('imports.rows.people', { count: row.people })] : []),
  ]
  return (
    <>
      {row.changes.map(({ field, from, to }) => (
        <span key={field} className="import-change">
          {t(`imports.fields.${field}`)}: <del>{changeWords(field, from, language, kinds)}</del> →{' '}
          <ins>{changeWords(field, to, language, kinds)}</ins>
        </span>
      ))}
      {lines.map((line) => (
        <span key={line} className="import-line">
          {line}
        </span>
      ))}
    </>
  )
}

function changeWords(
  field: Row['changes'][number]['field'],
  text: string,
  language: Language,
  kinds: Readonly<Record<string, string>>,
): string {
  if (field === 'when') return spanWords(text, language)
  if (field === 'kind') return kinds[text] ?? text
  return text === '' ? '–' : text
}

function spanWords(text: string, language: Language): string {
  const [start = '', end = ''] = text.split('/')
  const span: WallSpan = start.length === 10 ? { kind: 'all-day', firstDay: start, lastDay: end } : { kind: 'timed', start, end }
  return formatSpan(span, language)
}

function DecisionSelect({ row, onDecide }: { readonly row: Row; readonly onDecide: RowsTableProps['onDecide'] }) {
  const t = useWords()
  const words = (decision: Row['decision']) =>
    t(decision === 'take' && row.state === 'changed' ? 'imports.decisions.change' : `imports.decisions.${decision}`)
  if (row.options.length < 2) return <span className="quiet">{words(row.decision)}</span>
  return (
    <select
      className="form-input import-decision"
      aria-label={`${t('imports.rows.decision')}: ${row.title}`}
      value={row.decision}
      onChange={({ target }) => onDecide(row.key, target.value as Row['decision'])}
    >
      {row.options.map((option) => (
        <option key={option} value={option}>
          {words(option)}
        </option>
      ))}
    </select>
  )
}
