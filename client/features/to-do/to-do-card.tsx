import { panelPages } from '#shared/contract/panel-paths.ts'
import { pages } from '#shared/contract/paths.ts'
import type { ToDoKind } from '#shared/contract/to-do.ts'
import { formatClock, formatShortDay } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { useToDo, type ToDoItem } from './queries.ts'
import './to-do-card.css'

const urgencyOf: Readonly<Record<ToDoKind, 'urgent' | 'soon' | 'know'>> = {
  rush: 'urgent',
  'host-twice': 'urgent',
  'cohort-twice': 'urgent',
  closed: 'urgent',
  'volunteer-papers': 'urgent',
  'shift-short': 'soon',
  'draft-soon': 'soon',
  'no-host': 'soon',
  'no-room': 'soon',
  'volunteer-line': 'know',
  'venue-unknown': 'know',
}

/** What of a session's page mends it; what isn't here is mended elsewhere. */
const mendedBy: Readonly<Partial<Record<ToDoKind, 'move' | 'words'>>> = {
  'host-twice': 'move',
  'cohort-twice': 'move',
  closed: 'move',
  'no-room': 'move',
  'no-host': 'words',
}

type ToDoProps = {
  /** Whether the reader plans, so that links lead straight to where it is mended. */
  readonly plans: boolean
}

/** What needs somebody's hand, the most urgent first, each with the way to where it is mended. */
export function ToDoCard({ plans }: ToDoProps) {
  const t = useWords()
  const toDo = useToDo(useLanguage())
  return (
    <Card heading={t('today.toDo.heading')}>
      {toDo.isPending && <Loading lines={4} />}
      {toDo.isError && !toDo.data && <Failure error={toDo.error} retry={() => void toDo.refetch()} />}
      {toDo.data?.items.length === 0 && <p className="quiet">{t('today.toDo.nothing')}</p>}
      {toDo.data && toDo.data.items.length > 0 && (
        <ul className="plain to-do">
          {toDo.data.items.map((item) => (
            <Item key={item.kind} item={item} plans={plans} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Item({ item: { kind, count, examples }, plans }: ToDoProps & { readonly item: ToDoItem }) {
  const t = useWords()
  const urgency = urgencyOf[kind]
  return (
    <li className={`to-do-item to-do-${urgency}`}>
      <div>
        <p>
          <span className="visually-hidden">{t(`today.toDo.urgency.${urgency}`)}: </span>
          <b>{t(`today.toDo.kinds.${kind}`, { count })}</b>
        </p>
        <ul className="plain to-do-examples">
          {examples.map((example) => (
            <Example
              key={`${example.session?.id ?? ''}${example.other?.start ?? ''}${example.venue?.slug ?? ''}`}
              example={example}
              pathOf={(session) => mendingPath(kind, session, plans)}
            />
          ))}
        </ul>
        {count > examples.length && <p className="quiet">{t('today.toDo.also', { count: count - examples.length })}</p>}
      </div>
    </li>
  )
}

type ExampleOfItem = ToDoItem['examples'][number]
type MentionedSession = NonNullable<ExampleOfItem['session']>
type PathOf = (session: MentionedSession) => string | null

/** Null for what the reader can't open. */
function mendingPath(kind: ToDoKind, { id, seriesId }: MentionedSession, plans: boolean): string | null {
  if (id === null) return null
  if (kind === 'draft-soon' && seriesId !== null) return panelPages.series(seriesId)
  const by = plans ? mendedBy[kind] : undefined
  return panelPages.session(id) + (by ? `?change=${by}` : '')
}

function Example({ example: { session, other, venue }, pathOf }: { readonly example: ExampleOfItem; readonly pathOf: PathOf }) {
  return (
    <li>
      {venue && (
        <LocalLink to={venue.id === null ? pages.of('venues', venue.slug) : panelPages.oneManaged('venues', venue.id)}>
          {venue.name}
        </LocalLink>
      )}
      {session && <Mentioned session={session} pathOf={pathOf} />}
      {other && (
        <>
          {' + '}
          <Mentioned session={other} pathOf={pathOf} />
        </>
      )}
    </li>
  )
}

function Mentioned({ session, pathOf }: { readonly session: MentionedSession; readonly pathOf: PathOf }) {
  const { title, start } = session
  const path = pathOf(session)
  const t = useWords()
  const language = useLanguage()
  const name = title ? <ForeignText text={title} /> : t('today.toDo.somethingElse')
  const day = formatShortDay(start.slice(0, 10), language)
  const moment = start.length > 10 ? `${day}, ${formatClock(start)}` : day
  return (
    <>
      {path === null ? name : <LocalLink to={path}>{name}</LocalLink>} <span className="quiet">{moment}</span>
    </>
  )
}
