import { formatInstant } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { useConfirm } from '#client/ui/confirm.tsx'
import { DataTable, type Column } from '#client/ui/data-table.tsx'
import { blockAccount, dropTheirSecondFactor, takeRole, unblockAccount, type GrantView, type Person } from './queries.ts'
import { useRoleLine } from './role-line.tsx'
import { useStaffAct } from './use-staff-act.ts'
import './accounts.css'

/** People with their roles; each role can be taken away where it stands. */
export function PeopleTable({
  people,
  onGive,
}: {
  readonly people: readonly Person[]
  readonly onGive: (person: Person) => void
}) {
  const t = useWords()
  return (
    <DataTable
      caption={t('accounts.people.title')}
      rows={people}
      rowKey={({ id }) => id}
      rowTone={({ isBlocked }) => (isBlocked ? 'quiet' : undefined)}
      columns={columnsOf(t, onGive)}
    />
  )
}

const columnsOf = (t: ReturnType<typeof useWords>, onGive: (person: Person) => void): readonly Column<Person>[] => [
  { key: 'person', heading: t('accounts.people.person'), main: true, cell: (person) => <Who person={person} /> },
  { key: 'roles', heading: t('accounts.people.role'), cell: (person) => <Roles person={person} /> },
  { key: 'seen', heading: t('accounts.people.lastSeen'), cell: (person) => <Seen person={person} /> },
  {
    key: 'actions',
    heading: t('accounts.people.actions'),
    cell: (person) => <Actions person={person} onGive={() => onGive(person)} />,
  },
]

function Who({ person: { name, email, isMe, isBlocked } }: { readonly person: Person }) {
  const t = useWords()
  return (
    <>
      {name} {isMe && t('accounts.people.you')}
      <span className="form-hint">{email}</span>
      {isBlocked && <strong>{t('accounts.people.blocked')}</strong>}
    </>
  )
}

function Seen({ person: { lastSeen } }: { readonly person: Person }) {
  const t = useWords()
  const language = useLanguage()
  return <>{lastSeen === null ? t('accounts.people.never') : formatInstant(Date.parse(lastSeen), language)}</>
}

function Roles({ person }: { readonly person: Person }) {
  const t = useWords()
  const confirm = useConfirm()
  const roleLine = useRoleLine()
  const take = useStaffAct(takeRole, t('accounts.people.taken'))
  const ask = async (grant: GrantView) => {
    const yes = await confirm({
      title: t('accounts.people.takeTitle'),
      text: t('accounts.people.takeText', { name: person.name, role: roleLine(grant) }),
      yes: t('accounts.people.takeYes'),
    })
    if (yes) take.mutate({ id: person.id, grantId: grant.id })
  }
  return (
    <ul className="plain role-list">
      {person.grants.map((grant) => (
        <li key={grant.id}>
          {roleLine(grant)}
          <Button look="quiet" aria-label={t('accounts.people.take', { role: roleLine(grant) })} onClick={() => void ask(grant)}>
            {t('accounts.people.takeYes')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function Actions({ person, onGive }: { readonly person: Person; readonly onGive: () => void }) {
  const t = useWords()
  const confirm = useConfirm()
  const done = t('accounts.people.done')
  const block = useStaffAct(blockAccount, done)
  const unblock = useStaffAct(unblockAccount, done)
  const dropFactor = useStaffAct(dropTheirSecondFactor, done)
  const { id, name } = person
  const askBlock = async () => {
    const title = t('accounts.people.blockTitle')
    if (await confirm({ title, text: t('accounts.people.blockText', { name }), yes: t('accounts.people.blockYes') }))
      block.mutate(id)
  }
  const askDrop = async () => {
    const title = t('accounts.people.dropFactorTitle')
    if (await confirm({ title, text: t('accounts.people.dropFactorText', { name }), yes: t('accounts.people.dropFactor') }))
      dropFactor.mutate(id)
  }
  return (
    <div className="action-list">
      <Button onClick={onGive}>{t('accounts.people.give')}</Button>
      {person.mayBlock && !person.isMe && (
        <>
          {person.isBlocked ? (
            <Button onClick={() => unblock.mutate(id)}>{t('accounts.people.unblock')}</Button>
          ) : (
            <Button onClick={() => void askBlock()}>{t('accounts.people.block')}</Button>
          )}
          {person.hasSecondFactor && <Button onClick={() => void askDrop()}>{t('accounts.people.dropFactor')}</Button>}
        </>
      )}
    </div>
  )
}
