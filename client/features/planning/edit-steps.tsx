import type { ReactNode } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { Note } from '#client/ui/note.tsx'
import type { Solve } from './clash.tsx'
import { ImpactTable } from './impact-table.tsx'
import { isNothing, toldOf } from './impact-rows.ts'
import { SoftConflicts } from './soft-conflicts.tsx'
import type { useEdit } from './use-edit.ts'

type EditStepsProps = {
  readonly edit: Pick<ReturnType<typeof useEdit>, 'impact' | 'agreed' | 'agree' | 'save' | 'back' | 'busy' | 'failure'>
  /** What the button does, as a verb: "Przenieś". Where people are told, it says so itself. */
  readonly verb: string
  readonly solve?: Solve | undefined
  /** Something to say or choose above the table. */
  readonly children?: ReactNode
}

/** The second step of an edit: what it does, what is unsolved, and the button that says what will happen. */
export function EditSteps({ edit, verb, solve, children }: EditStepsProps) {
  const t = useWords()
  const messageOf = useSaveMessage()
  const { impact } = edit
  if (!impact) return null
  const first = whatFirst(impact, edit.agreed)
  const told = toldOf(impact)
  const whole =
    told === null
      ? verb
      : told === 'many'
        ? t('planning.impact.andTellAll', { verb })
        : t('planning.impact.andTell', { verb, count: told })
  return (
    <>
      {children}
      <ImpactTable impact={impact} solve={solve} />
      <SoftConflicts conflicts={impact.conflicts} agreed={edit.agreed} onAgree={edit.agree} />
      {edit.failure && (
        <div role="alert">
          <Note tone="window" filled>
            <p>{messageOf(edit.failure)}</p>
          </Note>
        </div>
      )}
      <div className="form-actions">
        <Button
          look="main"
          aria-disabled={first !== null || edit.busy || undefined}
          onClick={() => first === null && !edit.busy && edit.save()}
        >
          {edit.busy ? t('form.saving') : first === null ? whole : t(`planning.first.${first}`)}
        </Button>
        <Button onClick={edit.back}>{t('planning.backToEdit')}</Button>
      </div>
    </>
  )
}

/** What has to be solved before anything can be saved. */
function whatFirst(impact: NonNullable<EditStepsProps['edit']['impact']>, agreed: boolean): 'room' | 'agree' | 'nothing' | null {
  if (impact.roomConflicts.length > 0) return 'room'
  if (impact.conflicts.length > 0 && !agreed) return 'agree'
  return isNothing(impact) ? 'nothing' : null
}
