import type { RefObject } from 'react'
import { pages } from '#shared/contract/paths.ts'
import type { SignUpAnswer } from '#shared/contract/public.ts'
import { formatSpan } from '#shared/time/format.ts'
import type { WallSpan } from '#shared/time/when.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button, ButtonLink } from '#client/ui/button.tsx'
import { Note } from '#client/ui/note.tsx'
import { PaperCode } from './paper-code.tsx'

type DoneProps = {
  readonly answer: SignUpAnswer
  readonly when: WallSpan
  /** Children who come along into care. */
  readonly care: number
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly onAgain: () => void
}

/** What became of it, the number for paper, and the way to the page that changes it. */
export function Done({ answer, when, care, heading, onAgain }: DoneProps) {
  const t = useWords()
  const { outcome, seats, code, token } = answer
  const isWaiting = outcome === 'waiting'
  return (
    <section className="card sign-up" aria-labelledby="sign-up">
      <h2 id="sign-up" ref={heading} tabIndex={-1}>
        {isWaiting ? t('signUp.done.waiting') : seats > 1 ? t('signUp.done.confirmedMany') : t('signUp.done.confirmed')}
      </h2>
      <Note tone={isWaiting ? 'sun' : 'yard'} filled>
        <p>
          <b>{formatSpan(when, useLanguage())}</b>
        </p>
        <p>{isWaiting ? t('signUp.done.waitingText') : t('signUp.done.confirmedText', { count: seats })}</p>
        {care > 0 && <p>{t('signUp.care.said', { children: t('signUp.care.count', { count: care }) })}</p>}
      </Note>
      <PaperCode code={code} />
      <p>{t('signUp.done.codeNote')}</p>
      <ButtonLink look="main" wide to={pages.manage(token)}>
        {t('signUp.done.manage')}
      </ButtonLink>
      <p className="quiet">{t('signUp.done.earlier')}</p>
      <Button look="quiet" onClick={onAgain}>
        {t('signUp.done.again')}
      </Button>
    </section>
  )
}
