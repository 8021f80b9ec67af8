import { useId, useState } from 'react'
import { largestCount } from '#shared/contract/attendance-merge.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'

/** People without a name: one more, one less, or counted all at once. */
export function Heads({ count, onSet }: { readonly count: number; readonly onSet: (count: number) => void }) {
  const t = useWords()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  return (
    <section>
      <h2>{t('attendance.count.heading')}</h2>
      <div className="attendance-heads">
        <Button aria-label={t('attendance.count.less')} disabled={count === 0} onClick={() => onSet(count - 1)}>
          −1
        </Button>
        <output className="attendance-number">{count}</output>
        <Button
          look="main"
          aria-label={t('attendance.count.more')}
          disabled={count >= largestCount}
          onClick={() => onSet(count + 1)}
        >
          +1
        </Button>
      </div>
      <form
        className="attendance-add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const isNumber = /^\d{1,5}$/.test(typed.trim()) && Number(typed) <= largestCount
          setWrong(!isNumber)
          if (!isNumber) return
          onSet(Number(typed))
          setTyped('')
        }}
      >
        <div>
          <label className="form-label" htmlFor={id}>
            {t('attendance.count.exact')}
          </label>
          <input
            id={id}
            className="form-input form-short"
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            aria-invalid={wrong}
            aria-describedby={wrong ? `${id}-error` : undefined}
            onChange={({ target }) => setTyped(target.value)}
          />
          {wrong && (
            <p className="form-error" id={`${id}-error`}>
              {t('attendance.count.wrong')}
            </p>
          )}
        </div>
        <Button type="submit">{t('attendance.count.set')}</Button>
      </form>
    </section>
  )
}
