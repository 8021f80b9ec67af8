import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { FoundPeople } from '#shared/contract/desk.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/form/inputs.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { personsQuery, type Caller } from './queries.ts'

type Found = { readonly typed: string; readonly answer: FoundPeople }

/** The only one found is taken at once; of several, the first has the focus; where there is nobody, "new person" has it. */
export function FindPerson({ onChoose }: { readonly onChoose: (caller: Caller) => void }) {
  const t = useWords()
  const client = useQueryClient()
  const messageOf = useSaveMessage()
  const [found, setFound] = useState<Found | null>(null)
  const [error, setError] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    if (found) first.current?.focus()
  }, [found])

  const search = async (event: FormEvent) => {
    event.preventDefault()
    const typed = field.current?.value.trim() ?? ''
    setFound(null)
    if (typed.length < 3) return setError(t('desk.find.hint'))
    try {
      const answer = await client.fetchQuery(personsQuery(typed))
      const [only] = answer.people
      setError(undefined)
      if (only && answer.people.length === 1 && !answer.more) return onChoose({ kind: 'known', id: only.id, name: only.name })
      setFound({ typed, answer })
    } catch (refused) {
      setError(messageOf(refused instanceof Error ? refused : new Error('no answer')))
    }
  }
  const people = found?.answer.people ?? []
  const fresh = () => onChoose({ kind: 'new', typed: field.current?.value.trim() ?? '' })
  return (
    <>
      <form className="form" noValidate onSubmit={(event) => void search(event)}>
        <div className="desk-search">
          <TextField
            ref={field}
            type="search"
            label={t('desk.find.label')}
            hint={t('desk.find.hint')}
            error={error}
            maxLength={100}
            autoComplete="off"
          />
          <Button type="submit" look="main">
            {t('desk.find.go')}
          </Button>
        </div>
      </form>
      <div aria-live="polite">
        {found && people.length === 0 && <p>{t('desk.find.nobody')}</p>}
        {found?.answer.more && <p className="quiet">{t('desk.find.more')}</p>}
      </div>
      {people.length > 0 && (
        <ul className="plain desk-rows" aria-label={t('desk.find.results')}>
          {people.map(({ id, name, hint, guardian }, index) => (
            <li key={id}>
              <button
                type="button"
                className="desk-row"
                ref={index === 0 ? first : undefined}
                onClick={() => onChoose({ kind: 'known', id, name })}
              >
                <b>{name}</b>
                <span className="quiet">{guardian === null ? hint : t('desk.find.child', { name: guardian })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="form-actions">
        <Button ref={found && people.length === 0 ? first : undefined} onClick={fresh}>
          {t('desk.find.fresh')}
        </Button>
      </div>
    </>
  )
}
