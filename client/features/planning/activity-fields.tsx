import { useState } from 'react'
import { Controller, type FieldPath, type UseFormReturn } from 'react-hook-form'
import { activityKinds, audiences, enrolmentModes, threeValues } from '#shared/contract/kinds.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { CheckGroup, RadioCards } from '#client/ui/form/choices.tsx'
import { ComboBox } from '#client/ui/form/combo-box.tsx'
import { CheckField, NumberField, SelectField, TextField } from '#client/ui/form/inputs.tsx'
import { ThreeLanguages } from '#client/ui/form/three-languages.tsx'
import type { ActivityValues } from './activity-values.ts'
import { useChoices, useHosts } from './choices.ts'
import { PlaceFields } from './place-fields.tsx'

export type WithActivity = { activity: ActivityValues }

type FieldsProps<Values extends WithActivity> = {
  readonly form: UseFormReturn<Values, unknown, unknown> & { readonly errorOf: (name: FieldPath<Values>) => string | undefined }
}

/** The same form, seen by its part that every form with an activity has. */
const narrowed = <Values extends WithActivity>({ form }: FieldsProps<Values>) =>
  form as unknown as FieldsProps<WithActivity>['form']

type TextName =
  'title' | 'description' | 'planB' | 'meetingPoint' | 'bring' | 'costText' | 'contactHours' | 'eligibility' | 'discreetTitle'

function Texts({
  form,
  name,
  long = false,
  optional = true,
}: FieldsProps<WithActivity> & { readonly name: TextName; readonly long?: boolean; readonly optional?: boolean }) {
  const t = useWords()
  const hint: Partial<Record<TextName, string>> = {
    planB: t('series.hints.planB'),
    eligibility: t('series.hints.eligibility'),
    discreetTitle: t('series.hints.discreetTitle'),
  }
  return (
    <ThreeLanguages<WithActivity>
      label={t(`series.fields.${name}`)}
      {...(hint[name] !== undefined && { hint: hint[name] })}
      long={long}
      optional={optional}
      name={`activity.${name}`}
      register={form.register}
      errors={form.formState.errors}
      values={form.watch(`activity.${name}`)}
    />
  )
}

