import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { addDays } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useNow } from '#client/lib/use-now.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { FormDialog } from '#client/ui/form/form-dialog.tsx'
import { DateField, SelectField, TextField } from '#client/ui/form/inputs.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { useChoices } from './choices.ts'
import { TargetFields, targetOf, type TargetDraft } from './copy-dialogs.tsx'
import { saves, useForgetPlan } from './queries.ts'
import { SeasonImpact } from './season-impact.tsx'
import { Refused } from './session-dialog.tsx'
import { useRefusals } from './use-refusals.ts'
import type { BatchDone, CopySeasonInput } from './wire.ts'

/** Every series of a program that meets between two days, as drafts and as one act that can be taken back whole. */
export function CopySeasonDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords()
  const { programs } = useChoices()
  const today = dayInWarsaw(useNow())
  const [programId, setProgramId] = useState('')
  const [from, setFrom] = useState(addDays(today, -365))
  const [to, setTo] = useState(addDays(today, -275))
  const [name, setName] = useState('')
  const [target, setTarget] = useState<TargetDraft>({ kind: 'weeks', weeks: '52', day: addDays(today, 7) })
  const [asked, setAsked] = useState(false)
  const refusals = useRefusals()
  const season = useSeason(refusals, onClose)
  const meant = targetOf(target)
  const missing = (text: string) => (asked && text.trim() === '' ? t('form.issues.missing') : undefined)
  const look = () => {
    setAsked(true)
    if (programId === '' || from === '' || to === '' || name.trim() === '' || !meant) return
    season.look({ what: { kind: 'program', id: programId }, from, to, target: meant, name: name.trim() })
  }
  return (
    <FormDialog title={t('series.season.title')} size="wide" onClose={onClose}>
      <Refused refusals={refusals} beside={season.looked ? 'nothing' : 'from to name target'} />
      {season.looked ? (
        <SeasonImpact {...season} {...season.looked} />
      ) : (
        <>
          <SelectField
            label={t('series.whose.programId')}
            empty={t('form.none')}
            error={missing(programId)}
            value={programId}
            onChange={(event) => setProgramId(event.target.value)}
            choices={programs.map((program) => ({ value: program.id, label: program.name }))}
          />
          <div className="form-row">
            <DateField
              label={t('series.season.from')}
              value={from}
              error={missing(from) ?? refusals.errorOf('from')}
              onChange={(event) => setFrom(event.target.value)}
            />
            <DateField
              label={t('series.season.to')}
              value={to}
              error={missing(to) ?? refusals.errorOf('to')}
              onChange={(event) => setTo(event.target.value)}
            />
          </div>
          <TargetFields value={target} onChange={setTarget} error={refusals.errorOf('target')} />
          <TextField
            label={t('series.season.name')}
            hint={t('series.season.nameHint')}
            error={missing(name) ?? refusals.errorOf('name')}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
          <div className="form-actions">
            <Button look="main" aria-disabled={season.busy || undefined} onClick={() => !season.busy && look()}>
              {season.busy ? t('planning.looking') : t('series.copy.look')}
            </Button>
          </div>
        </>
      )}
    </FormDialog>
  )
}

/** The two steps of copying a season: looked at, then saved; a toast takes it back whole. */
function useSeason(refusals: ReturnType<typeof useRefusals>, onClose: () => void) {
  const t = useWords()
  const toast = useToast()
  const forget = useForgetPlan()
  const [looked, setLooked] = useState<{ readonly input: CopySeasonInput; readonly impact: BatchDone } | null>(null)
  const rehearsal = useMutation({
    networkMode: 'always',
    mutationFn: async (input: CopySeasonInput) => ({ input, impact: await saves.copySeason(input, { rehearse: true }) }),
    onSuccess: setLooked,
    onError: refusals.refuse,
  })
  const undoing = useSave((id: string, key) => saves.undoBatch(id, key), {
    onSuccess: () => {
      forget()
      toast({ text: t('planning.undo.done') })
    },
    onError: () => toast({ text: t('planning.undo.failed'), tone: 'window' }),
  })
  const saving = useSave((input: CopySeasonInput, key) => saves.copySeason(input, { key }), {
    onSuccess: ({ batchId }) => {
      forget()
      const undo = batchId === null ? {} : { action: { label: t('form.undo'), run: () => undoing.mutate(batchId) } }
      toast({ text: t('series.season.said'), ...undo })
      onClose()
    },
    onError: (error, { anyway: _anyway, ...input }) => {
      const meanwhile = error instanceof ProblemError && (error.code === 'room-taken' || error.code === 'soft-conflicts')
      if (meanwhile) rehearsal.mutate(input)
      else refusals.refuse(error)
    },
  })
  const send = (run: (input: CopySeasonInput) => void) => (input: CopySeasonInput) => {
    refusals.forget()
    run(input)
  }
  return {
    looked,
    look: send(rehearsal.mutate),
    save: send(saving.mutate),
    back: () => setLooked(null),
    busy: rehearsal.isPending || saving.isPending,
  }
}
