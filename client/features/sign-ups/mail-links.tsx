import { useState } from 'react'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Note } from '#client/ui/note.tsx'
import { problemOf, type SaidProblem } from './problem-words.ts'
import { mailLinks } from './queries.ts'

/** Has the links of all sign-ups of this one's mailbox mailed to it. */
export function MailLinks({ token, lead }: { readonly token: string; readonly lead: string }) {
  const t = useWords()
  const language = useLanguage()
  const [said, setSaid] = useState<'sending' | 'sent' | SaidProblem | null>(null)
  const send = () => {
    setSaid('sending')
    mailLinks(token, language).then(
      () => setSaid('sent'),
      (error: Error) => setSaid(problemOf(error)),
    )
  }
  return (
    <div className="sign-up">
      <p>{lead}</p>
      {said !== 'sent' && (
        <Button aria-disabled={said === 'sending'} onClick={() => said !== 'sending' && send()}>
          {t('ownCalendar.mailMe')}
        </Button>
      )}
      <div aria-live="polite">
        {said === 'sent' && (
          <Note tone="yard">
            <p>{t('ownCalendar.mailed')}</p>
          </Note>
        )}
        {said !== null && said !== 'sent' && said !== 'sending' && <p>{t(`signUp.problem.${said}`)}</p>}
      </div>
    </div>
  )
}
