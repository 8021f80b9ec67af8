import { useEffect, useState } from 'react'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { FormDialog } from '#client/ui/form/form-dialog.tsx'
import { NumberField } from '#client/ui/form/inputs.tsx'
import { Note } from '#client/ui/note.tsx'
import { Loading } from '#client/ui/states.tsx'
import { EditSteps } from './edit-steps.tsx'
import { fieldWord } from './impact-table.tsx'
import { dayInWords, slotInWords } from './moments.ts'
import { edits, type How } from './queries.ts'
import { noReason, ReasonFields, reasonOf } from './reason-fields.tsx'
import { Refused, WithSession, type SessionDialogProps } from './session-dialog.tsx'
import { singleWays, useEdit } from './use-edit.ts'
import { useRefusals } from './use-refusals.ts'
import type { Done, EditEntry, PlannedActivity, SessionForPanel, ShiftInput } from './wire.ts'

type Asked<Input> = {
  readonly title: string
  readonly verb: string
  readonly said: string
  readonly input: Input
  readonly send: (input: Input, how: How) => Promise<Done>
  readonly onClose: () => void
}

/** An edit without a form: its impact is asked for at once. */
function Direct<Input extends object>({ title, verb, said, input, send, onClose }: Asked<Input>) {
  const t = useWords()
  const refusals = useRefusals()
  const edit = useEdit<Input>({ send, said, onDone: onClose, onRefused: refusals.refuse })
  useOnce(() => edit.look(input))
  return (
    <FormDialog title={title} size="wide" onClose={onClose}>
      <Refused refusals={refusals} />
      {edit.impact ? <EditSteps edit={{ ...edit, back: onClose }} verb={verb} /> : edit.busy && <Loading lines={3} />}
      {refusals.error && (
        <div className="form-actions">
          <Button onClick={onClose}>{t('form.back')}</Button>
        </div>
      )}
    </FormDialog>
  )
}

function useOnce(run: () => void): void {
  const [first] = useState(() => run)
  useEffect(() => first(), [first])
}

/** A cancelled session takes place again. */
export function RestoreDialog({ sessionId, onClose }: SessionDialogProps) {
  const t = useWords()
  return (
    <WithSession sessionId={sessionId} title={t('planning.restore.title')} onClose={onClose}>
      {(loaded) => <Restore loaded={loaded} onClose={onClose} />}
    </WithSession>
  )
}

function Restore({ loaded: { session }, onClose }: { readonly loaded: SessionForPanel; readonly onClose: () => void }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <Direct
      title={`${t('planning.restore.title')}: ${slotInWords(session, language)}`}
      verb={t('planning.restore.verb')}
      said={t('planning.restore.said')}
      input={{ version: session.version }}
      send={edits.restore(session.id)}
      onClose={onClose}
    />
  )
}

/** A draft becomes public. */
export function PublishDialog({ activity, onClose }: { readonly activity: PlannedActivity; readonly onClose: () => void }) {
  const t = useWords()
  return (
    <Direct
      title={t('planning.publish.title')}
      verb={t('planning.publish.verb')}
      said={t('planning.publish.said')}
      input={{ version: activity.version }}
      send={edits.publish(activity.id)}
      onClose={onClose}
    />
  )
}

/** Takes an edit back: what can go back is shown, and what can't, with its reason. */
export function UndoDialog({ entry, onClose }: { readonly entry: EditEntry; readonly onClose: () => void }) {
  const t = useWords()
  const language = useLanguage()
  const refusals = useRefusals()
  const edit = useEdit<{ anyway: boolean }>({
    send: edits.undo(entry.id),
    said: t('planning.undo.done'),
    onDone: onClose,
    onRefused: refusals.refuse,
  })
  useOnce(() => edit.look({ anyway: true }))
  const left = edit.impact?.left ?? []
  return (
    <FormDialog title={t('planning.undo.title')} size="wide" onClose={onClose}>
      <Refused refusals={refusals} />
      {!edit.impact && edit.busy && <Loading lines={3} />}
      {edit.impact && (
        <EditSteps edit={{ ...edit, back: onClose }} verb={t(left.length > 0 ? 'planning.undo.verbRest' : 'planning.undo.verb')}>
          {left.length > 0 && (
            <Note tone="sun" filled>
              <p>
                <b>{t('planning.undo.left')}</b>
              </p>
              <ul className="soft-list">
                {left.map((part) => (
                  <li key={part.id}>
                    {[
                      part.start ? dayInWords(part.start, language) : null,
                      t(`planning.undo.reasons.${part.reason}`),
                      part.fields.map((field) => fieldWord(field, t)).join(', '),
                    ]
                      .filter(Boolean)
                      .join(' – ')}
                  </li>
                ))}
              </ul>
            </Note>
          )}
        </EditSteps>
      )}
    </FormDialog>
  )
}

/** All meetings to come, so many days later or earlier. */
export function ShiftDialog({ activity, onClose }: { readonly activity: PlannedActivity; readonly onClose: () => void }) {
  const t = useWords()
  const [days, setDays] = useState('7')
  const [reason, setReason] = useState(noReason)
  const refusals = useRefusals()
  const edit = useEdit<ShiftInput>({
    send: edits.shift(activity.id),
    said: t('planning.shift.said'),
    onDone: onClose,
    onRefused: refusals.refuse,
  })
  const number = /^-?\d{1,3}$/.test(days.trim()) ? Number(days) : 0
  const wrong = number === 0 || Math.abs(number) > 366
  return (
    <FormDialog title={t('planning.shift.title')} size="wide" onClose={onClose}>
      {edit.impact ? (
        <EditSteps
          edit={edit}
          verb={t(activity.published ? 'planning.move.verb' : 'planning.move.verbDraft')}
          solve={singleWays(edit)}
        />
      ) : (
        <>
          <Refused refusals={refusals} />
          <NumberField
            label={t('planning.shift.days')}
            hint={t('planning.shift.hint')}
            error={wrong ? t('planning.shift.wrong') : refusals.errorOf('days')}
            value={days}
            onChange={({ target }) => setDays(target.value)}
          />
          {activity.published && <ReasonFields value={reason} onChange={setReason} error={refusals.errorOf('reason')} />}
          <div className="form-actions">
            <Button
              look="main"
              aria-disabled={wrong || edit.busy || undefined}
              onClick={() =>
                !wrong && !edit.busy && edit.look({ version: activity.version, days: number, reason: reasonOf(reason) })
              }
            >
              {edit.busy ? t('planning.looking') : t('planning.look')}
            </Button>
          </div>
        </>
      )}
    </FormDialog>
  )
}
