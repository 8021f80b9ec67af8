import { factInput, factKinds } from '#shared/contract/volunteer.ts'
import { volunteerApi } from '#shared/contract/panel-paths.ts'
import { formatDay } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { deleteJson, postJson } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { DateField, SelectField } from '#client/ui/form/inputs.tsx'
import { useForm } from '#client/ui/form/use-form.ts'
import { useToast } from '#client/ui/toast.tsx'
import { useRefreshVolunteers, type VolunteerView } from './queries.ts'
import './volunteers.css'

/** What was seen of somebody's papers: which, and for which days. The papers themselves are never kept. */
export function Papers({ volunteer }: { readonly volunteer: VolunteerView }) {
  const t = useWords()
  const language = useLanguage()
  const toast = useToast()
  const refresh = useRefreshVolunteers()
  const remove = useSave((id: string, key) => deleteJson<object, unknown>(volunteerApi.fact(id), {}, { key }), {
    onSuccess: async () => {
      await refresh()
      toast({ text: t('volunteers.papers.removed') })
    },
  })
  return (
    <Card heading={t('volunteers.papers.heading')}>
      <p className="quiet">{t('volunteers.papers.note')}</p>
      {volunteer.facts.length === 0 && <p>{t('volunteers.papers.none')}</p>}
      <ul className="plain volunteer-shifts">
        {volunteer.facts.map(({ id, kind, startsOn, endsOn, organisation, recordedBy }) => (
          <li key={id}>
            <p>
              <b>{t(`volunteers.papers.kinds.${kind}`)}</b>, {t('volunteers.papers.from', { day: formatDay(startsOn, language) })}
              {endsOn !== null && `, ${t('volunteers.papers.to', { day: formatDay(endsOn, language) })}`}
            </p>
            <p className="quiet">{t('volunteers.papers.by', { organisation, name: recordedBy })}</p>
            {volunteer.mayRecord && (
              <Button look="quiet" onClick={() => remove.mutate(id)}>
                {t('volunteers.papers.remove', { what: t(`volunteers.papers.kinds.${kind}`) })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {volunteer.mayRecord && <NewPaper volunteer={volunteer} />}
    </Card>
  )
}

type Values = { readonly kind: string; readonly organisationId: string; readonly startsOn: string; readonly endsOn: string }

function NewPaper({ volunteer }: { readonly volunteer: VolunteerView }) {
  const t = useWords()
  const toast = useToast()
  const refresh = useRefreshVolunteers()
  const blank = { kind: 'agreement', organisationId: volunteer.organisations[0]?.id ?? '', startsOn: '', endsOn: '' }
  const form = useForm(factInput, blank, (values: Values) => ({ ...values, endsOn: values.endsOn === '' ? null : values.endsOn }))
  const save = useSave((input: object, key) => postJson<object, unknown>(volunteerApi.facts(volunteer.id), input, { key }), {
    onSuccess: async () => {
      await refresh()
      form.reset(blank)
      toast({ text: t('volunteers.papers.said') })
    },
    onError: form.refuse,
  })
  const { register, errorOf, formState } = form
  return (
    <Form
      label={t('volunteers.papers.add')}
      onSubmit={form.handleSubmit((input) => save.mutate(input))}
      errors={formState.errors}
      tries={formState.submitCount}
    >
      <h3>{t('volunteers.papers.add')}</h3>
      <SelectField
        label={t('volunteers.papers.kind')}
        choices={factKinds.map((value) => ({ value, label: t(`volunteers.papers.kinds.${value}`) }))}
        error={errorOf('kind')}
        {...register('kind')}
      />
      {volunteer.organisations.length > 1 && (
        <SelectField
          label={t('volunteers.papers.organisation')}
          choices={volunteer.organisations.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorOf('organisationId')}
          {...register('organisationId')}
        />
      )}
      <div className="form-row">
        <DateField label={t('volunteers.papers.startsOn')} error={errorOf('startsOn')} {...register('startsOn')} />
        <DateField
          label={t('volunteers.papers.endsOn')}
          hint={t('volunteers.papers.endsOnHint')}
          optional
          error={errorOf('endsOn')}
          {...register('endsOn')}
        />
      </div>
      <div className="form-actions">
        <Button look="main" type="submit" aria-disabled={save.isPending}>
          {t('form.save')}
        </Button>
      </div>
    </Form>
  )
}
