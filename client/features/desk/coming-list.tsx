import { useQueryClient } from '@tanstack/react-query'
import type { ComingMeeting } from '#shared/contract/desk.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { useConfirm } from '#client/ui/confirm.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { useToast } from '#client/ui/toast.tsx'
import { MoveSlot } from './move-slot.tsx'
import { accept, beginsAt, sayAbsence, told, undo, untell, whenOf, withdraw } from './queries.ts'

/** Takes a withdrawal back, and says so. */
export function useUndo(): (id: string) => void {
  const t = useWords()
  const { toast, again, onError } = useAround()
  const back = useSave(undo, {
    onSuccess: () => {
      toast({ text: t('desk.coming.returned') })
      return again()
    },
    onError,
  })
  return (id) => back.mutate(id)
}

/** Takes an offered seat for somebody, and says so. */
export function useAcceptance(): (id: string) => void {
  const t = useWords()
  const { toast, again, onError } = useAround()
  const take = useSave(accept, {
    onSuccess: () => {
      toast({ text: t('desk.coming.accepted') })
      return again()
    },
    onError,
  })
  return (id) => take.mutate(id)
}

/** Withdraws a sign-up after a question, and says so with a way back. */
export function useWithdrawal(): (id: string) => Promise<void> {
  const t = useWords()
  const confirm = useConfirm()
  const { toast, again, onError } = useAround()
  const takeBack = useUndo()
  const away = useSave(withdraw, {
    onSuccess: (_, id) => {
      toast({ text: t('desk.coming.withdrawn'), action: { label: t('desk.people.undo'), run: () => takeBack(id) } })
      return again()
    },
    onError,
  })
  return async (id) => {
    const question = { title: t('desk.coming.ask'), text: t('desk.coming.askText'), yes: t('desk.coming.yes') }
    if (await confirm(question)) away.mutate(id)
  }
}

function useAround() {
  const client = useQueryClient()
  const toast = useToast()
  const messageOf = useSaveMessage()
  const again = () =>
    Promise.all(['person', 'offers', 'people-of'].map((key) => client.invalidateQueries({ queryKey: ['panel', key] })))
  return { toast, again, onError: (error: Error) => toast({ text: messageOf(error), tone: 'window' }) }
}

/** Notes that somebody who is expected each time won't come that day, or will. */
function useAbsence() {
  const { again, onError } = useAround()
  const save = useSave(sayAbsence, { onSuccess: again, onError })
  return save.mutate
}

/** Notes that they were told on the phone or face to face, with a way back. */
function useTold(): (signUp: string) => void {
  const t = useWords()
  const { toast, again, onError } = useAround()
  const takeBack = async (call: string) => {
    await untell(call)
    await again()
    toast({ text: t('desk.told.undone') })
  }
  const save = useSave(told, {
    onSuccess: ({ id }) => {
      const undoing = id !== null && { action: { label: t('desk.people.undo'), run: () => void takeBack(id).catch(onError) } }
      toast({ text: t('desk.told.done'), ...undoing })
      return again()
    },
    onError,
  })
  return (signUp) => save.mutate(signUp)
}

/** What may be read out. A course stands with each of its meetings, and is withdrawn from at the first. */
export function ComingList({ coming }: { readonly coming: readonly ComingMeeting[] }) {
  const t = useWords()
  const language = useLanguage()
  const takeBack = useWithdrawal()
  const take = useAcceptance()
  const tell = useTold()
  const say = useAbsence()
  if (coming.length === 0) return <p className="quiet">{t('desk.coming.none')}</p>
  return (
    <ul className="plain desk-rows" aria-label={t('desk.coming.heading')}>
      {coming.map((meeting, index) => (
        <li key={`${meeting.signUp} ${meeting.session}`} className="desk-line">
          <div>
            <b>
              {meeting.cancelled ? (
                <s>
                  <ForeignText text={meeting.title} />
                </s>
              ) : (
                <ForeignText text={meeting.title} />
              )}
            </b>
            <p className="quiet">
              {[
                whenOf(meeting, language),
                meeting.shift ? `${t('merges.kind.shift')}: ${meeting.shift.text}` : '',
                meeting.venue,
                meeting.people.length > 1 ? meeting.people.join(', ') : '',
                meeting.care > 0 ? t('desk.people.inCare', { count: meeting.care }) : '',
                meeting.cancelled ? t('desk.slip.cancelled') : '',
                meeting.away ? t('desk.people.away') : '',
                meeting.status === 'confirmed' ? '' : t(`desk.coming.${meeting.status}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {meeting.untold && (
              <p>
                <b>{t('desk.told.unknown')}</b>
              </p>
            )}
          </div>
          {meeting.status === 'offered' && !meeting.cancelled && (
            <Button aria-label={t('desk.coming.accept', { title: meeting.title.text })} onClick={() => take(meeting.signUp)}>
              {t('desk.people.accept')}
            </Button>
          )}
          {meeting.untold && (
            <Button aria-label={`${t('desk.told.go')}: ${meeting.title.text}`} onClick={() => tell(meeting.signUp)}>
              {t('desk.told.go')}
            </Button>
          )}
          {meeting.appointment && !meeting.cancelled && (
            <MoveSlot signUp={meeting.signUp} session={meeting.session} name={meeting.title.text} />
          )}
          {meeting.course && meeting.status === 'confirmed' && !meeting.cancelled && (
            <Button
              look="quiet"
              aria-label={`${t(meeting.away ? 'desk.coming.comes' : 'desk.coming.stays')}: ${beginsAt(meeting.start, language)}`}
              onClick={() => say({ id: meeting.signUp, session: meeting.session, away: !meeting.away })}
            >
              {t(meeting.away ? 'desk.coming.comes' : 'desk.coming.stays')}
            </Button>
          )}
          {coming.findIndex(({ signUp }) => signUp === meeting.signUp) === index && (
            <Button
              look="quiet"
              aria-label={t('desk.coming.withdraw', { title: meeting.title.text })}
              onClick={() => void takeBack(meeting.signUp)}
            >
              {t('desk.people.withdraw')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
