import { useState, type FormEvent } from 'react'
import { pages } from '#shared/contract/paths.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { Button, ButtonLink } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { TextField } from './fields.tsx'
import { problemOf, type SaidProblem } from './problem-words.ts'
import { askForLinks } from './queries.ts'
import './sign-ups.css'

/** A link that opens nothing: cut off by a mail program, made anew since, or of something long over. The way on is the same. */
export function BrokenLink() {
  const t = useWords()
  return (
    <div className="page reading">
      <PageTitle title={t('signUp.lost.broken')} />
      <p>{t('signUp.lost.brokenText')}</p>
      <LostLink />
      <p>
        <ButtonLink look="quiet" to={pages.front}>
          {t('app.notFound.home')}
        </ButtonLink>
      </p>
    </div>
  )
}

/** Has the links of a mailbox mailed to it; what is said is the same whether or not there are any (T18). */
export function LostLink() {
  const t = useWords()
  const language = useLanguage()
  const [contact, setContact] = useState('')
  const [mistake, setMistake] = useState<'phone' | 'wrong' | null>(null)
  const [said, setSaid] = useState<'sending' | 'sent' | SaidProblem | null>(null)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (said === 'sending') return
    setMistake(null)
    setSaid('sending')
    try {
      await askForLinks(contact, language)
      setSaid('sent')
    } catch (error) {
      const issue = error instanceof ProblemError ? error.issues[0] : undefined
      setSaid(issue ? null : problemOf(error instanceof Error ? error : new Error(String(error))))
      if (issue) setMistake(issue.code === 'phone-not-mail' ? 'phone' : 'wrong')
    }
  }
  return (
    <Card heading={t('signUp.lost.heading')}>
      {said === 'sent' ? (
        <output>
          <Note tone="yard" filled>
            <p>{t('signUp.lost.sent')}</p>
          </Note>
          <p>{t('signUp.lost.otherwise')}</p>
        </output>
      ) : (
        <form className="sign-up" noValidate onSubmit={(event) => void send(event)}>
          <p>{t('signUp.lost.lead')}</p>
          <TextField
            label={t('signUp.lost.mail')}
            value={contact}
            autoComplete="email"
            error={mistake && t(`signUp.lost.${mistake}`)}
            onChange={setContact}
          />
          {said !== null && said !== 'sending' && <p role="alert">{t(`signUp.problem.${said}`)}</p>}
          <Button type="submit" look="main" wide aria-disabled={said === 'sending'}>
            {t('signUp.lost.send')}
          </Button>
          <p className="quiet">{t('signUp.lost.otherwise')}</p>
        </form>
      )}
    </Card>
  )
}
