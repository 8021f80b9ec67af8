import { useState } from 'react'
import { SetUpConfirm } from '#client/features/accounts/set-up-confirm.tsx'
import { PasswordGate } from '#client/features/accounts/password-gate.tsx'
import { beginSetUp, type SetUp } from '#client/features/accounts/queries.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { PageTitle } from '#client/ui/page-title.tsx'
import { useGoOn } from './after-sign-in.ts'

/** Where administrators are led before anything else. */
export default function SecondFactorPage() {
  const t = useWords()
  const [setUp, setSetUp] = useState<SetUp | null>(null)
  const goOn = useGoOn()
  return (
    <div className="panel-page">
      <PageTitle title={t('accounts.setUp.title')} />
      {setUp ? (
        <SetUpConfirm setUp={setUp} onDone={goOn} />
      ) : (
        <>
          <p>{t('accounts.setUp.why')}</p>
          <PasswordGate label={t('accounts.setUp.begin')} send={beginSetUp} onDone={setSetUp} optional />
        </>
      )}
    </div>
  )
}
