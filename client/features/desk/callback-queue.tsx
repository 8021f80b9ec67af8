import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { CallbacksView } from '#shared/contract/desk.ts'
import { formatInstant } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { SelectField, TextField } from '#client/ui/form/inputs.tsx'
import { useIssueWords } from '#client/ui/form/issue-words.ts'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { Failure, Loading } from '#client/ui/states.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { addCallback, callbacksQuery, closeCallback, openCallback, useCallbacks } from './queries.ts'

type Callback = CallbacksView['callbacks'][number]

/** Who is to be called back, in the order in which they asked; what is done stays a day, with a way back. */
export function CallbackQueue() {
  const t = useWords()
  const callbacks = useCallbacks()
  return (
    <Card heading={t('desk.callbacks.heading')}>
      {callbacks.isPending && <Loading lines={3} />}
      {callbacks.isError && !callbacks.data && <Failure error={callbacks.error} retry={() => void callbacks.refetch()} />}
      {callbacks.data && (
        <>
          {callbacks.data.callbacks.length === 0 && <p className="quiet">{t('desk.callbacks.none')}</p>}
          {callbacks.data.callbacks.length > 0 && (
            <ul className="plain desk-rows">
              {callbacks.data.callbacks.map((callback) => (
                <CallbackLine key={callback.id} callback={callback} />
              ))}
            </ul>
          )}
          <NewCallback programs={callbacks.data.programs} />
        </>
      )}
    </Card>
  )
}

function CallbackLine({ callback: { id, name, phone, about, program, at, done } }: { readonly callback: Callback }) {
  const t = useWords()
  const language = useLanguage()
  const mark = useMark()
  const verb = t(done ? 'desk.callbacks.undo' : 'desk.callbacks.done')
  return (
    <li className="desk-line">
      <div>
        <b>{done ? <s>{name}</s> : name}</b>{' '}
        <a href={`tel:${phone}`} className="desk-phone">
          {phone}
        </a>
        <p>{about}</p>
        <p className="quiet">
          {[program, formatInstant(Date.parse(at), language), done ? t('desk.callbacks.doneBy', { name: done.by }) : '']
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <Button look={done ? 'quiet' : 'plain'} aria-label={`${verb}: ${name}`} onClick={() => mark(id, !done)}>
        {verb}
      </Button>
    </li>
  )
}

function useMark(): (id: string, done: boolean) => void {
  const t = useWords()
  const client = useQueryClient()
  const toast = useToast()
  const messageOf = useSaveMessage()
  const again = () => client.invalidateQueries({ queryKey: callbacksQuery.queryKey })
  const onError = (error: Error) => toast({ text: messageOf(error), tone: 'window' })
  const open = useSave(openCallback, {
    onSuccess: () => {
      toast({ text: t('desk.callbacks.open') })
      return again()
    },
    onError,
  })
  const close = useSave(closeCallback, {
    onSuccess: (_, id) => {
      toast({ text: t('desk.callbacks.said'), action: { label: t('desk.callbacks.undo'), run: () => open.mutate(id) } })
      return again()
    },
    onError,
  })
  return (id, done) => (done ? close : open).mutate(id)
}

const empty = { name: '', phone: '', about: '' }

function NewCallback({ programs }: { readonly programs: CallbacksView['programs'] }) {
  const t = useWords()
  const client = useQueryClient()
  const toast = useToast()
  const wordsOf = useIssueWords()
  const messageOf = useSaveMessage()
  const [values, setValues] = useState(empty)
  const [program, setProgram] = useState('')
  const save = useSave(addCallback, {
    onSuccess: () => {
      setValues(empty)
      toast({ text: t('desk.callbacks.saved') })
      return client.invalidateQueries({ queryKey: callbacksQuery.queryKey })
    },
  })
  const issues = save.error instanceof ProblemError ? save.error.issues : []
  const errorOf = (field: string) => {
    const issue = issues.find(({ name }) => name === field)
    return issue && wordsOf(issue)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ ...values, program: program || (programs[0]?.id ?? '') })
  }
  if (programs.length === 0) return null
  return (
    <details className="desk-more">
      <summary>{t('desk.callbacks.add')}</summary>
      <form className="form" noValidate onSubmit={send}>
        {(['name', 'phone', 'about'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`desk.callbacks.${field}`)}
            type={field === 'phone' ? 'tel' : 'text'}
            value={values[field]}
            error={errorOf(field)}
            optional={field === 'about'}
            autoComplete="off"
            onChange={({ target }) => setValues({ ...values, [field]: target.value })}
          />
        ))}
        <SelectField
          label={t('desk.callbacks.program')}
          choices={programs.map(({ id, name }) => ({ value: id, label: name }))}
          value={program || programs[0]?.id}
          error={errorOf('program')}
          onChange={({ target }) => setProgram(target.value)}
        />
        {save.error && issues.length === 0 && <p className="form-error">{messageOf(save.error)}</p>}
        <div className="form-actions">
          <Button type="submit">{t('desk.callbacks.save')}</Button>
        </div>
      </form>
    </details>
  )
}
