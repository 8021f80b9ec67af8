import type { AttendanceSums } from '#shared/contract/attendance.ts'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ButtonLink } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { DoorLinks } from './door-links.tsx'
import { useSums } from './queries.ts'

/** How many were there, the way to the list, and links for tablets; nothing for those whose business it isn't. */
export function AttendanceCard({ session }: { readonly session: string }) {
  const t = useWords()
  const { data } = useSums(session)
  if (!data || (!data.mayMark && !data.mayGiveLinks && data.present === null)) return null
  return (
    <Card heading={t('attendance.title')}>
      <Sums sums={data} />
      <div className="form-actions">
        <ButtonLink look={data.mayMark ? 'main' : 'plain'} to={panelPages.attendance(session)}>
          {t(data.mayMark ? 'attendance.card.open' : 'attendance.card.read')}
        </ButtonLink>
      </div>
      {data.mayGiveLinks && <DoorLinks session={session} />}
    </Card>
  )
}

function Sums({ sums: { present, expected, volunteers } }: { readonly sums: AttendanceSums }) {
  const t = useWords()
  if (present === null) return <p className="quiet">{t('attendance.card.notYet')}</p>
  return (
    <p>
      <b>
        {expected === 0
          ? t('attendance.card.wasOpen', { count: present })
          : t(present > expected ? 'attendance.card.wasMore' : 'attendance.card.was', { present, expected })}
      </b>{' '}
      {volunteers > 0 && t('attendance.card.volunteers', { count: volunteers })}
    </p>
  )
}
