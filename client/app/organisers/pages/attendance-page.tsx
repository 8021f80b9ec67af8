import { useMemo } from 'react'
import { useParams } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { formatSpan } from '#shared/time/format.ts'
import { AttendanceScreen } from '#client/features/attendance/attendance-screen.tsx'
import { History } from '#client/features/attendance/history.tsx'
import { panelSource } from '#client/features/attendance/sources.ts'
import { spanOfList } from '#client/features/attendance/span.ts'
import { Unsent } from '#client/features/attendance/unsent.tsx'
import { useAttendance } from '#client/features/attendance/use-attendance.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { OfflineError } from '#client/lib/api.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Empty, Failure, Loading } from '#client/ui/states.tsx'

/** Who is there, for whoever is signed in and may see the people of this session. */
export default function AttendancePage() {
  const { id = '' } = useParams()
  const t = useWords()
  const language = useLanguage()
  const attendance = useAttendance(useMemo(() => panelSource(id, language), [id, language]))
  const { kept, standing, retry } = attendance
  const { view } = kept
  if (view === null && standing === 'closed')
    return <Empty title={t('attendance.door.closedTitle')} text={t('attendance.readOnly')} />
  if (view === null)
    return standing === 'asking' ? (
      <Loading />
    ) : (
      <Failure error={new OfflineError('attendance', null)} retry={() => void retry()} />
    )
  return (
    <div className="panel-page">
      <p>
        <LocalLink to={panelPages.session(id)} className="table-link">
          ‹ {view.title.text}
        </LocalLink>
      </p>
      <div className="panel-head">
        <PageTitle title={t('attendance.of', { title: view.title.text })} />
      </div>
      <p className="quiet">{formatSpan(spanOfList(view), language)}</p>
      {standing === 'closed' && kept.queue.length > 0 && (
        <Note tone="sun">
          <Unsent kept={kept} />
        </Note>
      )}
      <AttendanceScreen attendance={attendance} />
      <History session={id} />
    </div>
  )
}
