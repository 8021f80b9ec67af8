import { useState } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { SecondStep } from '#client/features/accounts/second-step.tsx'
import { MailSent } from '#client/features/accounts/mail-sent.tsx'
import { SignInForm } from '#client/features/accounts/sign-in-form.tsx'
import type { SignedIn } from '#client/features/accounts/queries.ts'
import { PageTitle } from '#client/ui/page-title.tsx'
import { useGoOn } from './after-sign-in.ts'

type Step =
  { readonly at: 'begin' } | { readonly at: 'sent'; readonly email: string; readonly minutes: number } | { readonly at: 'second' }

const titles = { begin: 'accounts.signIn.title', sent: 'accounts.signIn.sentTitle', second: 'accounts.step.title' } as const

export default function SignInPage() {
  const t = useWords()
  const [step, setStep] = useState<Step>({ at: 'begin' })
  const goOn = useGoOn()
  const onFirst = ({ next }: SignedIn) => (next === 'panel' ? goOn() : setStep({ at: 'second' }))
  return (
    <div className="panel-page">
      <PageTitle title={t(titles[step.at])} />
      {step.at === 'begin' && (
        <SignInForm onSignedIn={onFirst} onSent={(email, minutes) => setStep({ at: 'sent', email, minutes })} />
      )}
      {step.at === 'sent' && (
        <MailSent email={step.email} minutes={step.minutes} onSignedIn={onFirst} onBack={() => setStep({ at: 'begin' })} />
      )}
      {step.at === 'second' && <SecondStep onDone={goOn} />}
    </div>
  )
}
