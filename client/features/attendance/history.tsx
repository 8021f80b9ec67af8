import { useState } from 'react'
import type { AttendanceHistory } from '#shared/contract/attendance.ts'
import { formatInstant } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Failure, Loading } from '#client/ui/states.tsx'
import { useHistory } from './queries.ts'

/** A tap is late when the device had no network. */
const lateMs = 60_000

/** Every tap that came, for whoever wonders how a mark came about. */
export function History({ session }: { readonly session: string }) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const history = useHistory(session, useLanguage(), open)
  return (
    <details className="disclosure" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('attendance.history.heading')}</summary>
      {open && history.isPending && <Loading lines={3} />}
      {history.isError && <Failure error={history.error} retry={() => void history.refetch()} />}
      {history.data?.marks.length === 0 && <p className="quiet">{t('attendance.history.none')}</p>}
      <ul>{open && history.data?.marks.map((mark) => <Mark key={mark.id} mark={mark} />)}</ul>
    </details>
  )
}

function Mark({
  mark: { at, receivedAt, name, shift, present, count, by, device },
}: {
  readonly mark: AttendanceHistory['marks'][number]
}) {
  const t = useWords()
  const language = useLanguage()
  const what =
    name === null
      ? t('attendance.history.counted', { count: count ?? 0 })
      : t(present ? 'attendance.history.here' : 'attendance.history.away', { name })
  const late = Date.parse(receivedAt) - Date.parse(at) > lateMs
  return (
    <li>
      {what}{' '}
      <span className="quiet">
        {[
          shift?.text,
          formatInstant(Date.parse(at), language),
          by ?? t('attendance.history.tablet', { device }),
          late && t('attendance.history.late', { when: formatInstant(Date.parse(receivedAt), language) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  )
}
