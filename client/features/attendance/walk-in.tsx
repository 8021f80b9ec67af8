import { useId, useState } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'

/** Somebody who didn't sign up and says a name. */
export function WalkIn({ onAdd }: { readonly onAdd: (name: string) => void }) {
  const t = useWords()
  const id = useId()
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState(false)
  const isName = /\p{L}/u.test(name) && name.trim().length <= 200
  return (
    <section>
      <h2>{t('attendance.walkIn.heading')}</h2>
      <form
        className="attendance-add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setWrong(!isName)
          if (!isName) return
          onAdd(name.trim())
          setName('')
        }}
      >
        <div>
          <label className="form-label" htmlFor={id}>
            {t('attendance.walkIn.name')}
          </label>
          <input
            id={id}
            className="form-input"
            value={name}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={wrong}
            aria-describedby={wrong ? `${id}-error` : undefined}
            onChange={({ target }) => setName(target.value)}
          />
          {wrong && (
            <p className="form-error" id={`${id}-error`}>
              {t('attendance.walkIn.wrong')}
            </p>
          )}
        </div>
        <Button type="submit">{t('attendance.walkIn.add')}</Button>
      </form>
    </section>
  )
}
