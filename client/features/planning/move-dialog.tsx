import { useState } from 'react'
import { dayInWarsaw } from '#shared/time/format.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { useNow } from '#client/lib/use-now.ts'
import { FormDialog } from '#client/ui/form/form-dialog.tsx'
import { RadioCards } from '#client/ui/form/choices.tsx'
import { EditSteps } from './edit-steps.tsx'
import { movedSchedule } from './moved-schedule.ts'
import { PlaceFields, type PlaceDraft } from './place-fields.tsx'
import { edits, useSeries } from './queries.ts'
import { noReason, ReasonFields, reasonOf } from './reason-fields.tsx'
import { SessionSteps, useSessionEdit, WithSession, type SessionDialogProps } from './session-dialog.tsx'
import { slotOf, timeDraftOf, TimeFields } from './time-fields.tsx'
import { singleWays, useEdit } from './use-edit.ts'
import { useRefusals } from './use-refusals.ts'
import type { ScheduleInput, SessionForPanel, Slot } from './wire.ts'

/** `this`: this meeting alone; `following`: it and those after it; `all`: every one to come. */
export type MoveScope = 'this' | 'following' | 'all'

export type MoveDialogProps = SessionDialogProps & {
  /** Where it was dragged to; without it, where it is. */
  readonly to?: { readonly when?: Slot; readonly place?: PlaceDraft } | undefined
  /** Called instead of `onClose` once it is saved. */
  readonly onMoved?: (() => void) | undefined
}

/** Moves a session to another time or place – alone, with those after it, or all – after showing what that does. */
export function MoveDialog({ sessionId, to, onMoved, onClose }: MoveDialogProps) {
  const t = useWords()
  return (
    <WithSession sessionId={sessionId} title={t('planning.move.title')} onClose={onClose}>
      {(loaded) => <Move loaded={loaded} to={to} onMoved={onMoved ?? onClose} onClose={onClose} />}
    </WithSession>
  )
}

type MoveProps = Pick<MoveDialogProps, 'to' | 'onClose'> & { readonly loaded: SessionForPanel; readonly onMoved: () => void }

function Move({ loaded, to, onMoved, onClose }: MoveProps) {
  const t = useWords()
  const { session, activity } = loaded
  const [scope, setScope] = useState<MoveScope>('this')
  const [reason, setReason] = useState(noReason)
  const [time, setTime] = useState(timeDraftOf(to?.when ?? session))
  const state = useSessionEdit(loaded, { start: to, reason: reasonOf(reason), said: t('planning.move.said'), onClose: onMoved })
  const slot = slotOf(time)
  const many = useManyMoved(loaded, slot, scope, { reason: reasonOf(reason), onMoved })
  const scoped = activity?.plannable === true && !session.extra
  const published = session.published
  const verb = t(published ? 'planning.move.verb' : 'planning.move.verbDraft')

  return (
    <FormDialog title={`${t('planning.move.title')}: „${loaded.series.title.pl}”`} size="wide" onClose={onClose}>
      {many.edit.impact ? (
        <EditSteps edit={many.edit} verb={verb} solve={singleWays(many.edit)} />
      ) : (
        <SessionSteps
          state={scope === 'this' ? state : { ...state, changed: many.input !== null, look: many.look, refusals: many.refusals }}
          verb={verb}
          missing={slot === null}
        >
          <TimeFields
            name="changes.when"
            value={time}
            errorOf={state.refusals.errorOf}
            onChange={(next) => {
              setTime(next)
              const moved = slotOf(next)
              if (moved) state.setValues({ ...state.values, when: moved })
            }}
          />
          {scope === 'this' ? (
            <PlaceFields
              names={{ venue: 'changes.place.venueId', room: 'changes.place.roomId' }}
              value={state.values.place}
              errorOf={state.refusals.errorOf}
              onChange={(place) => state.setValues({ ...state.values, place })}
            />
          ) : (
            <p className="quiet">{t('planning.move.placeOfMany')}</p>
          )}
          {scoped && (
            <RadioCards
              label={t('planning.scope.label')}
              compact
              value={scope}
              onChange={setScope}
              choices={(['this', 'following', 'all'] as const).map((value) => ({ value, label: t(`planning.scope.${value}`) }))}
            />
          )}
          {scope !== 'this' && slot !== null && many.input === null && (
            <p className="form-error">{t('planning.move.notPlain')}</p>
          )}
          {published && <ReasonFields value={reason} onChange={setReason} error={state.refusals.errorOf('reason')} />}
        </SessionSteps>
      )}
    </FormDialog>
  )
}

/** The move of several meetings: an edit of their schedule. */
function useManyMoved(
  { session, activity, series }: SessionForPanel,
  slot: Slot | null,
  scope: MoveScope,
  { reason, onMoved }: { readonly reason: ScheduleInput['reason']; readonly onMoved: () => void },
) {
  const t = useWords()
  const refusals = useRefusals()
  const whole = useSeries(series.id)
  const today = dayInWarsaw(useNow())
  const edit = useEdit<ScheduleInput>({
    send: edits.schedule(session.activityId),
    said: t('planning.move.said'),
    onDone: onMoved,
    onRefused: refusals.refuse,
  })
  const lastDay = (whole.data?.sessions ?? [])
    .filter((one) => one.activityId === session.activityId && !one.extra)
    .map(({ start }) => start.slice(0, 10))
    .toSorted()
    .at(-1)
  const ready = slot && activity && (scope === 'all' || (scope === 'following' && lastDay))
  const schedule = ready
    ? movedSchedule(activity.schedule as never, session, slot, {
        lastDay: scope === 'following' ? (lastDay ?? null) : null,
        today,
      })
    : null
  const input: ScheduleInput | null =
    schedule && activity
      ? {
          version: activity.version,
          schedule: schedule as ScheduleInput['schedule'],
          scope: scope === 'following' ? { kind: 'following', sessionId: session.id } : { kind: 'all' },
          reason: reason ?? null,
        }
      : null
  return {
    edit,
    refusals,
    input,
    look: () => {
      refusals.forget()
      if (input) edit.look(input)
    },
  }
}