/** What it is: title, description, kind. */
export function WhatFields<Values extends WithActivity>(props: FieldsProps<Values>) {
  const t = useWords()
  const form = narrowed(props)
  return (
    <>
      <Texts form={form} name="title" optional={false} />
      <SelectField
        label={t('series.fields.kind')}
        empty={t('series.chooseKind')}
        error={form.errorOf('activity.kind')}
        choices={activityKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        {...form.register('activity.kind')}
      />
      <Texts form={form} name="description" long />
      <div className="form-row">
        <TextField
          label={t('series.fields.host')}
          hint={t('series.hints.host')}
          optional
          error={form.errorOf('activity.host')}
          {...form.register('activity.host')}
        />
        <TextField
          label={t('series.fields.languages')}
          hint={t('series.hints.languages')}
          optional
          error={form.errorOf('activity.languages')}
          {...form.register('activity.languages')}
        />
      </div>
    </>
  )
}

/** Where it is; without a place, which part of the city, and whether one gets there without stairs. */
export function WhereFields<Values extends WithActivity>(props: FieldsProps<Values>) {
  const t = useWords()
  const form = narrowed(props)
  const { cities } = useChoices()
  const [venueId, roomId] = form.watch(['activity.venueId', 'activity.roomId'])
  return (
    <>
      <PlaceFields
        names={{ venue: 'activity.venueId', room: 'activity.roomId' }}
        value={{ venueId, roomId }}
        errorOf={(name) => form.errorOf(name as FieldPath<WithActivity>)}
        onChange={(place) => {
          form.setValue('activity.venueId', place.venueId, { shouldDirty: true })
          form.setValue('activity.roomId', place.roomId, { shouldDirty: true })
        }}
      />
      {venueId === '' && (
        <>
          <SelectField
            label={t('series.fields.districtId')}
            optional
            empty={t('form.none')}
            error={form.errorOf('activity.districtId')}
            choices={cities.flatMap((city) =>
              city.districts.map(({ id, name }) => ({ value: id, label: `${city.name}, ${name}` })),
            )}
            {...form.register('activity.districtId')}
          />
          <Texts form={form} name="meetingPoint" />
          <ThreeValued form={form} name="stepFree" />
        </>
      )}
      <Texts form={form} name="planB" />
    </>
  )
}

export function ForWhomFields<Values extends WithActivity>(props: FieldsProps<Values>) {
  const t = useWords()
  const form = narrowed(props)
  return (
    <>
      <Controller
        control={form.control}
        name="activity.audiences"
        render={({ field }) => (
          <CheckGroup
            label={t('series.fields.audiences')}
            optional
            error={form.errorOf('activity.audiences')}
            choices={audiences.map((value) => ({ value, label: t(`audiences.${value}`) }))}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Texts form={form} name="eligibility" />
    </>
  )
}

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
  const cost = form.watch('activity.cost')
  return (
    <>
      <Controller
        control={form.control}
        name="activity.enrolment"
        render={({ field }) => (
          <RadioCards
            label={t('series.fields.enrolment')}
            error={form.errorOf('activity.enrolment')}
            choices={enrolmentModes.map((value) => ({ value, label: t(`calendar.enrolment.${value}`) }))}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
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

type ThreeValuedName = 'stepFree' | 'signLanguage' | 'easyToRead' | 'inductionLoop'

function ThreeValued({ form, name }: FieldsProps<WithActivity> & { readonly name: ThreeValuedName }) {
  const t = useWords()
  return (
    <Controller
      control={form.control}
      name={`activity.${name}`}
      render={({ field }) => (
        <RadioCards
          label={t(`series.fields.${name}`)}
          compact
          error={form.errorOf(`activity.${name}`)}
          choices={threeValues.map((value) => ({ value, label: t(`series.known.${value}`) }))}
          value={field.value}
          onChange={field.onChange}
        />
      )}
    />
  )
}

export function AccessFields<Values extends WithActivity>(props: FieldsProps<Values>) {
  const form = narrowed(props)
  return (
    <>
      <ThreeValued form={form} name="signLanguage" />
      <ThreeValued form={form} name="easyToRead" />
      <ThreeValued form={form} name="inductionLoop" />
    </>
  )
}

export function ContactFields<Values extends WithActivity>(props: FieldsProps<Values>) {
  const t = useWords()
  const form = narrowed(props)
  return (
    <>
      <div className="form-row">
        <TextField
          label={t('series.fields.contactPhone')}
          type="tel"
          optional
          error={form.errorOf('activity.contactPhone')}
          {...form.register('activity.contactPhone')}
        />
        <TextField
          label={t('series.fields.contactEmail')}
          type="email"
          optional
          error={form.errorOf('activity.contactEmail')}
          {...form.register('activity.contactEmail')}
        />
      </div>
      <Texts form={form} name="contactHours" />
    </>
  )
}

/** What residents don't see as it is: the leader's account, and a face that gives nothing away. */
export function OursFields<Values extends WithActivity>(props: FieldsProps<Values>) {
  const t = useWords()
  const form = narrowed(props)
  const hosts = useHosts()
  return (
    <>
      <Controller
        control={form.control}
        name="activity.hostId"
        render={({ field }) => (
          <ComboBox
            label={t('series.fields.hostId')}
            hint={t('planning.words.accountHint')}
            optional
            error={form.errorOf('activity.hostId')}
            choices={hosts.map(({ id, name }) => ({ value: id, label: name }))}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <CheckField
        label={t('series.fields.isDiscreet')}
        hint={t('series.hints.isDiscreet')}
        {...form.register('activity.isDiscreet')}
      />
      {form.watch('activity.isDiscreet') && (
        <>
          <Texts form={form} name="discreetTitle" optional={false} />
          <CheckField label={t('series.fields.discreetListed')} {...form.register('activity.discreetListed')} />
        </>
      )}
    </>
  )
}

/** All that an activity says of itself but its schedule, in the order in which it is thought of. */
export function DetailCards<Values extends WithActivity>(props: FieldsProps<Values>) {
  const t = useWords()
  return (
    <>
      <Card heading={t('series.parts.where')}>
        <WhereFields {...props} />
      </Card>
      <Card heading={t('series.parts.forWhom')}>
        <ForWhomFields {...props} />
      </Card>
      <Card heading={t('series.parts.joining')}>
        <JoiningFields {...props} />
      </Card>
      <Card heading={t('series.parts.access')}>
        <AccessFields {...props} />
      </Card>
      <Card heading={t('series.parts.contact')}>
        <ContactFields {...props} />
      </Card>
      <Card heading={t('series.parts.ours')}>
        <OursFields {...props} />
      </Card>
    </>
  )
}
