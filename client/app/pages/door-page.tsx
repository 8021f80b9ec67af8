import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import type { DoorView } from '#shared/contract/attendance.ts'
import { api } from '#shared/contract/paths.ts'
import { formatSpan } from '#shared/time/format.ts'
import { AttendanceScreen } from '#client/features/attendance/attendance-screen.tsx'
import { askAsDevice, doorSource } from '#client/features/attendance/sources.ts'
import { spanOfList } from '#client/features/attendance/span.ts'
import { isClaimed, noteClaim } from '#client/features/attendance/storage.ts'
import type { Kept } from '#client/features/attendance/taps.ts'
import { Unsent } from '#client/features/attendance/unsent.tsx'
import { useAttendance } from '#client/features/attendance/use-attendance.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { getJson, OfflineError, ProblemError } from '#client/lib/api.ts'
import { Button } from '#client/ui/button.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'

/** The list at the door, on the one device that a link was made for (T08). */
export default function DoorPage() {
  const { token = '' } = useParams()
  const [isOurs, setOurs] = useState(() => isClaimed(token))
  if (isOurs) return <List token={token} />
  return (
    <Before
      token={token}
      onClaim={() => {
        noteClaim(token)
        setOurs(true)
      }}
    />
  )
}

/** What the link is for, before any name is shown: whoever only looks doesn't take it from the tablet that it is meant for. */
function Before({ token, onClaim }: { readonly token: string; readonly onClaim: () => void }) {
  const t = useWords()
  const language = useLanguage()
  const look = useQuery({
    queryKey: ['door', token, language],
    queryFn: ({ signal }) => getJson<DoorView>(`${api.door(token)}?lang=${language}`, signal),
    gcTime: 0,
    retry: false,
  })
  const claim = useMutation({
    networkMode: 'always',
    mutationFn: () => askAsDevice(`${api.door(token)}/claim`, 'POST'),
    onSuccess: onClaim,
  })
  const { error } = claim.isError ? claim : look
  if (error instanceof ProblemError && error.status === 404) return <Closed />
  return (
    <div className="page">
      {look.isPending && <Loading />}
      {error && <Failure error={error} retry={() => void (claim.isError ? claim.mutate() : look.refetch())} />}
      {look.data && !error && (
        <>
          <Title of={look.data} />
          <p>{t('attendance.door.lead')}</p>
          <p>
            <Button look="main" disabled={claim.isPending} onClick={() => claim.mutate()}>
              {t('attendance.door.start')}
            </Button>
          </p>
        </>
      )}
    </div>
  )
}

function List({ token }: { readonly token: string }) {
  const language = useLanguage()
  const attendance = useAttendance(useMemo(() => doorSource(token, language), [token, language]))
  const { kept, standing, retry } = attendance
  if (standing === 'closed') return <Closed kept={kept} />
  return (
    <div className="page">
      {kept.view && <Title of={kept.view} />}
      {kept.view && <AttendanceScreen attendance={attendance} />}
      {!kept.view && standing === 'asking' && <Loading />}
      {!kept.view && standing === 'offline' && <Failure error={new OfflineError('door', null)} retry={() => void retry()} />}
    </div>
  )
}

function Title({ of }: { readonly of: DoorView }) {
  const t = useWords()
  return (
    <div>
      <PageTitle title={t('attendance.of', { title: of.title.text })} />
      <p className="quiet">{formatSpan(spanOfList(of), useLanguage())}</p>
    </div>
  )
}

/** Not this device's, or nobody's any more. What couldn't be sent is shown, so that somebody can write it down. */
function Closed({ kept }: { readonly kept?: Kept }) {
  const t = useWords()
  return (
    <div className="page">
      <PageTitle title={t('attendance.door.closedTitle')} />
      <p>{t('attendance.door.closed')}</p>
      {kept && <Unsent kept={kept} />}
    </div>
  )
}
