import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatClock } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { Failure, Loading } from '#client/ui/states.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { moveSlot, usePeople } from './queries.ts'

type MoveProps = { readonly signUp: string; readonly session: string; readonly name: string }

/** Another free time of the same day for somebody's appointment. */
export function MoveSlot(props: MoveProps) {
  const t = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" aria-label={`${t('desk.slot.move')}: ${props.name}`} onClick={() => setOpen(true)}>
        {t('desk.slot.move')}
      </Button>
      {isOpen && <Times {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function Times({ signUp, session, name, onClose }: MoveProps & { readonly onClose: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const toast = useToast()
  const messageOf = useSaveMessage()
  const people = usePeople(session, useLanguage())
  const again = () =>
    Promise.all(['person', 'offers', 'people-of'].map((key) => client.invalidateQueries({ queryKey: ['panel', key] })))
  const move = useSave(moveSlot, {
    onSuccess: (_, { slot }) => {
      onClose()
      toast({ text: t('desk.slot.moved', { when: formatClock(slot) }) })
      return again()
    },
    onError: (error) => {
      const isTaken = error instanceof ProblemError && error.code === 'slot-taken'
      toast({ text: isTaken ? t('desk.form.refused.slot-taken') : messageOf(error), tone: 'window' })
      return again()
    },
  })
  const slots = people.data?.slots ?? []
  return (
    <Dialog title={t('desk.slot.moveTitle', { name })} onClose={onClose}>
      {people.isPending && <Loading lines={3} />}
      {people.isError && !people.data && <Failure error={people.error} retry={() => void people.refetch()} />}
      {people.data && slots.length === 0 && <p>{t('desk.slot.none')}</p>}
      <div className="form-actions">
        {slots.map(({ start, end }) => (
          <Button key={start} disabled={move.isPending} onClick={() => move.mutate({ id: signUp, slot: start })}>
            {formatClock(start)}–{formatClock(end)}
          </Button>
        ))}
      </div>
    </Dialog>
  )
}
