import { useState } from 'react'
import { useNavigate } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { addDays } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useNow } from '#client/lib/use-now.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { FormDialog } from '#client/ui/form/form-dialog.tsx'
import { RadioCards } from '#client/ui/form/choices.tsx'
import { DateField, NumberField, TextField } from '#client/ui/form/inputs.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { EditSteps } from './edit-steps.tsx'
import { edits, saves, useForgetPlan } from './queries.ts'
import { Refused } from './session-dialog.tsx'
import { singleWays, useEdit } from './use-edit.ts'
import { useRefusals } from './use-refusals.ts'
import type { CopySeriesInput, PlannedActivity, PlannedSeries } from './wire.ts'

type Target = CopySeriesInput['target']
export type TargetDraft = { readonly kind: 'weeks' | 'from'; readonly weeks: string; readonly day: string }

export function targetOf({ kind, weeks, day }: TargetDraft): Target | null {
  if (kind === 'from') return day === '' ? null : { kind, day }
  const number = /^\d+$/.test(weeks.trim()) ? Number(weeks) : 0
  return number >= 1 && number <= 104 ? { kind, weeks: number } : null
}

type TargetFieldsProps = {
  readonly value: TargetDraft
  readonly onChange: (value: TargetDraft) => void
  readonly error?: string | undefined
}

/** Where a copy begins: so many weeks later, or in the week of a day. */
export function TargetFields({ value, onChange, error }: TargetFieldsProps) {
  const t = useWords()
  return (
    <>
      <RadioCards
        label={t('series.copy.where')}
        compact
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
        choices={(['from', 'weeks'] as const).map((kind) => ({ value: kind, label: t(`series.copy.targets.${kind}`) }))}
      />
      {value.kind === 'from' ? (
        <DateField
          label={t('series.copy.day')}
          hint={t('series.copy.dayHint')}
          error={value.day === '' ? t('form.issues.missing') : error}
          value={value.day}
          onChange={({ target }) => onChange({ ...value, day: target.value })}
        />
      ) : (
        <NumberField
          label={t('series.copy.weeks')}
          error={targetOf(value) ? error : t('series.copy.weeksWrong')}
          value={value.weeks}
          onChange={({ target }) => onChange({ ...value, weeks: target.value })}
        />
      )}
    </>
  )
}

/** The same series at new dates, as a draft: weekdays and hours stay, holidays there are skipped. */
export function CopySeriesDialog({ series, onClose }: { readonly series: PlannedSeries; readonly onClose: () => void }) {
  const t = useWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const today = dayInWarsaw(useNow())
  const [target, setTarget] = useState<TargetDraft>({ kind: 'from', weeks: '52', day: addDays(today, 7) })
  const [title, setTitle] = useState(series.title.pl)
  const refusals = useRefusals()
  const edit = useEdit<CopySeriesInput>({
    send: edits.copySeries(series.id),
    said: t('series.copy.said'),
    onDone: ({ seriesId }) => {
      onClose()
      void navigate(localPath(language, panelPages.series(seriesId)))
    },
    onRefused: refusals.refuse,
  })
  const meant = targetOf(target)
  const look = () => {
    refusals.forget()
    if (meant) edit.look({ title: { ...series.title, pl: title.trim() || series.title.pl }, target: meant })
  }
  return (
    <FormDialog title={t('series.copy.title')} size="wide" onClose={onClose}>
      {edit.impact ? (
        <EditSteps edit={edit} verb={t('series.copy.verb')} solve={singleWays(edit)} />
      ) : (
        <>
          <Refused refusals={refusals} beside="title target" />
          <TextField
            label={t('series.fields.title')}
            value={title}
            error={refusals.errorOf('title.pl')}
            onChange={(event) => setTitle(event.target.value)}
          />
          <TargetFields
            value={target}
            onChange={setTarget}
            error={refusals.errorOf('target') ?? refusals.errorOf('target.day')}
          />
          <div className="form-actions">
            <Button look="main" aria-disabled={!meant || edit.busy || undefined} onClick={() => !edit.busy && look()}>
              {edit.busy ? t('planning.looking') : t('series.copy.look')}
            </Button>
          </div>
        </>
      )}
    </FormDialog>
  )
}

/** Keeps an activity as something to begin others with. */
export function TemplateDialog({
  activity,
  program,
  onClose,
}: {
  readonly activity: PlannedActivity
  readonly program: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}) {
  const t = useWords()
  const toast = useToast()
  const forget = useForgetPlan()
  const [name, setName] = useState(activity.title.pl)
  const refusals = useRefusals()
  const saving = useSave(saves.template, {
    onSuccess: () => {
      forget()
      toast({ text: t('series.templates.said') })
      onClose()
    },
    onError: refusals.refuse,
  })
  const save = () => saving.mutate({ name: name.trim(), owner: { kind: 'program', id: program.id }, activityId: activity.id })
  const missing = name.trim() === ''
  return (
    <FormDialog title={t('series.templates.save')} size="small" onClose={onClose}>
      <Refused refusals={refusals} />
      <TextField
        label={t('series.templates.name')}
        hint={t('series.templates.hint', { name: program.name })}
        error={missing ? t('form.issues.missing') : refusals.errorOf('name')}
        value={name}
        maxLength={200}
        onChange={({ target }) => setName(target.value)}
      />
      <div className="form-actions">
        <Button
          look="main"
          aria-disabled={missing || saving.isPending || undefined}
          onClick={() => !missing && !saving.isPending && save()}
        >
          {saving.isPending ? t('form.saving') : t('form.save')}
        </Button>
      </div>
    </FormDialog>
  )
}
