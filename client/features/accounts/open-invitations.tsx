import { formatDay, dayInWarsaw } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { resendInvitation, revokeInvitation, type InvitationView } from './queries.ts'
import { useRoleLine } from './role-line.tsx'
import { useStaffAct } from './use-staff-act.ts'

/** Invitations that nobody has answered yet: to send again, or to take back. */
export function OpenInvitations({ invitations }: { readonly invitations: readonly InvitationView[] }) {
  const t = useWords()
  const language = useLanguage()
  const roleLine = useRoleLine()
  const resend = useStaffAct(resendInvitation, t('accounts.people.sent'))
  const revoke = useStaffAct(revokeInvitation, t('accounts.people.revoked'))
  return (
    <Card heading={t('accounts.people.invitations')}>
      {invitations.length === 0 && <p className="quiet">{t('accounts.people.noInvitations')}</p>}
      <ul className="plain role-list">
        {invitations.map(({ id, name, email, grants, expiresAt, isExpired }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span className="quiet">
              {email}; {grants.map(roleLine).join('; ')};{' '}
              {t(isExpired ? 'accounts.people.expired' : 'accounts.people.validUntil', {
                day: formatDay(dayInWarsaw(Date.parse(expiresAt)), language),
              })}
            </span>
            <Button onClick={() => resend.mutate(id)}>
              {t('accounts.people.resend')}
              <span className="visually-hidden">: {name}</span>
            </Button>
            <Button look="quiet" onClick={() => revoke.mutate(id)}>
              {t('accounts.people.revoke')}
              <span className="visually-hidden">: {name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
