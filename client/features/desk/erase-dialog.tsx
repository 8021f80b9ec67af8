import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ErasureView } from '#shared/contract/privacy.ts'
import { formatDay } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { CheckField } from '#client/ui/form/inputs.tsx'
import { Note } from '#client/ui/note.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { useRefusal } from './copy-dialog.tsx'
import { IdentityFields, inputOf, nobodyYet } from './identity-fields.tsx'
import { erase, erasureQuery } from './queries.ts'

type Props = {
  readonly id: string
  readonly name: string
  readonly onClose: () => void
  readonly onErased: () => void
}

/** What erasing would do, said before it is done: it can't be taken back. */
export function EraseDialog({ id, name, onClose, onErased }: Props) {
  const t = useWords()
  const toast = useToast()
  const refusal = useRefusal()
  const impact = useQuery(erasureQuery(id))
  const [identity, setIdentity] = useState(nobodyYet)
  const [sure, setSure] = useState(false)
  const [missing, setMissing] = useState(false)
  const act = useSave(erase, {
    onSuccess: () => {
      toast({ text: t('desk.data.erased', { name }) })
      onErased()
    },
  })
  const send = () => {
    const input = inputOf(identity)
    setMissing(input === null || !sure)
    if (input && sure) act.mutate({ id, identity: input })
  }
  const said = missing && identity.kind === null ? t('desk.data.identityFirst') : act.error ? refusal(act.error) : undefined
  return (
    <Dialog title={t('desk.data.eraseTitle', { name })} onClose={onClose}>
      {impact.isPending && <Loading lines={3} />}
      {impact.isError && <Failure error={impact.error} retry={() => void impact.refetch()} />}
      {impact.data && (
        <div className="form">
          <Impact view={impact.data} />
          <IdentityFields identity={identity} error={said} onChange={setIdentity} />
          <CheckField
            label={t('desk.data.sure')}
            checked={sure}
            error={missing && !sure ? t('desk.data.sureFirst') : undefined}
            onChange={({ target }) => setSure(target.checked)}
          />
          <div className="form-actions">
            <Button look="main" disabled={act.isPending} onClick={send}>
              {t('desk.data.eraseGo')}
            </Button>
            <Button onClick={onClose}>{t('app.close')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}

function Impact({ view: { people, withdrawn } }: { readonly view: ErasureView }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <Note tone="window" filled>
        <p>
          <b>{t('desk.data.final')}</b>
        </p>
      </Note>
      <p>{t('desk.data.who')}</p>
      <ul>
        {people.map(({ name, child, keptUntil, keptFor }) => (
          <li key={`${name} ${child} ${keptUntil}`}>
            <b>{name}</b>
            {child ? ` (${t('desk.data.child')})` : ''}
            {keptUntil !== null && (
              <p>{t('desk.data.kept', { until: formatDay(keptUntil, language), project: keptFor ?? '' })}</p>
            )}
          </li>
        ))}
      </ul>
      {withdrawn > 0 && <p>{t('desk.data.withdrawn', { count: withdrawn })}</p>}
      <p>{t('desk.data.goes')}</p>
    </>
  )
}
