import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useLocation, useParams } from 'react-router'
import { calendarsBehind } from '#client/features/own-calendars/queries.ts'
import { OwnCalendars } from '#client/features/own-calendars/own-calendars.tsx'
import { BrokenLink } from '#client/features/sign-ups/lost-link.tsx'
import { Managed } from '#client/features/sign-ups/managed.tsx'
import { MailLinks } from '#client/features/sign-ups/mail-links.tsx'
import { managedQuery } from '#client/features/sign-ups/queries.ts'
import { loadLanguage } from '#client/i18n/languages.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { ProblemError } from '#client/lib/api.ts'
import { Loading } from '#client/ui/states.tsx'
import { Asked } from './asked.tsx'
import './detail.css'

/** Loaded when there is an address to take along: its words and pictures are many. */
const made = {
  pl: lazy(async () => (await Promise.all([import('./made-calendar.tsx'), loadLanguage('pl', 'taking')]))[0]),
  en: lazy(async () => (await Promise.all([import('./made-calendar.tsx'), loadLanguage('en', 'taking')]))[0]),
  uk: lazy(async () => (await Promise.all([import('./made-calendar.tsx'), loadLanguage('uk', 'taking')]))[0]),
}

/** A sign-up's own page, for whoever has its link. What some mail programs take for a part of the link isn't. */
export default function ManagePage() {
  const { token: given = '' } = useParams()
  const token = /^[\w-]{46}(?=[^\w-])/.exec(given)?.[0] ?? given
  const query = useQuery(managedQuery(token, useLanguage()))
  if (query.data === undefined && query.error instanceof ProblemError && query.error.status === 404) return <BrokenLink />
  return (
    <Asked query={query} invented={({ sample }) => sample}>
      {(signUp) => (
        <Managed token={token} signUp={signUp} onChange={() => query.refetch()}>
          <Calendars token={token} />
        </Managed>
      )}
    </Asked>
  )
}

function Calendars({ token }: { readonly token: string }) {
  const t = useWords()
  const language = useLanguage()
  const { hash } = useLocation()
  const Made = made[language]
  const proof = hash.slice(1)
  return (
    <Card heading={t('ownCalendar.heading')}>
      <OwnCalendars
        source={calendarsBehind(token, proof)}
        renderMade={(url) => (
          <Suspense fallback={<Loading lines={3} />}>
            <Made url={url} />
          </Suspense>
        )}
        renderMore={(mailbox, isAll) => {
          if (isAll) return null
          if (mailbox === null) return <p>{t('ownCalendar.moreByPhone')}</p>
          return <MailLinks token={token} lead={t('ownCalendar.moreByMail', { mailbox })} />
        }}
      />
    </Card>
  )
}
