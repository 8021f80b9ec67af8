import { Controller } from 'react-hook-form'
import { deskApi } from '#shared/contract/panel-paths.ts'
import { safeContactInput, safeMails, type SafeContactInput, type SafeContactView } from '#shared/contract/safe-contact.ts'
import { weekdayNames } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { putJson } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { CheckGroup, RadioCards } from '#client/ui/form/choices.tsx'
import { FieldGroup } from '#client/ui/form/field.tsx'
import { Form } from '#client/ui/form/form.tsx'
import { CheckField, TextField, TimeField } from '#client/ui/form/inputs.tsx'
import { useForm } from '#client/ui/form/use-form.ts'

type Props = {
  readonly id: string
  readonly safe: SafeContactView | null
  readonly onDone: () => unknown
  readonly onLeave: () => void
}
type Values = Omit<SafeContactInput, 'days' | 'from' | 'to'> & {
  readonly days: string[]
  readonly from: string
  readonly to: string
}

/** Who asks for it mostly wants less than usual: so it begins with no message on a machine and with mails that tell nothing. */
const blank: Values = {
  calls: true,
  sms: false,
  voicemail: false,
  mail: 'neutral',
  days: [],
  from: '',
  to: '',
  opening: '',
}

export function SafeForm({ id, safe, onDone, onLeave }: Props) {
  const t = useWords()
  const names = weekdayNames(useLanguage(), 'short')
  const form = useForm(safeContactInput, safe ? valuesOf(safe) : blank, (values: Values) => ({
    ...values,
    days: values.days.map(Number),
    from: values.from === '' ? null : values.from,
    to: values.to === '' ? null : values.to,
  }))
  const save = useSave((input: SafeContactInput, key) => putJson<object, unknown>(deskApi.safeContact(id), input, { key }), {
    onSuccess: onDone,
    onError: form.refuse,
  })
  const { register, control, errorOf, formState } = form
  return (
    <Form
      label={t('safe.heading')}
      onSubmit={form.handleSubmit((input) => save.mutate(input))}
      errors={formState.errors}
      tries={formState.submitCount}
    >
      <p className="quiet">{t('safe.lead')}</p>
      <TextField
        label={t('safe.openingField')}
        hint={t('safe.openingHint')}
        optional
        error={errorOf('opening')}
        {...register('opening')}
      />
      <FieldGroup label={t('safe.ways')}>
        <div className="form-boxes">
          <CheckField label={t('safe.callsField')} {...register('calls')} />
          <CheckField label={t('safe.voicemailField')} {...register('voicemail')} />
          <CheckField label={t('safe.smsField')} {...register('sms')} />
        </div>
      </FieldGroup>
      <Controller
        control={control}
        name="mail"
        render={({ field }) => (
          <RadioCards<Values['mail']>
            compact
            label={t('safe.mailField')}
            choices={safeMails.map((value) => ({ value, label: t(`safe.mails.${value}`) }))}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Controller
        control={control}
        name="days"
        render={({ field }) => (
          <CheckGroup
            compact
            optional
            label={t('safe.daysField')}
            name={field.name}
            hint={t('safe.daysHint')}
            choices={names.map((label, index) => ({ value: String(index + 1), label }))}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <div className="form-row">
        <TimeField label={t('safe.fromField')} optional error={errorOf('from')} {...register('from')} />
        <TimeField label={t('safe.toField')} optional error={errorOf('to')} {...register('to')} />
      </div>
      <div className="form-actions">
        <Button look="main" type="submit" aria-disabled={save.isPending || undefined}>
          {t('form.save')}
        </Button>
        <Button onClick={onLeave}>{t('form.cancel')}</Button>
      </div>
    </Form>
  )
}

const valuesOf = ({ calls, sms, voicemail, mail, days, from, to, opening }: SafeContactView): Values => ({
  calls,
  sms,
  voicemail,
  mail,
  days: days.map(String),
  from: from ?? '',
  to: to ?? '',
  opening,
})
