import type { SessionTold } from '#shared/contract/manage/views.ts'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { formatDay } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { LocalLink } from '#client/ui/local-link.tsx'

/** Sessions that stand in the way, each leading to where it can be moved or cancelled. */
export function SessionsTold({ sessions }: { readonly sessions: readonly SessionTold[] }) {
  return (
    <ul className="manage-sessions">
      {sessions.map((session) => (
        <li key={session.id}>
          <SessionLink session={session} />
        </li>
      ))}
    </ul>
  )
}

export function SessionLink({ session: { id, title, start, room } }: { readonly session: SessionTold }) {
  const t = useWords()
  const language = useLanguage()
  const when = `${formatDay(start.slice(0, 10), language)}${start.length > 10 ? `, ${start.slice(11, 16)}` : ''}`
  return (
    <>
      {title === null ? <b>{t('manage.session.hidden')}</b> : <LocalLink to={panelPages.session(id)}>{title}</LocalLink>}
      <span className="quiet">
        {' '}
        {when}
        {room && ` · ${room}`}
      </span>
    </>
  )
}
