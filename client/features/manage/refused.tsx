import type { SessionTold } from '#shared/contract/manage/views.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { Note } from '#client/ui/note.tsx'
import { SessionLink, SessionsTold } from './sessions-told.tsx'

type Meeting = { readonly room: string; readonly one: SessionTold; readonly other: SessionTold }

/** A refusal that names sessions: those still to come, or pairs that would hold one room. Null for any other. */
export function Refused({ error }: { readonly error: Error | null }) {
  const t = useWords()
  if (!(error instanceof ProblemError)) return null
  if (error.code === 'has-sessions-to-come') {
    const { count, sessions } = error.details as unknown as { count: number; sessions: readonly SessionTold[] }
    return (
      <Note tone="window" filled>
        <div role="alert">
          <p>
            <strong>{t('manage.archive.blocked')}</strong>
          </p>
          <p>{t('manage.archive.blockedText', { count })}</p>
          <SessionsTold sessions={sessions} />
        </div>
      </Note>
    )
  }
  if (error.code !== 'rooms-meet') return null
  const { meetings } = error.details as unknown as { meetings: readonly Meeting[] }
  return (
    <Note tone="window" filled>
      <div role="alert">
        <p>
          <strong>{t('manage.meet.title')}</strong>
        </p>
        <p>{t('manage.meet.text')}</p>
        <ul className="manage-sessions">
          {meetings.map(({ one, other }) => (
            <li key={`${one.id} ${other.id}`}>
              <SessionLink session={one} /> {t('manage.meet.and')} <SessionLink session={other} />
            </li>
          ))}
        </ul>
      </div>
    </Note>
  )
}

/** Whether {@link Refused} has something to show. */
export const isNamed = (error: Error | null): boolean =>
  error instanceof ProblemError && (error.code === 'has-sessions-to-come' || error.code === 'rooms-meet')
