import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { dayInWarsaw, formatDay } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { Button } from '#client/ui/button.tsx'
import { Note } from '#client/ui/note.tsx'
import { calendarsQuery, type CalendarSource, type PersonalFeed, type PersonalFeeds } from './queries.ts'
import './own-calendars.css'

type Props = {
  readonly source: CalendarSource
  /** An address that was just made, with the ways of taking it to a phone. Shown once. */
  readonly renderMade: (url: string) => ReactNode
  /** How one comes to a calendar with more in it. `isAll`: whoever asks may have all already. */
  readonly renderMore: (mailbox: string | null, isAll: boolean) => ReactNode
}

const known = ['mailbox-not-shown', 'too-many-feeds', 'caller-not-checked'] as const

/** Calendars of one's own sign-ups: made, listed, given another address, taken away. */
export function OwnCalendars({ source, renderMade, renderMore }: Props) {
  const t = useWords()
  const query = useQuery(calendarsQuery(source))
  const [url, setUrl] = useState<string | null>(null)
  const [said, setSaid] = useState<'revoked' | (typeof known)[number] | 'failed' | null>(null)
  const [isBusy, setBusy] = useState(false)

  const run = async (act: () => Promise<{ readonly url: string } | void>) => {
    if (isBusy) return
    setBusy(true)
    setSaid(null)
    try {
      const answer = await act()
      setUrl(answer ? answer.url : null)
      if (!answer) setSaid('revoked')
    } catch (error) {
      const code = error instanceof ProblemError ? error.code : ''
      setSaid(known.find((one) => one === code) ?? 'failed')
    }
    await query.refetch()
    setBusy(false)
  }
  const { data } = query
  return (
    <div className="own-calendars">
      <p>{t('ownCalendar.lead')}</p>
      {data && <NewCalendar offers={data.offers} isBusy={isBusy} onMake={(input) => void run(() => source.make(input))} />}
      <div aria-live="polite">
        {said && (
          <Note tone={said === 'revoked' ? 'yard' : 'window'}>
            <p>{t(`ownCalendar.said.${said}`)}</p>
          </Note>
        )}
      </div>
      {url !== null && renderMade(url)}
      {data && data.feeds.length > 0 && (
        <ul className="plain own-calendar-list" aria-label={t('ownCalendar.list')}>
          {data.feeds.map((feed) => (
            <OneCalendar
              key={feed.id}
              feed={feed}
              onRotate={() => void run(() => source.rotate(feed.id))}
              onRevoke={() => void run(() => source.revoke(feed.id))}
            />
          ))}
        </ul>
      )}
      {data && renderMore(data.mailbox, !data.offers.includes('sign-up'))}
      {query.isError && <p role="alert">{t('ownCalendar.said.failed')}</p>}
    </div>
  )
}

type NewProps = {
  readonly offers: PersonalFeeds['offers']
  readonly isBusy: boolean
  readonly onMake: (input: { readonly holds: PersonalFeed['holds']; readonly waiting: boolean }) => void
}

function NewCalendar({ offers, isBusy, onMake }: NewProps) {
  const t = useWords()
  const [first = 'sign-up'] = offers
  const [chosen, setChosen] = useState<PersonalFeed['holds']>(first)
  const [waiting, setWaiting] = useState(true)
  const holds = offers.includes(chosen) ? chosen : first
  return (
    <form
      className="own-calendar-new"
      onSubmit={(event) => {
        event.preventDefault()
        onMake({ holds, waiting })
      }}
    >
      {offers.length > 1 && (
        <fieldset>
          <legend>{t('ownCalendar.holds')}</legend>
          {offers.map((one) => (
            <label key={one} className="own-calendar-tick">
              <input type="radio" name="holds" checked={one === holds} onChange={() => setChosen(one)} />
              <span>
                {t(`ownCalendar.of.${one}`)}
                {one === 'household' && <span className="quiet"> {t('ownCalendar.householdNote')}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <label className="own-calendar-tick">
        <input type="checkbox" checked={waiting} onChange={({ target }) => setWaiting(target.checked)} />
        <span>{t('ownCalendar.waiting')}</span>
      </label>
      <Button type="submit" aria-disabled={isBusy}>
        {t('ownCalendar.make')}
      </Button>
    </form>
  )
}

type OneProps = { readonly feed: PersonalFeed; readonly onRotate: () => void; readonly onRevoke: () => void }

function OneCalendar({ feed, onRotate, onRevoke }: OneProps) {
  const t = useWords()
  const language = useLanguage()
  const [asking, setAsking] = useState<'rotate' | 'revoke' | null>(null)
  const { holds, waiting, createdAt, lastUsedOn, byStaff, yours } = feed
  const day = formatDay(dayInWarsaw(Date.parse(createdAt)), language)
  const act = asking === 'rotate' ? onRotate : onRevoke
  return (
    <li>
      <p>
        <b>{t(`ownCalendar.of.${holds}`)}</b>
        {waiting ? `, ${t('ownCalendar.withWaiting')}` : ''}
        <br />
        <span className="quiet">
          {t(byStaff ? 'ownCalendar.madeByStaff' : 'ownCalendar.made', { day })},{' '}
          {lastUsedOn === null ? t('ownCalendar.never') : t('ownCalendar.used', { day: formatDay(lastUsedOn, language) })}
        </span>
      </p>
      {!yours && <p className="quiet">{t('ownCalendar.notYours')}</p>}
      {yours && asking === null && (
        <p className="own-calendar-acts">
          <Button look="quiet" onClick={() => setAsking('rotate')}>
            {t('ownCalendar.rotate')}
          </Button>
          <Button look="quiet" onClick={() => setAsking('revoke')}>
            {t('ownCalendar.revoke')}
          </Button>
        </p>
      )}
      {asking !== null && (
        <>
          <p>{t(`ownCalendar.${asking}Ask`)}</p>
          <p className="own-calendar-acts">
            <Button
              onClick={() => {
                setAsking(null)
                act()
              }}
            >
              {t(`ownCalendar.${asking}Yes`)}
            </Button>
            <Button look="quiet" onClick={() => setAsking(null)}>
              {t('ownCalendar.no')}
            </Button>
          </p>
        </>
      )}
    </li>
  )
}
