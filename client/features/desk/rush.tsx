import { useQuery, useQueryClient } from '@tanstack/react-query'
import { formatInstant } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { useConfirm } from '#client/ui/confirm.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { Note } from '#client/ui/note.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { putBack, rushQuery, takeOut } from './queries.ts'

/** Many sign-ups within an hour, and the one act that takes them out; nothing where there were none. */
export function Rush({ session }: { readonly session: string }) {
  const t = useWords()
  const language = useLanguage()
  const client = useQueryClient()
  const confirm = useConfirm()
  const toast = useToast()
  const messageOf = useSaveMessage()
  const { data } = useQuery(rushQuery(session))
  const again = () => client.invalidateQueries({ queryKey: ['panel', 'people-of'] })
  const onError = (error: Error) => toast({ text: messageOf(error), tone: 'window' })
  const out = useSave(takeOut, {
    onSuccess: ({ count }) => {
      toast({ text: t('desk.rush.done', { count }) })
      return again()
    },
    onError,
  })
  const back = useSave(putBack, {
    onSuccess: ({ count }) => {
      toast({ text: t('desk.rush.undone', { count }) })
      return again()
    },
    onError,
  })
  const when = (at: string) => formatInstant(Date.parse(at), language)
  const rush = data?.rush
  const ask = async () => {
    if (!rush) return
    const question = { title: t('desk.rush.ask', { count: rush.count }), text: t('desk.rush.askText'), yes: t('desk.rush.yes') }
    if (await confirm(question)) out.mutate({ session, from: rush.from, to: rush.to })
  }
  return (
    <>
      {rush && (
        <Note tone="window" filled>
          <p>
            <b>{t('desk.rush.title')}</b>
          </p>
          <p>{t('desk.rush.text', { from: when(rush.from), to: when(rush.to), count: rush.count })}</p>
          <p>{t('desk.rush.names', { names: rush.names.join(', ') })}</p>
          <p>{t('desk.rush.kept', { count: rush.kept })}</p>
          <Button disabled={out.isPending} onClick={() => void ask()}>
            {t('desk.rush.go')}
          </Button>
        </Note>
      )}
      {data?.waves.map(({ wave, count, until }) => (
        <Note key={wave} tone="sky">
          <p>{t('desk.rush.wave', { count, until: when(until) })}</p>
          <Button disabled={back.isPending} onClick={() => back.mutate({ session, wave })}>
            {t('desk.rush.undo')}
          </Button>
        </Note>
      ))}
    </>
  )
}
