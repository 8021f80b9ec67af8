import { useState } from 'react'
import { useLocation } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { signInByLink } from '#client/features/accounts/queries.ts'
import { useRefusalWords } from '#client/features/accounts/refusals.ts'
import { SecondStep } from '#client/features/accounts/second-step.tsx'
import { useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button, ButtonLink } from '#client/ui/button.tsx'
import { Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { useGoOn } from './after-sign-in.ts'

/** What a link in a mail opens. Nothing happens before the button is pressed: programs that look through mails open links too (T23). */
export default function SignInLinkPage() {
  const t = useWords()
  const token = useLocation().hash.slice(1)
  const [second, setSecond] = useState(false)
  const goOn = useGoOn()
  const wordsOf = useRefusalWords()
  const signIn = useSave(() => signInByLink(token), { onSuccess: ({ next }) => (next === 'panel' ? goOn() : setSecond(true)) })
  if (second)
    return (
      <div className="panel-page">
        <PageTitle title={t('accounts.step.title')} />
        <SecondStep onDone={goOn} />
      </div>
    )
  const fault = token.length < 20 ? t('accounts.link.missing') : signIn.error && wordsOf(signIn.error)
  return (
    <div className="panel-page">
      <PageTitle title={t('accounts.link.title')} />
      {fault ? (
        <>
          <div role="alert">
            <Note tone="window">{fault}</Note>
          </div>
          <ButtonLink to={panelPages.signIn}>{t('accounts.link.toSignIn')}</ButtonLink>
        </>
      ) : (
        <>
          <p>{t('accounts.link.text')}</p>
          <Button look="main" wide disabled={signIn.isPending} onClick={() => signIn.mutate(undefined)}>
            {t('accounts.signIn.go')}
          </Button>
        </>
      )}
    </div>
  )
}
