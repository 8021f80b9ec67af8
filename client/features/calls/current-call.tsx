import { useState, type ReactNode } from 'react'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { addDays } from '#shared/time/calendar.ts'
import { dayInWarsaw, formatBrief, formatSpan, wallInWarsaw } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useNow } from '#client/lib/use-now.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button, buttonClass } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Note } from '#client/ui/note.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { LastCall } from './last-call.tsx'
import { noteCall, undoCall, useRefreshCalls, type CallInput, type CallView } from './queries.ts'

type Props = { readonly call: CallView; readonly first: ReactNode; readonly onDone: () => void }

/** The person on the line: number, what there is to say, and how it ended. */
export function CurrentCall({ call, first, onDone }: Props) {
  const t = useWords()
  const language = useLanguage()
  const toast = useToast()
  const refresh = useRefreshCalls()
  const messageOf = useSaveMessage()
  const [choosing, setChoosing] = useState(false)
  const now = useNow()
  const { notices, name, phone, reason, tell, last, sms } = call
  const dials = phone !== null && call.safe?.calls !== false

  const takeBack = async (id: string) => {
    await undoCall(id)
    await refresh()
    toast({ text: t('calls.undone') })
  }
  const save = useSave(noteCall, {
    onSuccess: async ({ id }, { result, again }) => {
      const when = again ? formatBrief(wallInWarsaw(Date.parse(again)), again.slice(0, 4), language) : ''
      onDone()
      await refresh()
      toast({
        text: t(`calls.said.${result}`, { name, when }),
        action: { label: t('calls.undo'), run: () => void takeBack(id) },
      })
    },
  })
  const say = (result: CallInput['result'], again?: string) => {
    if (!save.isPending) save.mutate({ notices: [...notices], result, ...(again !== undefined && { again }) })
  }
  const busy = save.isPending || undefined

  return (
    <Card heading={name}>
      {first}
      {dials && (
        <p className="call-number">
          <a href={`tel:${phone}`}>{spaced(phone)}</a>
        </p>
      )}
      <p className="quiet">{t(`calls.reasons.${reason}`)}</p>
      {last && <LastCall last={last} />}
      <h3>{t('calls.say')}</h3>
      <ul className="plain call-news">
        {tell.map(({ sessionId, news, title, start, end, formerly, place }) => (
          <li key={`${sessionId} ${news}`}>
            <p>
              <b>{t(`calls.news.${news}`)}:</b> <ForeignText text={title} />
            </p>
            <p>{[formatSpan(spanOf(start, end), language), place].filter(Boolean).join(', ')}</p>
            {formerly && (
              <p className="quiet">{t('calls.formerly', { when: formatSpan(spanOf(formerly.start, formerly.end), language) })}</p>
            )}
            {news === 'cancelled' && start.slice(0, 10) === dayInWarsaw(now) && (
              <p>
                <LocalLink to={panelPages.doorNote(sessionId)}>{t('shareTitles.doorNote')}</LocalLink>
              </p>
            )}
          </li>
        ))}
      </ul>
      {save.error && (
        <div role="alert">
          <Note tone="window" filled>
            <p>{messageOf(save.error)}</p>
          </Note>
        </div>
      )}
      <div className="form-actions">
        <Button look="main" aria-disabled={busy} onClick={() => say('TOLD')}>
          {t('calls.results.TOLD')}
        </Button>
        <Button aria-disabled={busy} onClick={() => say('NO_ANSWER')}>
          {t('calls.results.NO_ANSWER')}
        </Button>
        <Button aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {t('calls.results.LATER')}
        </Button>
        {phone !== null && (
          <Button aria-disabled={busy} onClick={() => say('WRONG_NUMBER')}>
            {t('calls.results.WRONG_NUMBER')}
          </Button>
        )}
        {phone !== null && sms !== null && (
          <>
            <a className={buttonClass('quiet')} href={`sms:${phone}?body=${encodeURIComponent(sms)}`}>
              {t('calls.sms')}
            </a>
            <Button aria-disabled={busy} onClick={() => say('TEXTED')}>
              {t('calls.results.TEXTED')}
            </Button>
          </>
        )}
      </div>
      {choosing && (
        <fieldset className="form-actions call-later">
          <legend className="visually-hidden">{t('calls.results.LATER')}</legend>
          {laterChoices(now).map(({ name: choice, ms }) => (
            <Button key={choice} aria-disabled={busy} onClick={() => say('LATER', new Date(ms).toISOString())}>
              {t(`calls.laterChoices.${choice}`)}
            </Button>
          ))}
        </fieldset>
      )}
    </Card>
  )
}

/** Moments at which one may want to try again, of those that are still to come. */
function laterChoices(nowMs: number): readonly { readonly name: 'hour' | 'evening' | 'morning'; readonly ms: number }[] {
  const today = dayInWarsaw(nowMs)
  const choices = [
    { name: 'hour' as const, ms: nowMs + 3_600_000 },
    { name: 'evening' as const, ms: momentOf(today, 17, nowMs) },
    { name: 'morning' as const, ms: momentOf(addDays(today, 1), 9, nowMs) },
  ]
  return choices.filter(({ name, ms }) => name !== 'evening' || ms > nowMs + 3_600_000)
}

/** A full hour of a day in Warsaw: its offset of now is near enough for a reminder. */
function momentOf(day: string, hour: number, nowMs: number): number {
  const offsetMs = Date.parse(`${wallInWarsaw(nowMs)}Z`) - nowMs
  return Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`) - Math.round(offsetMs / 60_000) * 60_000
}

/** `+48600000000` as one reads it out: "+48 600 000 000". */
const spaced = (phone: string): string => phone.replace(/^(\+48)(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4')

const spanOf = (start: string, end: string) =>
  start.length > 10 ? ({ kind: 'timed', start, end } as const) : ({ kind: 'all-day', firstDay: start, lastDay: end } as const)
