import type { ComingMeeting } from '#shared/contract/desk.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { useConfirm } from '#client/ui/confirm.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { useToast } from '#client/ui/toast.tsx'
import { mailLinks, renewLink } from './queries.ts'

type Props = { readonly id: string; readonly coming: readonly ComingMeeting[] }

/** The pages of somebody's sign-ups: their links mailed once more, or made anew when the wrong people have them. */
export function LinksCard({ id, coming }: Props) {
  const t = useWords()
  const language = useLanguage()
  const confirm = useConfirm()
  const toast = useToast()
  const messageOf = useSaveMessage()
  const onError = (error: Error) => {
    const codes = error instanceof ProblemError ? error.issues.map(({ code }) => code) : []
    const said = codes.includes('no-mailbox')
      ? t('desk.links.noMail')
      : codes.includes('mail-not-safe')
        ? t('safe.noMails')
        : null
    toast({ text: said ?? messageOf(error), tone: 'window' })
  }
  const mail = useSave(() => mailLinks(id, language), { onSuccess: () => toast({ text: t('desk.links.mailed') }), onError })
  const renew = useSave(renewLink, { onError })
  const signUps = [...new Set(coming.map(({ signUp }) => signUp))]
  const renewAll = async () => {
    if (!(await confirm({ title: t('desk.links.ask'), text: t('desk.links.askText'), yes: t('desk.links.yes') }))) return
    try {
      for (const signUp of signUps) await renew.mutateAsync(signUp)
    } catch {
      return // said already
    }
    toast({ text: t('desk.links.renewed') })
  }
  return (
    <div className="form-actions">
      <Button disabled={mail.isPending} onClick={() => mail.mutate(undefined)}>
        {t('desk.links.mail')}
      </Button>
      {signUps.length > 0 && (
        <Button look="quiet" disabled={renew.isPending} onClick={() => void renewAll()}>
          {t('desk.links.renew')}
        </Button>
      )}
    </div>
  )
}
