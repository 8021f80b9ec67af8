import { Devices } from '#client/features/accounts/devices.tsx'
import { NewPassword } from '#client/features/accounts/new-password.tsx'
import { OwnSecondFactor } from '#client/features/accounts/own-second-factor.tsx'
import { useWholeMe } from '#client/features/accounts/queries.ts'
import { useRoleLine } from '#client/features/accounts/role-line.tsx'
import { useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'

export default function AccountPage() {
  const t = useWords()
  const roleLine = useRoleLine()
  const me = useWholeMe()
  if (me.isPending) return <Loading />
  if (me.isError) return <Failure error={me.error} retry={() => void me.refetch()} />
  return (
    <div className="panel-page">
      <PageTitle title={t('accounts.me.title')} />
      <div className="panel-columns">
        <div className="panel-column">
          <Card heading={t('accounts.me.roles')}>
            <p>
              {me.data.name}, {me.data.email}
            </p>
            <ul className="plain">
              {me.data.grants.map((grant) => (
                <li key={grant.id}>{roleLine(grant)}</li>
              ))}
            </ul>
          </Card>
          <Devices />
        </div>
        <div className="panel-column">
          <NewPassword hasPassword={me.data.hasPassword} />
          <OwnSecondFactor isOn={me.data.hasSecondFactor} hasPassword={me.data.hasPassword} />
        </div>
      </div>
    </div>
  )
}
