import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Note } from '#client/ui/note.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { useChoices } from './choices.ts'
import { EditSteps } from './edit-steps.tsx'
import { MergeStep } from './merge-step.tsx'
import { edits, sessionQuery, usePlannedSession } from './queries.ts'
import { changesOf, showValue, valuesOf, type SessionValues } from './session-draft.ts'
import { useEdit } from './use-edit.ts'
import { isEditedMeanwhile, useRefusals } from './use-refusals.ts'
import type { Reason, SessionForPanel, SessionInput } from './wire.ts'

export type SessionDialogProps = { readonly sessionId: string; readonly onClose: () => void }

/** Loads a session before its dialog is drawn: anew, because a version kept from an edit before would be refused as an old one. */
export function WithSession({
  sessionId,
  title,
  onClose,
  children,
}: SessionDialogProps & { readonly title: string; readonly children: (loaded: SessionForPanel) => ReactNode }) {
  const query = usePlannedSession(sessionId)
  if (query.data && query.isFetchedAfterMount) return children(query.data)
  return (
    <Dialog title={title} onClose={onClose}>
      {query.isError ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Loading lines={4} />}
    </Dialog>
  )
}

type Theirs = {
  readonly version: number
  readonly values: SessionValues
  readonly cancelled: SessionForPanel['session']['cancelled']
}

/**
 * One session's values with the version that they were read from: the state of every dialog that changes it. When somebody saved
 * first, `merge` holds both versions.
 */
export function useSessionEdit(
  loaded: SessionForPanel,
  {
    start,
    reason,
    said,
    onClose,
  }: {
    readonly start?: Partial<SessionValues> | undefined
    readonly reason?: Reason | null
    readonly said: string
    readonly onClose: () => void
  },
) {
  const client = useQueryClient()
  const [base, setBase] = useState({ version: loaded.session.version, values: valuesOf(loaded.session) })
  const [values, setValues] = useState<SessionValues>({ ...base.values, ...start })
  const [theirs, setTheirs] = useState<Theirs | null>(null)
  const refusals = useRefusals()
  const edit = useEdit<SessionInput>({
    send: edits.session(loaded.session.id),
    said,
    onDone: onClose,
    onRefused: async (error) => {
      refusals.refuse(error)
      if (!isEditedMeanwhile(error)) return
      const { session } = await client.fetchQuery(sessionQuery(loaded.session.id))
      setTheirs({ version: session.version, values: valuesOf(session), cancelled: session.cancelled })
    },
  })
  const look = (next = values, from = base) => {
    refusals.forget()
    edit.look({ version: from.version, changes: changesOf(from.values, next), reason: reason ?? null })
  }
  return {
    values,
    setValues: (next: SessionValues) => {
      setValues(next)
      edit.back()
    },
    base: base.values,
    edit,
    refusals,
    look,
    changed: JSON.stringify(values) !== JSON.stringify(base.values),
    merge:
      theirs && isEditedMeanwhile(refusals.error)
        ? {
            theirs: theirs.values,
            cancelled: theirs.cancelled,
            error: refusals.error,
            take: (next: SessionValues) => {
              setBase(theirs)
              setValues(next)
              setTheirs(null)
              edit.back()
              look(next, theirs)
            },
            leave: () => {
              setTheirs(null)
              refusals.forget()
              edit.back()
            },
          }
        : null,
  }
}

type SessionStepsProps = {
  readonly state: ReturnType<typeof useSessionEdit>
  readonly verb: string
  readonly children: ReactNode
  /** What has to be typed before one can go on. */
  readonly missing?: boolean
}

/** Form, then impact, or both versions where somebody saved first. */
export function SessionSteps({ state, verb, missing = false, children }: SessionStepsProps) {
  const t = useWords()
  const language = useLanguage()
  const { venues } = useChoices()
  const nameOf = (id: string) => venues.flatMap((venue) => [venue, ...venue.rooms]).find((one) => one.id === id)?.name ?? id
  const { edit, merge, values, setValues } = state
  if (merge)
    return (
      <>
        {merge.cancelled && (
          <Note tone="window" filled>
            <p>
              {t('planning.merge.cancelled', {
                reason: merge.cancelled.reason?.[language] ?? merge.cancelled.reason?.pl ?? t('planning.merge.noReason'),
              })}
            </p>
          </Note>
        )}
        <MergeStep
          base={state.base}
          mine={values}
          theirs={merge.theirs}
          error={merge.error}
          label={(key) => t(`planning.fields.${key}`)}
          show={(key, all) => showValue(key, all, nameOf, language)}
          onMerged={merge.take}
          onBack={merge.leave}
        />
      </>
    )
  if (edit.impact)
    return (
      <EditSteps
        edit={edit}
        verb={verb}
        solve={{
          room: (room) => {
            const next = { ...values, place: { venueId: room.venueId, roomId: room.roomId } }
            setValues(next)
            state.look(next)
          },
          slot: (slot) => {
            const next = { ...values, when: slot }
            setValues(next)
            state.look(next)
          },
        }}
      />
    )
  return (
    <>
      <Refused refusals={state.refusals} />
      {children}
      <div className="form-actions">
        <Button
          look="main"
          aria-disabled={missing || !state.changed || edit.busy || undefined}
          onClick={() => !missing && state.changed && !edit.busy && state.look()}
        >
          {edit.busy ? t('planning.looking') : state.changed ? t('planning.look') : t('planning.first.nothing')}
        </Button>
      </div>
    </>
  )
}

type RefusedProps = {
  readonly refusals: ReturnType<typeof useRefusals>
  /** Names of what is said beside its field already, apart by spaces: `schedule`. */
  readonly beside?: string
}

/** What the server said where no shown field can say it. */
export function Refused({ refusals, beside }: RefusedProps) {
  const all = refusals.all.filter(([name]) => !beside?.split(' ').includes(name.split('.')[0] ?? ''))
  const texts = refusals.message === null ? all.map(([, text]) => text) : [refusals.message]
  if (texts.length === 0) return null
  return (
    <div role="alert">
      <Note tone="window" filled>
        {[...new Set(texts)].map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Note>
    </div>
  )
}
