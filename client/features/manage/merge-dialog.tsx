import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { MergeView } from '#shared/contract/manage/views.ts'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { type ManagedNoun } from '#shared/contract/paths.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import type { Words } from '#client/i18n/words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { ComboBox } from '#client/ui/form/combo-box.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { Note } from '#client/ui/note.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { merge, useForget, useList } from './queries.ts'
import { isNamed, Refused } from './refused.tsx'

type Moved = keyof Words['manage']['merge']['what']

/** Two entries are one thing: choose what stays, see what will happen, then do it. */
export function MergeDialog({
  noun,
  id,
  name,
  onClose,
}: {
  readonly noun: Extract<ManagedNoun, 'venues' | 'organisations' | 'clubs' | 'districts'>
  readonly id: string
  readonly name: string
  readonly onClose: () => void
}) {
  const t = useWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const toast = useToast()
  const forget = useForget()
  const messageOf = useSaveMessage()
  const [intoId, setIntoId] = useState('')
  const [rehearsed, setRehearsed] = useState<MergeView | null>(null)
  const others = useList(noun, { search: '', archived: false, city: '' })
  const asking = useSave<boolean, MergeView>((rehearse, key) => merge(noun, id, { intoId, rehearse }, key), {
    onSuccess: async (answer, rehearse) => {
      if (rehearse) return setRehearsed(answer)
      toast({ text: t('manage.merge.done') })
      await navigate(localPath(language, panelPages.oneManaged(noun, intoId)))
      return forget(noun, id)
    },
  })
  const choices = (others.data?.rows ?? [])
    .filter((row) => row.id !== id && row.mayChange)
    .map((row) => ({
      value: row.id,
      label: row.name,
      text: 'address' in row ? row.address : 'program' in row ? row.program : '',
    }))
  return (
    <Dialog title={t('manage.merge.title')} onClose={onClose}>
      <div className="form">
        <ComboBox
          label={t('manage.merge.into')}
          hint={t('manage.merge.intoHint', { name })}
          choices={choices}
          value={intoId}
          onChange={(value) => {
            setIntoId(value)
            setRehearsed(null)
            asking.reset()
          }}
        />
        <Refused error={asking.error} />
        {asking.error && !isNamed(asking.error) && (
          <Note tone="window">
            <p role="alert">{messageOf(asking.error)}</p>
          </Note>
        )}
        {rehearsed && <Rehearsed view={rehearsed} />}
        <div className="form-actions">
          {rehearsed ? (
            <Button look="main" disabled={asking.isPending} onClick={() => asking.mutate(false)}>
              {t('manage.merge.go', { into: rehearsed.into })}
            </Button>
          ) : (
            <Button look="main" disabled={intoId === '' || asking.isPending} onClick={() => asking.mutate(true)}>
              {t('manage.merge.rehearse')}
            </Button>
          )}
          <Button onClick={onClose}>{t('form.back')}</Button>
        </div>
      </div>
    </Dialog>
  )
}

function Rehearsed({ view: { into, moved } }: { readonly view: MergeView }) {
  const t = useWords()
  return (
    <Note tone="sky" filled>
      <output>
        {moved.length === 0 ? (
          <p>{t('manage.merge.movesNothing')}</p>
        ) : (
          <>
            <p>
              <strong>{t('manage.merge.moves', { into })}</strong>
            </p>
            <ul className="manage-sessions">
              {moved.map(({ what, count }) => (
                <li key={what}>
                  {t(`manage.merge.what.${what as Moved}`)}: <b>{count}</b>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>{t('manage.merge.addresses', { into })}</p>
        <p>
          <strong>{t('manage.merge.noUndo')}</strong>
        </p>
      </output>
    </Note>
  )
}
