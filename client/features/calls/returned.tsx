import { useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState, type FormEvent } from 'react'
import type { Answer } from '#shared/contract/answer.ts'
import { mailboxApi } from '#shared/contract/panel-paths.ts'
import { longestReturned, type returnedMail } from '#shared/contract/sign-up-mail.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { postJson, ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { TextArea } from '#client/ui/form/inputs.tsx'
import { useIssueWords } from '#client/ui/form/issue-words.ts'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { Note } from '#client/ui/note.tsx'

/** A mail that came back after it had gone out: whoever didn't get it is called then. */
export function ReturnedMail() {
  const t = useWords()
  const client = useQueryClient()
  const wordsOf = useIssueWords()
  const messageOf = useSaveMessage()
  const [source, setSource] = useState('')
  const file = useRef<HTMLInputElement>(null)
  const fileId = useId()
  const save = useSave(
    (message: string, key) => postJson<object, Answer<typeof returnedMail>>(mailboxApi.returned, { message }, { key }),
    {
      onSuccess: () => {
        setSource('')
        if (file.current) file.current.value = ''
        return client.invalidateQueries({ queryKey: ['calls'] })
      },
    },
  )
  const issue = save.error instanceof ProblemError ? save.error.issues[0] : undefined
  const error = save.error ? (issue ? wordsOf(issue) : messageOf(save.error)) : undefined
  const read = async (chosen: File | undefined) => {
    if (chosen) setSource(await chosen.slice(0, 4 * longestReturned).text())
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (source.trim() !== '' && !save.isPending) save.mutate(source.slice(0, longestReturned))
  }
  return (
    <Card>
      <details>
        <summary className="mail-returned">{t('calls.returned.heading')}</summary>
        <form className="form" noValidate onSubmit={send}>
          <p className="quiet">{t('calls.returned.lead')}</p>
          <div className="form-field">
            <label htmlFor={fileId}>{t('calls.returned.file')}</label>
            <input
              ref={file}
              id={fileId}
              className="form-input"
              type="file"
              accept=".eml,message/rfc822,text/plain"
              onChange={({ target }) => void read(target.files?.[0])}
            />
          </div>
          <TextArea
            label={t('calls.returned.paste')}
            value={source}
            error={error}
            spellCheck={false}
            onChange={({ target }) => setSource(target.value)}
          />
          <div className="form-actions">
            <Button type="submit" aria-disabled={save.isPending || source.trim() === '' || undefined}>
              {t('calls.returned.go')}
            </Button>
          </div>
        </form>
      </details>
      <div aria-live="polite">
        {save.data && (
          <Note tone="yard">
            <p>{t('calls.returned.done', { to: save.data.to })}</p>
          </Note>
        )}
      </div>
    </Card>
  )
}
