import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PersonView } from '#shared/contract/desk.ts'
import { formatClock, wallInWarsaw } from '#shared/time/format.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/form/inputs.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { Note } from '#client/ui/note.tsx'
import { checkCaller } from './queries.ts'

/** Before anything is read out: the code of a slip, or a call back to the number that is kept (mechanics 21). */
export function CallerCheck({ person: { id, phone, checked } }: { readonly person: PersonView }) {
  const t = useWords()
  const client = useQueryClient()
  const messageOf = useSaveMessage()
  const code = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<string>()
  const check = useSave(checkCaller, {
    onSuccess: () => {
      setError(undefined)
      return client.invalidateQueries({ queryKey: ['panel', 'person', id] })
    },
    onError: (refused) =>
      setError(refused instanceof ProblemError && refused.status === 422 ? t('desk.check.wrong') : messageOf(refused)),
  })
  return (
    <section className="desk-check" aria-label={t('desk.check.heading')}>
      {checked ? (
        <Note tone="yard">
          <p>
            <b>{t(checked.proof === 'code' ? 'desk.check.byCode' : 'desk.check.byCall')}</b>{' '}
            {t('desk.check.until', { when: formatClock(wallInWarsaw(Date.parse(checked.until))) })}
          </p>
        </Note>
      ) : (
        <>
          <h3>{t('desk.check.heading')}</h3>
          <p className="quiet">{t('desk.check.lead')}</p>
        </>
      )}
      {checked?.proof !== 'call-back' && (
        <div className="desk-proofs">
          {!checked && (
            <form
              noValidate
              className="desk-search"
              onSubmit={(event) => {
                event.preventDefault()
                check.mutate({ id, input: { proof: 'code', code: code.current?.value ?? '' } })
              }}
            >
              <TextField ref={code} label={t('desk.check.code')} error={error} maxLength={20} autoComplete="off" />
              <Button type="submit">{t('desk.check.codeGo')}</Button>
            </form>
          )}
          {phone === null ? (
            <p className="quiet">{t('desk.check.noPhone')}</p>
          ) : (
            <div className="form-actions">
              <a href={`tel:${phone}`} className="button button-quiet">
                {t('desk.check.callBack', { phone })}
              </a>
              <Button onClick={() => check.mutate({ id, input: { proof: 'call-back' } })}>{t('desk.check.calledBack')}</Button>
            </div>
          )}
        </div>
      )}
    </section>
  )
}
