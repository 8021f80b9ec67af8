import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { GiveRole } from '#client/features/accounts/give-role.tsx'
import { InviteDialog } from '#client/features/accounts/invite-dialog.tsx'
import { OpenInvitations } from '#client/features/accounts/open-invitations.tsx'
import { PeopleTable } from '#client/features/accounts/people-table.tsx'
import { staffQuery, useWholeMe, type Person } from '#client/features/accounts/queries.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button, ButtonLink } from '#client/ui/button.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'

type Asked = { readonly what: 'invite' } | { readonly what: 'give'; readonly person: Person }

/** Who has an account where one administers, with which roles; invitations on their way. */
export default function PeoplePage() {
  const t = useWords()
  const staff = useQuery(staffQuery)
  const me = useWholeMe()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  if (staff.isPending) return <Loading />
  if (staff.isError) return <Failure error={staff.error} retry={() => void staff.refetch()} />
  return (
    <div className="panel-page">
      <div className="panel-head">
        <PageTitle title={t('accounts.people.title')} />
        <div className="action-list">
          {me.data?.everywhere && <ButtonLink to={panelPages.mailbox}>{t('accounts.people.mailbox')}</ButtonLink>}
          <Button look="main" onClick={() => setAsked({ what: 'invite' })}>
            {t('accounts.people.invite')}
          </Button>
        </div>
      </div>
      <PeopleTable people={staff.data.people} onGive={(person) => setAsked({ what: 'give', person })} />
      <OpenInvitations invitations={staff.data.invitations} />
      {asked?.what === 'invite' && <InviteDialog onClose={close} />}
      {asked?.what === 'give' && <GiveRole person={asked.person} onClose={close} />}
    </div>
  )
}
