import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { pages } from '#shared/contract/paths.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { problemOf, type SaidProblem } from './problem-words.ts'
import { renewLink } from './queries.ts'

/** Who has this address, and another one for whoever showed it to the wrong people. */
export function LinkCard({ token }: { readonly token: string }) {
  const t = useWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<SaidProblem | null>(null)
  const { hash, state } = useLocation()
  const isNew = (state as { renewed?: boolean } | null)?.renewed === true // said by the page that it leads to
  const renew = async () => {
    setAsking(false)
    try {
      const next = await renewLink(token)
      await navigate(localPath(language, pages.manage(next)) + hash, { replace: true, state: { renewed: true } })
    } catch (error) {
      setSaid(problemOf(error instanceof Error ? error : new Error(String(error))))
    }
  }
  return (
    <>
      <p className="quiet">{t('signUp.manage.keepLink')}</p>
      {asking ? (
        <>
          <p>{t('signUp.link.ask')}</p>
          <Button wide onClick={() => void renew()}>
            {t('signUp.link.yes')}
          </Button>
          <Button look="quiet" onClick={() => setAsking(false)}>
            {t('signUp.link.no')}
          </Button>
        </>
      ) : (
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t('signUp.link.renew')}
        </Button>
      )}
      <p aria-live="polite">{said ? t(`signUp.problem.${said}`) : isNew && t('signUp.link.renewed')}</p>
    </>
  )
}
