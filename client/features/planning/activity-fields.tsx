import { Controller, type FieldPath } from 'react-hook-form'
import { activityKinds, audiences } from '#shared/contract/kinds.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { CheckGroup } from '#client/ui/form/choices.tsx'
import { ComboBox } from '#client/ui/form/combo-box.tsx'
import { CheckField, SelectField, TextField } from '#client/ui/form/inputs.tsx'
import { narrowed, Texts, ThreeValued, type FieldsProps, type WithActivity } from './activity-part.tsx'
import { useChoices, useHosts } from './choices.ts'
import { JoiningFields } from './joining-fields.tsx'
import { PlaceFields } from './place-fields.tsx'

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
function WhereFields<Values extends WithActivity>(props: FieldsProps<Values>) {
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

function ForWhomFields<Values extends WithActivity>(props: FieldsProps<Values>) {
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
            name={field.name}
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

function AccessFields<Values extends WithActivity>(props: FieldsProps<Values>) {
  const form = narrowed(props)
  return (
    <>
      <ThreeValued form={form} name="signLanguage" />
      <ThreeValued form={form} name="easyToRead" />
      <ThreeValued form={form} name="inductionLoop" />
    </>
  )
}

function ContactFields<Values extends WithActivity>(props: FieldsProps<Values>) {
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
function OursFields<Values extends WithActivity>(props: FieldsProps<Values>) {
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
            name={field.name}
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
