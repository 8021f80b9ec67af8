import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useQuery } from '@tanstack/react-query'
import type { Voivodeship } from '#shared/schedule/school-breaks.ts'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { DetailCards, WhatFields } from '#client/features/planning/activity-fields.tsx'
import { valuesOfActivity } from '#client/features/planning/activity-values.ts'
import { useChoices } from '#client/features/planning/choices.ts'
import { DateList, usePreview } from '#client/features/planning/date-list.tsx'
import { EditSteps } from '#client/features/planning/edit-steps.tsx'
import { edits, templatesQuery } from '#client/features/planning/queries.ts'
import { draftOf } from '#client/features/planning/schedule-draft.ts'
import { ScheduleEditor } from '#client/features/planning/schedule-editor.tsx'
import {
  newSeriesSchema,
  newSeriesValues,
  previewOf,
  seriesToSend,
  type SeriesValues,
} from '#client/features/planning/series-form.ts'
import { singleWays, useEdit } from '#client/features/planning/use-edit.ts'
import { useScheduleFaults } from '#client/features/planning/use-schedule-faults.ts'
import { useScheduleSolving } from '#client/features/planning/use-schedule-solving.ts'
import type { NewSeriesInput } from '#client/features/planning/wire.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useNow } from '#client/lib/use-now.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { SelectField } from '#client/ui/form/inputs.tsx'
import { useForm } from '#client/ui/form/use-form.ts'
import { useUnsaved } from '#client/ui/form/use-unsaved.ts'
import { PageTitle } from '#client/ui/page-title.tsx'
import { askedTimes } from '../new-times.ts'
import { ResidentPreview } from '../resident-preview.tsx'
import { WhoseFields } from '../whose-fields.tsx'

/**
 * Plans something new: what, when, where, for whom; its dates are listed while one types, and residents' view stands beside it. The plan
 * sends the time that was clicked along.
 */
export default function NewSeriesPage() {
  const t = useWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const today = dayInWarsaw(useNow())
  const choices = useChoices()
  const [query] = useSearchParams()
  const times = askedTimes(query, today)
  const [saved, setSaved] = useState(false)

  const voivodeshipOf = (programId: string): Voivodeship | null => {
    const cityId = choices.programs.find(({ id }) => id === programId)?.cityId
    return (choices.cities.find(({ id }) => id === cityId)?.voivodeship ?? 'slaskie') as Voivodeship
  }
  const form = useForm(newSeriesSchema, newSeriesValues(times), (values: SeriesValues) =>
    seriesToSend(values, voivodeshipOf(values.series.programId)),
  )
  useUnsaved(form.formState.isDirty && !saved)
  const values = form.watch()
  const preview = usePreview(previewOf(values, voivodeshipOf(values.series.programId), { programId: values.series.programId }))
  const edit = useEdit<NewSeriesInput>({
    send: edits.create,
    said: t('series.new.said'),
    quick: true,
    onDone: ({ seriesId }) => {
      setSaved(true)
      void navigate(localPath(language, panelPages.series(seriesId)))
    },
    onRefused: form.refuse,
  })
  const save = (publish: boolean) =>
    form.handleSubmit((input) => edit.look({ ...(input as Omit<NewSeriesInput, 'publish'>), publish }))
  const solve = useScheduleSolving(form)
  const faults = useScheduleFaults(edit.refused, preview.error)
  const next = preview.data?.dates.find(({ past }) => !past) ?? null

  return (
    <div className="panel-page">
      <PageTitle title={t('series.new.title')} />
      <div className="panel-columns">
        <Form onSubmit={save(false)} errors={form.formState.errors} tries={form.formState.submitCount}>
          <Templates
            onChosen={(template) => {
              form.setValue('activity', valuesOfActivity(template.activity), { shouldDirty: true })
              form.setValue('schedule', { ...draftOf(template.schedule as never), day: times.day }, { shouldDirty: true })
            }}
          />
          <Card heading={t('series.parts.what')}>
            <WhatFields form={form} />
            <WhoseFields form={form as never} />
          </Card>
          <Card heading={t('series.parts.when')}>
            <ScheduleEditor
              value={values.schedule}
              faults={faults}
              onChange={(schedule) => {
                form.setValue('schedule', schedule, { shouldDirty: true })
                form.clearErrors('schedule')
              }}
            />
            <DateList
              preview={preview}
              solve={solve}
              elsewhere={values.schedule.elsewhere}
              onAsUsual={(at) => {
                const left = values.schedule.elsewhere.filter((one) => one.at !== at)
                form.setValue('schedule', { ...values.schedule, elsewhere: left }, { shouldDirty: true })
              }}
            />
          </Card>
          <DetailCards form={form} />
          <div className="form-actions save-bar">
            <Button look="main" aria-disabled={edit.busy || undefined} onClick={(event) => !edit.busy && void save(true)(event)}>
              {edit.busy ? t('form.saving') : t('series.new.publish')}
            </Button>
            <Button aria-disabled={edit.busy || undefined} type="submit">
              {t('series.new.draft')}
            </Button>
          </div>
        </Form>
        <div className="panel-column panel-beside">
          <ResidentPreview values={values.activity} next={next} rule={preview.data?.rule[language] ?? ''} />
        </div>
      </div>
      {edit.impact && (
        <Dialog title={t('series.new.before')} size="wide" onClose={edit.back}>
          <EditSteps
            edit={edit}
            verb={t('form.save')}
            solve={singleWays(edit, (elsewhere) =>
              form.setValue('schedule', { ...values.schedule, elsewhere }, { shouldDirty: true }),
            )}
          />
        </Dialog>
      )}
    </div>
  )
}

type TemplateChosen = (template: NonNullable<ReturnType<typeof useTemplates>>[number]) => void
const useTemplates = () => useQuery(templatesQuery).data?.templates

function Templates({ onChosen }: { readonly onChosen: TemplateChosen }) {
  const t = useWords()
  const templates = useTemplates() ?? []
  if (templates.length === 0) return null
  return (
    <SelectField
      label={t('series.templates.use')}
      optional
      empty={t('series.templates.none')}
      choices={templates.map(({ id, name, owner }) => ({ value: id, label: `${name} (${owner.name})` }))}
      onChange={({ target }) => {
        const template = templates.find(({ id }) => id === target.value)
        if (template) onChosen(template)
      }}
    />
  )
}
