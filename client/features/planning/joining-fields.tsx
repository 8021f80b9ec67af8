import { useState } from 'react'
import { Controller } from 'react-hook-form'
import { enrolmentModes } from '#shared/contract/kinds.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { RadioCards } from '#client/ui/form/choices.tsx'
import { CheckField, NumberField } from '#client/ui/form/inputs.tsx'
import { narrowed, Texts, type FieldsProps, type WithActivity } from './activity-part.tsx'

type RuleName = 'offerHours' | 'reservedSeats' | 'largestParty' | 'ageFrom' | 'ageTo'

/** Rules of sign-up that most activities don't have: folded away until one of them is set. */
function MoreRules<Values extends WithActivity>(props: FieldsProps<Values>) {
  const t = useWords()
  const form = narrowed(props)
  const number = (name: RuleName) => (
    <NumberField
      label={t(`series.fields.${name}`)}
      hint={t(`series.hints.${name}`)}
      optional
      error={form.errorOf(`activity.${name}`)}
      {...form.register(`activity.${name}`)}
    />
  )
  const tick = (name: 'residentsOnly' | 'audienceOnly') => (
    <CheckField label={t(`series.fields.${name}`)} hint={t(`series.hints.${name}`)} {...form.register(`activity.${name}`)} />
  )
  const [values] = useState(() => form.getValues('activity'))
  const isSet =
    values.residentsOnly ||
    values.audienceOnly ||
    [values.offerHours, values.reservedSeats, values.largestParty, values.ageFrom, values.ageTo].some((value) => value !== '')
  return (
    <details className="form-more" open={isSet || undefined}>
      <summary>{t('series.moreRules')}</summary>
      {number('offerHours')}
      <div className="form-row">
        {number('reservedSeats')}
        {number('largestParty')}
      </div>
      <div className="form-row">
        {number('ageFrom')}
        {number('ageTo')}
      </div>
      {tick('residentsOnly')}
      {tick('audienceOnly')}
    </details>
  )
}

/** How one joins, how many can, and what it costs. */
export function JoiningFields<Values extends WithActivity>(props: FieldsProps<Values>) {
  const t = useWords()
  const form = narrowed(props)
  const [cost, enrolment] = form.watch(['activity.cost', 'activity.enrolment'])
  return (
    <>
      <Controller
        control={form.control}
        name="activity.enrolment"
        render={({ field }) => (
          <RadioCards
            label={t('series.fields.enrolment')}
            name={field.name}
            error={form.errorOf('activity.enrolment')}
            choices={enrolmentModes.map((value) => ({ value, label: t(`calendar.enrolment.${value}`) }))}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      {enrolment === 'BY_APPOINTMENT' && (
        <NumberField
          label={t('series.fields.slotMinutes')}
          hint={t('series.hints.slotMinutes')}
          optional
          error={form.errorOf('activity.slotMinutes')}
          {...form.register('activity.slotMinutes')}
        />
      )}
      <div className="form-row">
        <NumberField
          label={t('series.fields.capacity')}
          hint={t('series.hints.capacity')}
          optional
          error={form.errorOf('activity.capacity')}
          {...form.register('activity.capacity')}
        />
        <NumberField
          label={t('series.fields.careSeats')}
          hint={t('series.hints.careSeats')}
          optional
          error={form.errorOf('activity.careSeats')}
          {...form.register('activity.careSeats')}
        />
      </div>
      <div className="form-row">
        <NumberField
          label={t('series.fields.opensDaysBefore')}
          hint={t('series.hints.opensDaysBefore')}
          optional
          error={form.errorOf('activity.opensDaysBefore')}
          {...form.register('activity.opensDaysBefore')}
        />
        <NumberField
          label={t('series.fields.closesMinutesBefore')}
          hint={t('series.hints.closesMinutesBefore')}
          optional
          error={form.errorOf('activity.closesMinutesBefore')}
          {...form.register('activity.closesMinutesBefore')}
        />
      </div>
      <MoreRules {...props} />
      <Controller
        control={form.control}
        name="activity.cost"
        render={({ field }) => (
          <RadioCards
            label={t('series.fields.cost')}
            name={field.name}
            compact
            choices={(['free', 'paid', 'unknown'] as const).map((value) => ({ value, label: t(`series.cost.${value}`) }))}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      {cost === 'paid' && <Texts form={form} name="costText" optional={false} />}
      <Texts form={form} name="bring" />
    </>
  )
}
