import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { useToast } from '#client/ui/toast.tsx'
import { edits, useForgetPlan, type How } from './queries.ts'
import type { Solve } from './clash.tsx'
import { wentElsewhere, type Way } from './elsewhere.ts'
import type { Done, Elsewhere, Impact, RoomConflict } from './wire.ts'

type EditHooks<Input> = {
  readonly send: (input: Input, how: How) => Promise<Done>
  /** What is said when it is done, with a way back. */
  readonly said: string
  readonly onDone: (done: Done) => void
  /** Saves at once where nothing is unsolved: the form has shown already what it does. */
  readonly quick?: boolean
  /** Told of every refusal but those that the impact table shows. */
  readonly onRefused: (error: Error) => void
}

/**
 * An edit in its two steps: rehearsed, so that its impact can be looked at, then saved. A room that somebody took meanwhile, and
 * conflicts that came meanwhile, bring the table back instead of an error.
 */
export function useEdit<Input extends object>({ send, said, quick = false, onDone, onRefused }: EditHooks<Input>) {
  const [looked, setLooked] = useState<{ readonly input: Input; readonly impact: Impact } | null>(null)
  const [agreed, setAgreed] = useState(false)
  const [refused, setRefused] = useState<Error | null>(null)
  const finish = useFinish()

  const rehearsal = useMutation({
    networkMode: 'always',
    mutationFn: async (input: Input) => ({ input, impact: (await send(input, { rehearse: true })).impact }),
    onSuccess: (answer) => {
      setAgreed(false)
      if (quick && !looked && answer.impact.roomConflicts.length + answer.impact.conflicts.length === 0)
        saving.mutate(answer.input)
      else setLooked(answer)
    },
    onError: (error) => {
      setRefused(error)
      onRefused(error)
    },
  })
  const saving = useSave((input: Input, key) => send(input, { key }), {
    onSuccess: (done) => {
      finish(done, said)
      onDone(done)
    },
    onError: (error, input) => {
      if (isConflict(error)) rehearsal.mutate(input)
      else {
        setRefused(error)
        onRefused(error)
      }
    },
  })

  return {
    look: (input: Input) => {
      setRefused(null)
      rehearsal.mutate(input)
    },
    /** What was refused last, until the next try. */
    refused,
    /** What was looked at. */
    looked: looked?.input ?? null,
    /** Saves what was looked at. */
    save: () => {
      if (!looked) return
      const confirm = looked.impact.conflicts.map(({ id }) => id)
      saving.mutate(confirm.length === 0 ? looked.input : { ...looked.input, confirm })
    },
    impact: looked?.impact ?? null,
    back: () => setLooked(null),
    agreed,
    agree: setAgreed,
    busy: rehearsal.isPending || saving.isPending,
    /** Why the last save didn't happen. */
    failure: saving.error && !isConflict(saving.error) ? saving.error : null,
  }
}

/**
 * Ways out of a taken room for one date of many: the same edit is looked at once more, with that date elsewhere.
 *
 * @param keep - told of the dates that go elsewhere, for forms that show them
 */
export function singleWays<Input extends { readonly elsewhere?: Elsewhere[] | undefined }>(
  { looked, look }: { readonly looked: Input | null; readonly look: (input: Input) => void },
  keep: (elsewhere: Elsewhere[]) => void = () => undefined,
): Solve {
  const go = (conflict: RoomConflict, way: Way) => {
    if (!looked) return
    const elsewhere = wentElsewhere(looked.elsewhere ?? [], conflict, way)
    keep(elsewhere)
    look({ ...looked, elsewhere })
  }
  return { room: (room, conflict) => go(conflict, { room }), slot: (slot, conflict) => go(conflict, { slot }) }
}

const isConflict = (error: Error): boolean =>
  error instanceof ProblemError && (error.code === 'room-taken' || error.code === 'soft-conflicts')

/** After an edit: the plan is asked for anew, and a toast says what happened, with "Cofnij". */
export function useFinish(): (done: Done, said: string) => void {
  const t = useWords()
  const toast = useToast()
  const forget = useForgetPlan()
  const undoing = useSave(({ editId }: { editId: string }, key) => edits.undo(editId)({ anyway: false }, { key }), {
    onSuccess: () => {
      forget()
      toast({ text: t('planning.undo.done') })
    },
    onError: () => toast({ text: t('planning.undo.failed'), tone: 'window' }),
  })
  return ({ editId }, said) => {
    forget()
    toast(
      editId === null ? { text: said } : { text: said, action: { label: t('form.undo'), run: () => undoing.mutate({ editId }) } },
    )
  }
}
