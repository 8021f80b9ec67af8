import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { AcceptForm } from '#client/features/accounts/accept-form.tsx'
import { lookAtInvitation } from '#client/features/accounts/queries.ts'
import { useRefusalWords } from '#client/features/accounts/refusals.ts'
import { useRoleLine } from '#client/features/accounts/role-line.tsx'
import { useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { ButtonLink } from '#client/ui/button.tsx'
import { Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Loading } from '#client/ui/states.tsx'
import { useGoOn } from './after-sign-in.ts'

/** What an invitation opens: who invites, to which roles, and what it takes. Looking uses nothing up. */
export default function InvitationPage() {
  const t = useWords()
  const token = useLocation().hash.slice(1)
  const roleLine = useRoleLine()
  const wordsOf = useRefusalWords()
  const goOn = useGoOn()
  const look = useSave(lookAtInvitation)
  const { mutate } = look
  useEffect(() => {
    if (token !== '') mutate(token)
  }, [mutate, token])
  const offer = look.data
  // A mail program that cuts the address off leaves no token: that is an invitation that doesn't work either.
  const refusal = token === '' ? t('accounts.refusals.invitation-over') : look.error && wordsOf(look.error)
  return (
    <div className="panel-page">
      <PageTitle title={t('accounts.invitation.title')} />
      {!offer && !refusal && <Loading lines={3} />}
      {refusal && (
        <div role="alert">
          <Note tone="window">{refusal}</Note>
        </div>
      )}
      {refusal && <ButtonLink to={panelPages.signIn}>{t('accounts.link.toSignIn')}</ButtonLink>}
      {offer && (
        <>
          <p>{t('accounts.invitation.who', { by: offer.invitedBy })}</p>
          <ul>
            {offer.grants.map((grant) => (
              <li key={roleLine(grant)}>{roleLine(grant)}</li>
            ))}
          </ul>
          <AcceptForm token={token} offer={offer} onSignedIn={goOn} />
        </>
      )}
    </div>
  )
}
