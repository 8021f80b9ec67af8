import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonView } from '#shared/contract/desk.ts'
import { deskApi } from '#shared/contract/panel-paths.ts'
import { formatInstant } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { deleteJson } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { useConfirm } from '#client/ui/confirm.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { useToast } from '#client/ui/toast.tsx'
import { SafeForm } from './safe-form.tsx'
import { SafeNote } from './safe-note.tsx'

/** How the person on the line may be reached: read first, changed only when it is sure who asks. */
export function SafeCard({ person: { id, safe, plans, checked } }: { readonly person: PersonView }) {
  const t = useWords()
  const language = useLanguage()
  const client = useQueryClient()
  const confirm = useConfirm()
  const toast = useToast()
  const messageOf = useSaveMessage()
  const [open, setOpen] = useState(false)
  const refresh = () => client.invalidateQueries({ queryKey: ['panel', 'person', id] })
  const remove = useSave((of: string, key) => deleteJson<object, unknown>(deskApi.safeContact(of), {}, { key }), {
    onSuccess: async () => {
      await refresh()
      toast({ text: t('safe.removed') })
    },
    onError: (error) => toast({ text: messageOf(error), tone: 'window' }),
  })
  const ask = async () => {
    if (await confirm({ title: t('safe.ask'), text: t('safe.askText'), yes: t('safe.yes') })) remove.mutate(id)
  }
  const may = plans || checked !== null
  return (
    <Card {...(safe === null && { heading: t('safe.heading') })}>
      {safe && (
        <>
          <SafeNote safe={safe} mail={safe.mail} />
          <p className="quiet">
            {t('safe.covers')} {t('safe.noted', { when: formatInstant(Date.parse(safe.notedAt), language), name: safe.notedBy })}
          </p>
        </>
      )}
      {!may && <p className="quiet">{t('safe.first')}</p>}
      {may && !open && (
        <div className="form-actions">
          <Button onClick={() => setOpen(true)}>{t(safe ? 'safe.change' : 'safe.add')}</Button>
          {safe && (
            <Button look="quiet" aria-disabled={remove.isPending || undefined} onClick={() => void ask()}>
              {t('safe.remove')}
            </Button>
          )}
        </div>
      )}
      {may && open && (
        <SafeForm
          id={id}
          safe={safe}
          onDone={async () => {
            await refresh()
            setOpen(false)
            toast({ text: t('safe.saved') })
          }}
          onLeave={() => setOpen(false)}
        />
      )}
    </Card>
  )
}
