import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { noticeVersion } from '#shared/contract/kinds.ts'
import type { ElsewhereView } from '#shared/contract/public.ts'
import { formatClock, formatShortDay } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { Loading } from '#client/ui/states.tsx'
import './sign-up-form.css'
import { elsewhereQuery, exchange } from './queries.ts'

type Choice = ElsewhereView['choices'][number]
type ElsewhereProps = {
  readonly token: string
  readonly isBusy: boolean
  readonly isAppointment: boolean
  /** Does it, says what went wrong, and goes to the page of the new sign-up. */
  readonly onExchange: (change: () => Promise<string>) => void
}

/** Another date or group with seats: the old place stays until the new one is there. */
export function Elsewhere({ token, isBusy, isAppointment, onExchange }: ElsewhereProps) {
  const t = useWords()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const query = useQuery({ ...elsewhereQuery(token, language), enabled: isOpen })
  const ask = isAppointment ? 'signUp.slots.another' : 'signUp.elsewhere.ask'
  if (!isOpen)
    return (
      <Button wide onClick={() => setOpen(true)}>
        {t(ask)}
      </Button>
    )
  const whenOf = ({ start, slot }: Choice) =>
    [
      formatShortDay(start.slice(0, 10), language),
      ...(slot ? [`${formatClock(slot.start)}–${formatClock(slot.end)}`] : start.length > 10 ? [formatClock(start)] : []),
    ].join(', ')
  const take = ({ id, start, slot }: Choice) =>
    onExchange(async () => {
      const more = slot ? { slot: slot.start } : {}
      const changed = await exchange(token, { sessionId: id, seen: start, language, notice: noticeVersion, ...more })
      await query.refetch()
      setOpen(false)
      return changed.token
    })
  return (
    <Card heading={t(ask)}>
      <p>{t('signUp.elsewhere.lead')}</p>
      {query.isPending && <Loading lines={3} />}
      {query.isError && <p role="alert">{t('signUp.problem.other')}</p>}
      {query.data?.choices.length === 0 && <p>{t('signUp.elsewhere.none')}</p>}
      <ul className="plain sign-up-instead">
        {query.data?.choices.map((choice) => (
          <li key={`${choice.id} ${choice.slot?.start}`}>
            {choice.slot ? (
              <b>{whenOf(choice)}</b>
            ) : (
              <>
                <b>
                  <ForeignText text={choice.title} />
                </b>
                <br />
                {[whenOf(choice), choice.place].filter(Boolean).join(', ')}
              </>
            )}
            <Button
              wide
              aria-disabled={isBusy}
              aria-label={t('signUp.elsewhere.takeOne', { title: choice.title.text, when: whenOf(choice) })}
              onClick={() => take(choice)}
            >
              {t('signUp.elsewhere.take')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
