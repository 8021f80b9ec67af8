import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod'
import { activityFields, changedFields } from '#shared/contract/planning.ts'
import { DetailCards, WhatFields } from '#client/features/planning/activity-fields.tsx'
import {
  activityToSend,
  changedFieldsOf,
  valuesOfActivity,
  type ActivityValues,
} from '#client/features/planning/activity-values.ts'
import { useChoices, useHosts } from '#client/features/planning/choices.ts'
import { EditSteps } from '#client/features/planning/edit-steps.tsx'
import { MergeStep } from '#client/features/planning/merge-step.tsx'
import { edits, seriesQuery } from '#client/features/planning/queries.ts'
import { ScopeFields } from '#client/features/planning/scope-fields.tsx'
import { singleWays, useEdit } from '#client/features/planning/use-edit.ts'
import { isEditedMeanwhile } from '#client/features/planning/use-refusals.ts'
import type { DetailsInput, PlannedActivity, PlannedSeries, Scope } from '#client/features/planning/wire.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { useForm } from '#client/ui/form/use-form.ts'
import { useUnsaved } from '#client/ui/form/use-unsaved.ts'
import { ResidentPreview } from './resident-preview.tsx'

const schema = z.strictObject({ activity: activityFields })
type Values = { activity: ActivityValues }

type EditProps = { readonly series: PlannedSeries; readonly activity: PlannedActivity }

/** What an activity says of itself, with what residents see beside it. Only what was changed is sent. */
export function EditDetails({ series, activity }: EditProps) {
  const t = useWords()
  const language = useLanguage()
  const client = useQueryClient()
  const showField = useShownField()
  const [base, setBase] = useState({ version: activity.version, values: valuesOfActivity(activity) })
  const [scope, setScope] = useState<Scope>({ kind: 'all' })
  const [clash, setClash] = useState<{ readonly error: ProblemError; readonly theirs: typeof base } | null>(null)
  const form = useForm(schema, { activity: base.values }, ({ activity: values }: Values) => ({
    activity: activityToSend(values),
  }))
  const edit = useEdit<DetailsInput>({
    send: edits.details(activity.id),
    said: t('series.edit.said'),
    onDone: async () => {
      const now = await readAgain()
      if (now) start(now)
    },
    onRefused: async (error) => {
      if (!isEditedMeanwhile(error)) return form.refuse(atActivity(error))
      const theirs = await readAgain()
      if (theirs) setClash({ error, theirs })
    },
  })
  const values = form.watch('activity')
  const changed = changedFieldsOf(base.values, values)
  const dirty = Object.keys(changed).length > 0
  useUnsaved(dirty)

  async function readAgain() {
    const whole = await client.fetchQuery(seriesQuery(series.id))
    const now = whole.activities.find(({ id }) => id === activity.id)
    return now ? { version: now.version, values: valuesOfActivity(now) } : null
  }
  function start(from: typeof base) {
    edit.back()
    setBase(from)
    form.reset({ activity: from.values })
  }
  const look = (of: ActivityValues = values, from = base) =>
    edit.look({ version: from.version, fields: changedFields.parse(changedFieldsOf(from.values, of)), scope })
  const next = series.sessions.find((session) => session.activityId === activity.id && !session.began) ?? null

  return (
    <div className="panel-columns">
      <Form
        label={t('series.parts.what')}
        onSubmit={form.handleSubmit(() => (dirty && !edit.busy ? look() : undefined))}
        errors={form.formState.errors}
        tries={form.formState.submitCount}
      >
        <Card heading={t('series.parts.what')}>
          <WhatFields form={form} />
        </Card>
        <DetailCards form={form} />
        <div className="save-bar form">
          <ScopeFields value={scope} onChange={setScope} series={series} activityId={activity.id} />
          <div className="form-actions">
            <Button look="main" type="submit" aria-disabled={!dirty || edit.busy || undefined}>
              {edit.busy ? t('planning.looking') : dirty ? t('planning.look') : t('planning.first.nothing')}
            </Button>
          </div>
        </div>
      </Form>
      <div className="panel-column panel-beside">
        <ResidentPreview values={values} next={next} rule={activity.rule[language]} />
      </div>
      {edit.impact && !clash && (
        <Dialog title={t('series.edit.before')} size="wide" onClose={edit.back}>
          <EditSteps
            edit={edit}
            verb={t('form.save')}
            solve={{
              ...singleWays(edit),
              all: {
                room: (room) => {
                  form.setValue('activity.venueId', room.venueId)
                  form.setValue('activity.roomId', room.roomId)
                  look({ ...values, venueId: room.venueId, roomId: room.roomId })
                },
              },
            }}
          />
        </Dialog>
      )}
      {clash && (
        <Dialog title={t('series.edit.meanwhile')} size="wide" onClose={() => setClash(null)}>
          <MergeStep
            base={base.values}
            mine={values}
            theirs={clash.theirs.values}
            error={clash.error}
            label={(key) => (key === 'cost' ? t('planning.fields.isFree') : t(`planning.fields.${key}`))}
            show={showField}
            onMerged={(together) => {
              setClash(null)
              setBase(clash.theirs)
              form.reset({ activity: together })
              look(together, clash.theirs)
            }}
            onBack={() => setClash(null)}
          />
        </Dialog>
      )}
    </div>
  )
}

/** `fields.title.pl` of what was sent is `activity.title.pl` of the form. */
function atActivity(error: Error): Error {
  if (!(error instanceof ProblemError) || error.issues.length === 0) return error
  const issues = error.issues.map((issue) => ({ ...issue, name: issue.name.replace(/^fields\./, 'activity.') }))
  return new ProblemError({ ...error.details, issues }, '')
}

/** A field's value in words, for the two versions side by side. */
function useShownField(): (key: keyof ActivityValues, values: ActivityValues) => string {
  const t = useWords()
  const { venues, cities } = useChoices()
  const hosts = useHosts()
  const named = [...venues, ...venues.flatMap(({ rooms }) => rooms), ...cities.flatMap(({ districts }) => districts), ...hosts]
  return (key, values) => {
    const value = values[key]
    if (key === 'kind') return values.kind === '' ? '' : t(`kinds.${values.kind}`)
    if (key === 'audiences') return values.audiences.map((one) => t(`audiences.${one}`)).join(', ')
    if (key === 'enrolment') return t(`calendar.enrolment.${values.enrolment}`)
    if (key === 'cost') return t(`series.cost.${values.cost}`)
    if (typeof value === 'boolean') return t(value ? 'series.known.yes' : 'series.known.no')
    if (value === 'yes' || value === 'no' || value === 'unknown') return t(`series.known.${value}`)
    if (typeof value === 'string') return named.find(({ id }) => id === value)?.name ?? value
    return Object.values(value).filter(Boolean).join(' / ')
  }
}
