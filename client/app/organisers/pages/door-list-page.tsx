import { useParams } from 'react-router'
import type { ListedSignUp, PeopleView } from '#shared/contract/desk.ts'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { beginsAt, usePeople } from '#client/features/desk/queries.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Asked } from '../asked.tsx'
import '#client/features/desk/desk.css'

/** Who comes, on paper, with a box to tick for each; no contacts, as it lies open at the door. */
export default function DoorListPage() {
  const { id = '' } = useParams()
  return <Asked query={usePeople(id, useLanguage())}>{(people) => <DoorList id={id} people={people} />}</Asked>
}

function DoorList({ id, people }: { readonly id: string; readonly people: PeopleView }) {
  const t = useWords()
  const language = useLanguage()
  const coming = people.list.filter(({ status }) => status === 'confirmed')
  const waiting = people.list.filter(({ status }) => status === 'waiting' || status === 'offered')
  const inCare = coming.reduce((sum, one) => sum + (one.away ? 0 : one.care), 0)
  return (
    <div className="panel-page">
      <p className="no-print">
        <LocalLink to={panelPages.session(id)} className="table-link">
          ‹ {people.title.text}
        </LocalLink>
      </p>
      <div className="panel-head">
        <div>
          <PageTitle title={t('desk.list.title', { title: people.title.text })} />
          <p>
            {beginsAt(people.start, language)}
            {people.for !== 'session' && ` · ${t(`desk.people.${people.for}`)}`}
            {inCare > 0 && ` · ${t('desk.people.inCare', { count: inCare })}`}
          </p>
        </div>
        <div className="no-print">
          <Button look="main" onClick={() => window.print()}>
            {t('desk.list.print')}
          </Button>
        </div>
      </div>
      {coming.length + waiting.length === 0 && <p>{t('desk.list.empty')}</p>}
      <Names signUps={coming} />
      {waiting.length > 0 && (
        <>
          <h2>{t('desk.list.waiting')}</h2>
          <Names signUps={waiting} />
        </>
      )}
    </div>
  )
}

function Names({ signUps }: { readonly signUps: readonly ListedSignUp[] }) {
  const t = useWords()
  const rows = signUps.flatMap(({ id, name, attending, others, care, away }) =>
    [
      ...(attending ? [{ key: id, name, notes: [''] }] : []),
      ...others.map((other, index) => ({
        key: `${id} ${index}`,
        name: other.name,
        notes: [other.child ? t('desk.people.child') : '', name],
      })),
    ].map(({ key, name: one, notes }, index) => {
      const inCare = index === 0 && care > 0 ? t('desk.people.inCare', { count: care }) : ''
      return { key, name: one, note: [...notes, inCare, away ? t('desk.people.away') : ''].filter(Boolean).join(' ') }
    }),
  )
  return (
    <ol className="door-list">
      {rows.map(({ key, name, note }) => (
        <li key={key}>
          <span className="door-box" aria-hidden="true" />
          <span>
            <b>{name}</b> <span className="quiet">{note}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
