import { panelPages } from '#shared/contract/panel-paths.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button, ButtonLink } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { useConfirm } from '#client/ui/confirm.tsx'
import { Note } from '#client/ui/note.tsx'
import { ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { useFailureWords } from './failure-words.ts'
import { undoImport, type Done } from './queries.ts'

/** What an import did, and the way back. */
export function DoneCard({ done, onAnother }: { readonly done: Done; readonly onAnother: () => void }) {
  const t = useWords()
  const confirm = useConfirm()
  const failureWords = useFailureWords()
  const { batchId, planned, changed, cancelled } = done
  const undo = useSave((anyway: boolean, key) => undoImport(batchId ?? '', anyway, key), {
    onError: async (error, anyway) => {
      if (anyway || !(error instanceof ProblemError) || error.code !== 'undo-conflict') return
      const question = { title: t('imports.done.undo'), text: t('imports.done.undoPart'), yes: t('imports.done.undoRest') }
      if (await confirm(question)) undo.mutate(true)
    },
  })
  return (
    <Card heading={t('imports.done.heading')}>
      <output className="form">
        <Note tone="yard">
          {undo.isSuccess ? t('imports.done.undone') : t('imports.done.text', { planned, changed, cancelled })}
        </Note>
        {batchId && !undo.isSuccess && <p className="quiet">{t('imports.done.undoHint')}</p>}
        {undo.error && <Note tone="window">{failureWords(undo.error)}</Note>}
      </output>
      <div className="form-actions">
        <Button look="main" onClick={onAnother}>
          {t('imports.done.another')}
        </Button>
        <ButtonLink to={panelPages.plan}>{t('imports.done.plan')}</ButtonLink>
        {batchId && !undo.isSuccess && (
          <Button disabled={undo.isPending} onClick={() => undo.mutate(false)}>
            {t('imports.done.undo')}
          </Button>
        )}
      </div>
    </Card>
  )
}
