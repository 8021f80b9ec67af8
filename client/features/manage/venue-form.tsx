import { useState } from 'react'
import type { FieldPath, FieldValues } from 'react-hook-form'
import type * as z from 'zod'
import { accessibilityFacts, threeValues } from '#shared/contract/kinds.ts'
import type { venueInput } from '#shared/contract/manage/venue.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { RadioCards } from '#client/ui/form/choices.tsx'
import { DateField, SelectField, TextField, TimeField } from '#client/ui/form/inputs.tsx'
import type { PanelForm } from '#client/ui/form/use-form.ts'
import { Line, NameAndSlug, orNull, Reference, RowList, Words, type AnyForm } from './fields.tsx'
import { readPosition, sayPosition } from './position.ts'
import { useChoices } from './queries.ts'

type VenueValues = z.input<typeof venueInput>
type Venue = PanelForm<VenueValues, z.output<typeof venueInput>>

export function VenueFields({
  form,
  isNew,
  names,
}: {
  readonly form: Venue
  readonly isNew: boolean
  readonly names: Readonly<Record<string, string>>
}) {
  const t = useWords()
  const { cities, organisations } = useChoices()
  const districts = cities.find(({ id }) => id === form.watch('cityId'))?.districts ?? []
  return (
    <>
      <Card heading={t('manage.basics')}>
        <div className="manage-card">
          <NameAndSlug form={form} isNew={isNew} />
          <Reference
            form={form}
            at="cityId"
            label={t('manage.field.cityId')}
            choices={cities}
            names={names}
            onChosen={() => form.setValue('districtId', null)}
          />
          <Line form={form} at="address" label={t('manage.field.address')} />
          <Reference
            form={form}
            at="districtId"
            label={t('manage.field.districtId')}
            choices={districts}
            names={names}
            optional
          />
          <Reference
            form={form}
            at="organisationId"
            label={t('manage.field.organisationId')}
            hint={t('manage.field.nobody')}
            choices={organisations}
            names={names}
            optional
          />
        </div>
      </Card>
      <Card heading={t('manage.field.directions')}>
        <div className="manage-card">
          <Words form={form} at="directions" label={t('manage.field.directions')} long />
          <Position form={form} />
          <RowListOfNames form={form} />
        </div>
      </Card>
      <Card heading={t('manage.sections.access')}>
        <p className="quiet">{t('manage.sections.accessHint')}</p>
        <div className="manage-rows">
          {accessibilityFacts.map((fact, index) => (
            <Fact key={fact} form={form} fact={fact} index={index} />
          ))}
        </div>
      </Card>
      <Card heading={t('manage.sections.hours')}>
        <p className="quiet">{t('manage.sections.hoursHint')}</p>
        <Hours form={form} />
      </Card>
    </>
  )
}

function RowListOfNames({ form }: { readonly form: Venue }) {
  const t = useWords()
  return (
    <RowList
      form={form as unknown as AnyForm<FieldValues>}
      at="aliases"
      what={t('manage.field.alias')}
      add={t('manage.add.alias')}
      fresh=""
      inLine
    >
      {(at) => <Line form={form} at={at as 'aliases.0'} label={t('manage.field.alias')} />}
    </RowList>
  )
}

/** One question about the building: three answers, the day somebody looked, and a word about it. The form holds all of them in order. */
function Fact({
  form,
  fact,
  index,
}: {
  readonly form: Venue
  readonly fact: (typeof accessibilityFacts)[number]
  readonly index: number
}) {
  const t = useWords()
  const at = `accessibility.${index}` as 'accessibility.0'
  const value = form.watch(`${at}.value`)
  return (
    <div className="manage-row">
      <RadioCards
        compact
        label={t(`venue.fact.${fact}`)}
        choices={threeValues.map((one) => ({ value: one, label: t(`venue.value.${one}`) }))}
        value={value}
        onChange={(next) => form.setValue(`${at}.value`, next, { shouldDirty: true })}
      />
      {value !== 'unknown' && (
        <>
          <DateField
            label={t('manage.field.checkedOn')}
            error={form.errorOf(`${at}.checkedOn`)}
            {...form.register(`${at}.checkedOn`, { setValueAs: orNull })}
          />
          <Words form={form} at={`${at}.note`} label={t('manage.field.note')} />
        </>
      )}
    </div>
  )
}

/** Hours of a venue or a room: a line per span. */
export function Hours<Values extends { hours: { weekday: number; opens: string; closes: string }[] }>({
  form,
}: {
  readonly form: PanelForm<Values, object>
}) {
  const t = useWords()
  const days = form as unknown as PanelForm<{ hours: { weekday: number; opens: string; closes: string }[] }, object>
  return (
    <RowList
      form={days}
      at="hours"
      what={t('manage.field.hours')}
      add={t('manage.add.hours')}
      fresh={{ weekday: 1, opens: '08:00', closes: '16:00' }}
      inLine
    >
      {(row) => {
        const at = row as 'hours.0'
        return (
          <>
            <SelectField
              label={t('manage.field.weekday')}
              choices={([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({
                value: String(day),
                label: t(`manage.weekdays.d${day}`),
              }))}
              error={days.errorOf(`${at}.weekday`)}
              {...days.register(`${at}.weekday`, { valueAsNumber: true })}
            />
            <TimeField label={t('manage.field.opens')} error={days.errorOf(`${at}.opens`)} {...days.register(`${at}.opens`)} />
            <TimeField label={t('manage.field.closes')} error={days.errorOf(`${at}.closes`)} {...days.register(`${at}.closes`)} />
          </>
        )
      }}
    </RowList>
  )
}

function Position({ form }: { readonly form: Venue }) {
  const t = useWords()
  const at: FieldPath<VenueValues> = 'position'
  const [typed, setTyped] = useState(sayPosition(form.getValues('position')))
  const [wrong, setWrong] = useState(false)
  return (
    <TextField
      label={t('manage.field.position')}
      hint={t('manage.field.positionHint')}
      optional
      error={wrong ? t('manage.field.positionWrong') : form.errorOf(at)}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value)
        const read = readPosition(target.value)
        if (read !== undefined) form.setValue('position', read, { shouldDirty: true })
        if (read !== undefined) setWrong(false)
      }}
      onBlur={() => setWrong(readPosition(typed) === undefined)}
    />
  )
}
