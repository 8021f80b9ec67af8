import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { SessionView } from '#shared/contract/public.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { loadLanguage } from '#client/i18n/languages.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Loading } from '#client/ui/states.tsx'
import { emptyKept, keep, readKept, type Kept } from './draft.ts'
import { useSeats } from './queries.ts'

/** The form is there when its chunk and its words are. */
const loadForm = async (language: Language) =>
  (await Promise.all([import('./sign-up-form.tsx'), loadLanguage(language, 'joining')]))[0]
const forms = {
  pl: lazy(() => loadForm('pl')),
  en: lazy(() => loadForm('en')),
  uk: lazy(() => loadForm('uk')),
} as const satisfies Record<Language, unknown>

/** The one main button of a session, and what it opens: the form, and at its end what became of it. */
export function SignUp({ session }: { readonly session: SessionView }) {
  const t = useWords()
  const language = useLanguage()
  const client = useQueryClient()
  const seats = useSeats(session.id, language)
  const [kept, setKept] = useState(() => readKept(session.id))
  const [wasOpened, setOpened] = useState(false)
  const isOpen = wasOpened || kept.done !== null || kept.draft.name !== ''
  const canOpen = seats.data?.standing === 'open'
  useEffect(() => {
    if (canOpen) void loadForm(language).catch(() => undefined) // ready before it is wanted; asked again when it is
  }, [canOpen, language])
  const change = (next: Kept) => {
    setKept(next)
    keep(session.id, next)
  }
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['session', session.id] }),
      client.invalidateQueries({ queryKey: ['seats', session.id] }),
    ])
  const leave = () => {
    change(emptyKept)
    setOpened(false)
  }
  const SignUpForm = forms[language]
  if (isOpen && (seats.data || kept.done))
    return (
      <Suspense fallback={<Loading lines={4} />}>
        <SignUpForm
          session={session}
          seats={seats.data}
          kept={kept}
          wasOpened={wasOpened}
          onChange={change}
          onLeave={leave}
          onAnswer={refresh}
        />
      </Suspense>
    )
  if (session.cancelled || (seats.data && (!canOpen || seats.data.slots?.length === 0))) return null
  return (
    <Button look="main" wide disabled={!seats.data} onClick={() => setOpened(true)}>
      {seats.data && !seats.data.free ? t('seats.startWaiting') : t('seats.start')}
    </Button>
  )
}
