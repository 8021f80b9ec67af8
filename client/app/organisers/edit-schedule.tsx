import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Voivodeship } from '#shared/schedule/school-breaks.ts'
import { warsaw } from '#shared/time/when.ts'
import { valuesOfActivity } from '#client/features/planning/activity-values.ts'
import { DateList, usePreview } from '#client/features/planning/date-list.tsx'
import { EditSteps } from '#client/features/planning/edit-steps.tsx'
import { MergeStep } from '#client/features/planning/merge-step.tsx'
import { edits, seriesQuery } from '#client/features/planning/queries.ts'
import { noReason, ReasonFields, reasonOf } from '#client/features/planning/reason-fields.tsx'
import { draftOf, scheduleOf } from '#client/features/planning/schedule-draft.ts'
import { ScheduleEditor } from '#client/features/planning/schedule-editor.tsx'
import { ScopeFields } from '#client/features/planning/scope-fields.tsx'
import { Refused } from '#client/features/planning/session-dialog.tsx'
import { previewOf } from '#client/features/planning/series-form.ts'
import { wentElsewhere } from '#client/features/planning/elsewhere.ts'
import { singleWays, useEdit } from '#client/features/planning/use-edit.ts'
import { useScheduleFaults } from '#client/features/planning/use-schedule-faults.ts'
import { isEditedMeanwhile, useRefusals } from '#client/features/planning/use-refusals.ts'
import type { PlannedActivity, PlannedSeries, ScheduleInput, Scope } from '#client/features/planning/wire.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import type { ProblemError } from '#client/lib/api.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { useUnsaved } from '#client/ui/form/use-unsaved.ts'

type EditProps = { readonly series: PlannedSeries; readonly activity: PlannedActivity }

/** An activity's dates: what they would be is listed while one types, what that does to people is shown before it is saved. */
export function EditSchedule({ series, activity }: EditProps) {
  const t = useWords()
  const language = useLanguage()
  const client = useQueryClient()
  const voivodeship = series.city.voivodeship as Voivodeship
  const [base, setBase] = useState({ version: activity.version, draft: draftOf(activity.schedule as never), rule: activity.rule })
  const [draft, setDraft] = useState(base.draft)
  const [scope, setScope] = useState<Scope>({ kind: 'all' })
  const [reason, setReason] = useState(noReason)
  const [clash, setClash] = useState<{ readonly error: ProblemError; readonly theirs: typeof base } | null>(null)
  const refusals = useRefusals()
  const edit = useEdit<ScheduleInput>({
    send: edits.schedule(activity.id),
    said: t('series.edit.saidDates'),
    onDone: async () => {
      const now = await readAgain()
      if (now) start(now)
    },
    onRefused: async (error) => {
      refusals.refuse(error)
      const theirs = isEditedMeanwhile(error) ? await readAgain() : null
      if (theirs && isEditedMeanwhile(error)) setClash({ error, theirs })
    },
  })
  const changed = JSON.stringify(draft) !== JSON.stringify(base.draft)
  useUnsaved(changed)
  const preview = usePreview(
    previewOf({ activity: valuesOfActivity(activity), schedule: draft }, voivodeship, {
      programId: series.program.id,
      activityId: activity.id,
    }),
  )
  const faults = useScheduleFaults(edit.refused, preview.error)
  const schedule = scheduleOf(draft, warsaw, voivodeship)
  const ready = changed && schedule !== null && !edit.busy

  async function readAgain() {
    const whole = await client.fetchQuery(seriesQuery(series.id))
    const now = whole.activities.find(({ id }) => id === activity.id)
    return now ? { version: now.version, draft: draftOf(now.schedule as never), rule: now.rule } : null
  }
  function start(from: typeof base) {
    edit.back()
    setBase(from)
    setDraft(from.draft)
  }
  const look = (of = draft, version = base.version) => {
    refusals.forget()
    const meant = scheduleOf(of, warsaw, voivodeship)
    const { elsewhere } = of
    if (meant)
      edit.look({
        version,
        schedule: meant as ScheduleInput['schedule'],
        scope,
        reason: reasonOf(reason),
        elsewhere: [...elsewhere],
      })
  }

  return (
    <Card heading={t('series.parts.when')}>
      <Refused refusals={refusals} beside="schedule" />
      <div className="two-halves">
        <div className="form">
          <ScheduleEditor
            value={draft}
            onChange={(next) => {
              setDraft(next)
              refusals.forget()
            }}
            faults={faults}
            keptRule={base.draft.repeat === 'kept' ? base.rule[language] : undefined}
          />
        </div>
        <DateList
          preview={preview}
          solve={{
            room: (room, conflict) => setDraft({ ...draft, elsewhere: wentElsewhere(draft.elsewhere, conflict, { room }) }),
            slot: (slot, conflict) => setDraft({ ...draft, elsewhere: wentElsewhere(draft.elsewhere, conflict, { slot }) }),
            leaveOut: ({ start: date }) => setDraft({ ...draft, excluded: [...draft.excluded, date] }),
          }}
          elsewhere={draft.elsewhere}
          onAsUsual={(at) => setDraft({ ...draft, elsewhere: draft.elsewhere.filter((one) => one.at !== at) })}
        />
      </div>
      {changed && (
        <>
          <ScopeFields value={scope} onChange={setScope} series={series} activityId={activity.id} />
          {activity.published && <ReasonFields value={reason} onChange={setReason} error={refusals.errorOf('reason')} />}
        </>
      )}
      <div className="form-actions">
        <Button look={changed ? 'main' : 'plain'} aria-disabled={!ready || undefined} onClick={() => ready && look()}>
          {edit.busy ? t('planning.looking') : changed ? t('planning.look') : t('planning.first.nothing')}
        </Button>
      </div>
      {edit.impact && !clash && (
        <Dialog title={t('series.edit.beforeDates')} size="wide" onClose={edit.back}>
          <EditSteps
            edit={edit}
            verb={t(activity.published ? 'series.edit.verbDates' : 'form.save')}
            solve={{
              ...singleWays(edit, (elsewhere) => setDraft({ ...draft, elsewhere })),
              leaveOut: ({ start: date }) => {
                const next = { ...draft, excluded: [...draft.excluded, date] }
                setDraft(next)
                look(next)
              },
            }}
          />
        </Dialog>
      )}
      {clash && (
        <Dialog title={t('series.edit.meanwhile')} size="wide" onClose={() => setClash(null)}>
          <MergeStep
            base={{ schedule: base.draft }}
            mine={{ schedule: draft }}
            theirs={{ schedule: clash.theirs.draft }}
            error={clash.error}
            label={() => t('planning.fields.schedule')}
            show={(_, values) =>
              values.schedule === clash.theirs.draft ? clash.theirs.rule[language] : (preview.data?.rule[language] ?? '')
            }
            onMerged={({ schedule: together }) => {
              setClash(null)
              setBase(clash.theirs)
              setDraft(together)
              look(together, clash.theirs.version)
            }}
            onBack={() => setClash(null)}
          />
        </Dialog>
      )}
    </Card>
  )
}
