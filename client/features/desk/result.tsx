import { useEffect, useRef } from 'react'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Note } from '#client/ui/note.tsx'
import { readOut, whenOf, type Given } from './queries.ts'

/** There is a place, or not yet one; and the number for paper. */
export function Result({
  done: { answer, offer, shift },
  onNext,
  onAgain,
}: {
  readonly done: Given
  readonly onNext: () => void
  readonly onAgain: () => void
}) {
  const t = useWords()
  const language = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="card" aria-labelledby="desk-result">
      <h2 id="desk-result" ref={heading} tabIndex={-1}>
        {t(`desk.done.${answer.outcome}`)}
      </h2>
      <Note tone={answer.outcome === 'confirmed' ? 'yard' : 'sun'} filled>
        <p>
          <b>{offer.title.text}</b>
          {shift && ` – ${t('merges.kind.shift')}: ${shift.text}`}
        </p>
        <p>{whenOf(offer, language)}</p>
      </Note>
      <p>
        {t('desk.slip.code')}
        <br />
        <span className="desk-code">{readOut(answer.code)}</span>
      </p>
      <div className="form-actions">
        <Button look="main" onClick={() => window.print()}>
          {t('desk.done.print')}
        </Button>
        <Button onClick={onNext}>{t('desk.done.next')}</Button>
        <Button onClick={onAgain}>{t('desk.done.again')}</Button>
      </div>
    </section>
  )
}
