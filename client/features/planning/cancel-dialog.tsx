import { useState } from 'react'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { FormDialog } from '#client/ui/form/form-dialog.tsx'
import { RadioCards } from '#client/ui/form/choices.tsx'
import { SelectField, TextField } from '#client/ui/form/inputs.tsx'
import { EditSteps } from './edit-steps.tsx'
import { shiftedBy, slotInWords, spanOfSlot } from './moments.ts'
import { edits, useSeries } from './queries.ts'
import { noReason, ReasonFields, reasonOf } from './reason-fields.tsx'
import { Refused, WithSession, type SessionDialogProps } from './session-dialog.tsx'
import { slotOf, timeDraftOf, TimeFields } from './time-fields.tsx'
import { useEdit } from './use-edit.ts'
import { useRefusals } from './use-refusals.ts'
import type { CancelInput, SessionForPanel } from './wire.ts'

type Instead = 'nothing' | 'new' | 'session' | 'text'

/** Cancels a session, with a reason that everybody reads and, where there is one, what takes place instead. */
export function CancelDialog({ sessionId, onClose }: SessionDialogProps) {
  const t = useWords()
  return (
    <WithSession sessionId={sessionId} title={t('planning.cancel.title')} onClose={onClose}>
      {(loaded) => <Cancel loaded={loaded} onClose={onClose} />}
    </WithSession>
  )
}

function Cancel({ loaded, onClose }: { readonly loaded: SessionForPanel; readonly onClose: () => void }) {
  const t = useWords()
  const language = useLanguage()
  const { session } = loaded
  const [reason, setReason] = useState(noReason)
  const [kind, setKind] = useState<Instead>('nothing')
  const [time, setTime] = useState(timeDraftOf(shiftedBy(session, 7)))
  /** Of the new date; null: where the activity is. */
  const [place, setPlace] = useState<Place | null>(null)
  const [other, setOther] = useState('')
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const refusals = useRefusals()
  const edit = useEdit<CancelInput>({
    send: edits.cancel(session.id),
    said: t('planning.cancel.said'),
    onDone: onClose,
    onRefused: refusals.refuse,
  })
  const others = useLaterSessions(loaded)
  const slot = slotOf(time)
  const instead = insteadOf(kind, { slot, place, other, text })
  const said = reasonOf(reason)
  const ready = said !== null && instead !== undefined
  const lookAt = (chosen: CancelInput['instead']) => edit.look({ version: session.version, reason: said, instead: chosen })
  const look = () => {
    setAsked(true)
    refusals.forget()
    if (ready) lookAt(instead)
  }
  const missing = (wrong: boolean) => (asked && wrong ? t('form.issues.missing') : undefined)

  return (
    <FormDialog
      title={`${t('planning.cancel.title')}: „${session.title[language] ?? session.title.pl}”, ${slotInWords(session, language)}`}
      size="wide"
      onClose={onClose}
    >
      {edit.impact ? (
        <EditSteps
          edit={edit}
          verb={t('planning.cancel.verb')}
          solve={{
            slot: (free) => {
              setTime(timeDraftOf(free))
              lookAt(insteadOf('new', { slot: free, place, other, text }))
            },
            room: ({ venueId, roomId }) => {
              setPlace({ venueId, roomId })
              lookAt(insteadOf('new', { slot, place: { venueId, roomId }, other, text }))
            },
          }}
        />
      ) : (
        <>
          <Refused refusals={refusals} />
          <ReasonFields
            value={reason}
            onChange={setReason}
            error={refusals.errorOf('reason') ?? (asked && said === null ? t('planning.reason.missing') : undefined)}
          />
          <RadioCards
            label={t('planning.instead.label')}
            compact
            value={kind}
            onChange={setKind}
            choices={(['nothing', 'new', ...(others.length > 0 ? (['session'] as const) : []), 'text'] as const).map((value) => ({
              value,
              label: t(`planning.instead.${value}`),
            }))}
          />
          {kind === 'new' && <TimeFields name="instead.when" value={time} onChange={setTime} errorOf={refusals.errorOf} />}
          {kind === 'session' && (
            <SelectField
              label={t('planning.instead.session')}
              empty={t('form.none')}
              error={missing(other === '')}
              value={other}
              onChange={({ target }) => setOther(target.value)}
              choices={others.map((one) => ({ value: one.id, label: slotInWords(one, language) }))}
            />
          )}
          {kind === 'text' && (
            <TextField
              label={t('planning.instead.words')}
              value={text}
              maxLength={200}
              error={missing(text.trim() === '')}
              onChange={({ target }) => setText(target.value)}
            />
          )}
          <div className="form-actions">
            <Button look="main" aria-disabled={edit.busy || undefined} onClick={() => !edit.busy && look()}>
              {edit.busy ? t('planning.looking') : t('planning.look')}
            </Button>
            <Button onClick={onClose}>{t('planning.cancel.keep')}</Button>
          </div>
        </>
      )}
    </FormDialog>
  )
}

type Place = { readonly venueId: string; readonly roomId: string }
type Choices = {
  readonly slot: ReturnType<typeof slotOf>
  readonly place: Place | null
  readonly other: string
  readonly text: string
}

/** Undefined: something of it is missing. */
function insteadOf(kind: Instead, { slot, place, other, text }: Choices): CancelInput['instead'] | undefined {
  if (kind === 'nothing') return null
  if (kind === 'new') return slot ? { kind, when: spanOfSlot(slot) as never, place } : undefined
  if (kind === 'session') return other === '' ? undefined : { kind, sessionId: other }
  return text.trim() === '' ? undefined : { kind, text: { pl: text.trim() } }
}

/** Later sessions of the same series that take place. */
function useLaterSessions({ session, series }: SessionForPanel) {
  const whole = useSeries(series.id)
  return (whole.data?.sessions ?? []).filter((one) => one.id !== session.id && !one.began && one.cancelled === null).slice(0, 30)
}
