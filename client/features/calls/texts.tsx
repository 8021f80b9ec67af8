import { useState } from 'react'
import { mostNotices } from '#shared/contract/call.ts'
import { callApi } from '#shared/contract/panel-paths.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button, buttonClass } from '#client/ui/button.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { Note } from '#client/ui/note.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { noteCall, undoCall, useRefreshCalls, type CallView } from './queries.ts'

type Props = { readonly sessionId: string | null; readonly calls: readonly CallView[] }

/**
 * For an office that sends text messages by itself: the table, and then one press for everybody who was in it. Who comes to the list after
 * the download isn't among them.
 */
export function Texts({ sessionId, calls }: Props) {
  const t = useWords()
  const language = useLanguage()
  const [taken, setTaken] = useState<readonly CallView[]>([])
  const inTable = calls.filter(({ inTexts }) => inTexts)
  const query = new URLSearchParams({ ...(sessionId !== null && { session: sessionId }), lang: language })
  if (inTable.length + taken.length === 0) return null
  return (
    <>
      <p>
        <a className={buttonClass('quiet')} href={`${callApi.texts}?${query}`} download onClick={() => setTaken(inTable)}>
          {t('calls.texts')}
        </a>{' '}
        <span className="quiet">{t('calls.textsHint')}</span>
      </p>
      {taken.length > 0 && <Sent taken={taken} onDone={() => setTaken([])} />}
    </>
  )
}

function Sent({ taken, onDone }: { readonly taken: readonly CallView[]; readonly onDone: () => void }) {
  const t = useWords()
  const toast = useToast()
  const refresh = useRefreshCalls()
  const messageOf = useSaveMessage()
  const takeBack = async (id: string) => {
    await undoCall(id)
    await refresh()
    toast({ text: t('calls.undone') })
  }
  const save = useSave(noteCall, {
    onSuccess: async ({ id }) => {
      onDone()
      await refresh()
      toast({ text: t('calls.textsSaid'), action: { label: t('calls.undo'), run: () => void takeBack(id) } })
    },
  })
  const notices = taken.flatMap((call) => call.notices).slice(0, mostNotices)
  return (
    <Note tone="sky">
      <p className="calls-texts-taken">{t('calls.textsTaken')}</p>
      {save.error && (
        <p className="form-error" role="alert">
          {messageOf(save.error)}
        </p>
      )}
      <Button
        aria-disabled={save.isPending || undefined}
        onClick={() => !save.isPending && save.mutate({ notices, result: 'TEXTED' })}
      >
        {t('calls.textsSent', { count: taken.length })}
      </Button>
    </Note>
  )
}
