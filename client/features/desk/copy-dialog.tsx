import { useState } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { CheckField } from '#client/ui/form/inputs.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { useToast } from '#client/ui/toast.tsx'
import { IdentityFields, inputOf, nobodyYet } from './identity-fields.tsx'
import { copyOf } from './queries.ts'

type Props = { readonly id: string; readonly name: string; readonly onClose: () => void }

/** A file with all that is kept about somebody, after a look at who they are. */
export function CopyDialog({ id, name, onClose }: Props) {
  const t = useWords()
  const toast = useToast()
  const refusal = useRefusal()
  const [identity, setIdentity] = useState(nobodyYet)
  const [withChildren, setWithChildren] = useState(false)
  const [missing, setMissing] = useState(false)
  const copy = useSave(copyOf, {
    onSuccess: (answer) => {
      download(answer)
      toast({ text: t('desk.data.copied') })
      onClose()
    },
  })
  const send = () => {
    const input = inputOf(identity)
    setMissing(input === null)
    if (input) copy.mutate({ id, identity: input, withChildren: withChildren && identity.kind === 'document' })
  }
  return (
    <Dialog title={t('desk.data.copyTitle', { name })} onClose={onClose}>
      <div className="form">
        <p>{t('desk.data.copyText')}</p>
        <IdentityFields
          identity={identity}
          error={missing ? t('desk.data.identityFirst') : copy.error ? refusal(copy.error) : undefined}
          onChange={setIdentity}
        />
        {identity.kind === 'document' && (
          <CheckField
            label={t('desk.data.withChildren')}
            checked={withChildren}
            onChange={({ target }) => setWithChildren(target.checked)}
          />
        )}
        <div className="form-actions">
          <Button look="main" disabled={copy.isPending} onClick={send}>
            {t('desk.data.copyGo')}
          </Button>
          <Button onClick={onClose}>{t('app.close')}</Button>
        </div>
      </div>
    </Dialog>
  )
}

/** The words for a refusal: a wrong code is said beside its field, anything else as everywhere. */
export function useRefusal(): (error: Error) => string {
  const t = useWords()
  const messageOf = useSaveMessage()
  return (error) => {
    const isWrong = error instanceof ProblemError && error.issues.some(({ code }) => code === 'wrong-code')
    return isWrong ? t('desk.check.wrong') : messageOf(error)
  }
}

function download(copy: object): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(copy, null, 2)], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: 'podworko-copy.json' })
  link.click()
  URL.revokeObjectURL(url)
}
