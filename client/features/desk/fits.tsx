import { useQueryClient } from '@tanstack/react-query'
import type { ListedSignUp } from '#shared/contract/desk.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { useToast } from '#client/ui/toast.tsx'
import { notedAt } from './noted-at.ts'
import { noteFits } from './queries.ts'

/** Whether somebody was found to be one of those whom the meeting is for: yes or no, by whom and when. */
export function Fits({ row: { id, name, fits }, plans }: { readonly row: ListedSignUp; readonly plans: boolean }) {
  const t = useWords()
  const language = useLanguage()
  const client = useQueryClient()
  const toast = useToast()
  const messageOf = useSaveMessage()
  const save = useSave(noteFits, {
    onSuccess: () => client.invalidateQueries({ queryKey: ['panel', 'people-of'] }),
    onError: (error) => toast({ text: messageOf(error), tone: 'window' }),
  })
  const say = (next: boolean | null) => !save.isPending && save.mutate({ id, fits: next })
  if (fits)
    return (
      <>
        <b>{t(fits.yes ? 'desk.people.yes' : 'desk.people.no')}</b>
        <span className="form-hint">{[fits.by, notedAt(fits.at, language)].join(', ')}</span>
        {plans && (
          <Button look="quiet" aria-label={t('desk.people.fitsUndoOne', { name })} onClick={() => say(null)}>
            {t('desk.people.fitsUndo')}
          </Button>
        )}
      </>
    )
  if (!plans) return null
  return (
    <>
      <Button look="quiet" aria-label={t('desk.people.fitsYesOne', { name })} onClick={() => say(true)}>
        {t('desk.people.fitsYes')}
      </Button>
      <Button look="quiet" aria-label={t('desk.people.fitsNoOne', { name })} onClick={() => say(false)}>
        {t('desk.people.fitsNo')}
      </Button>
    </>
  )
}
