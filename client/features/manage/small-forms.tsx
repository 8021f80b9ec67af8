import type * as z from 'zod'
import { organisationKinds } from '#shared/contract/kinds.ts'
import { editionInput, groupInput, clubInput } from '#shared/contract/manage/club.ts'
import { cityInput, districtInput, organisationInput } from '#shared/contract/manage/organisation.ts'
import { voivodeships } from '#shared/schedule/school-breaks.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { DateField, NumberField, readNumber, SelectField } from '#client/ui/form/inputs.tsx'
import type { PanelForm } from '#client/ui/form/use-form.ts'
import { Audiences, Line, NameAndSlug, orNull, Reference, RowList, Words } from './fields.tsx'
import { noTexts } from './texts.ts'
import { useChoices } from './queries.ts'

type FieldsOf<Schema extends z.ZodType> = {
  readonly form: PanelForm<z.input<Schema> & object, z.output<Schema>>
  readonly isNew: boolean
  readonly names: Readonly<Record<string, string>>
}

export function CityFields({ form, isNew }: FieldsOf<typeof cityInput>) {
  const t = useWords()
  return (
    <Card>
      <div className="manage-card">
        <NameAndSlug form={form} isNew={isNew} />
        <SelectField
          label={t('manage.field.voivodeship')}
          hint={t('manage.field.voivodeshipHint')}
          choices={voivodeships.map((value) => ({ value, label: t(`manage.voivodeships.${value}`) }))}
          error={form.errorOf('voivodeship')}
          {...form.register('voivodeship')}
        />
      </div>
    </Card>
  )
}

export function DistrictFields({ form, isNew, names }: FieldsOf<typeof districtInput>) {
  const t = useWords()
  const { cities } = useChoices()
  const city = cities.find(({ id }) => id === form.watch('cityId'))
  return (
    <Card>
      <div className="manage-card">
        {isNew && <Reference form={form} at="cityId" label={t('manage.field.cityId')} choices={cities} names={names} />}
        <NameAndSlug form={form} isNew={isNew} prefix={city ? `${city.slug}-` : ''} />
      </div>
    </Card>
  )
}

export function OrganisationFields({ form, isNew, names }: FieldsOf<typeof organisationInput>) {
  const t = useWords()
  const { cities } = useChoices()
  return (
    <Card>
      <div className="manage-card">
        <NameAndSlug form={form} isNew={isNew} />
        <SelectField
          label={t('manage.field.kind')}
          choices={organisationKinds.map((value) => ({ value, label: t(`manage.kinds.${value}`) }))}
          error={form.errorOf('kind')}
          {...form.register('kind')}
        />
        <Reference form={form} at="cityId" label={t('manage.field.cityId')} choices={cities} names={names} optional />
        <Line form={form} at="address" label={t('manage.field.address')} optional />
        <Words form={form} at="description" label={t('manage.field.description')} long />
      </div>
    </Card>
  )
}

export function ClubFields({ form, isNew, names }: FieldsOf<typeof clubInput>) {
  const t = useWords()
  const { programs, cities, venues } = useChoices()
  const city = programs.find(({ id }) => id === form.watch('programId'))?.cityId
  const districts = cities.find(({ id }) => id === city)?.districts ?? []
  return (
    <>
      <Card heading={t('manage.basics')}>
        <div className="manage-card">
          {isNew && <Reference form={form} at="programId" label={t('manage.field.programId')} choices={programs} names={names} />}
          <NameAndSlug form={form} isNew={isNew} />
          <Words form={form} at="description" label={t('manage.field.description')} long />
        </div>
      </Card>
      <Card heading={t('manage.sections.place')}>
        <div className="manage-card">
          <Reference
            form={form}
            at="venueId"
            label={t('manage.field.clubVenue')}
            choices={venues.filter(({ cityId }) => city === undefined || cityId === city)}
            names={names}
            optional
          />
          <Reference
            form={form}
            at="districtId"
            label={t('manage.field.districtId')}
            choices={districts}
            names={names}
            optional
          />
        </div>
      </Card>
      <Card heading={t('manage.sections.who')}>
        <div className="manage-card">
          <Audiences form={form} at="audiences" />
          <Words form={form} at="openTo" label={t('manage.field.openTo')} />
        </div>
      </Card>
    </>
  )
}

export function EditionFields({ form, isNew, names }: FieldsOf<typeof editionInput>) {
  const t = useWords()
  const { programs } = useChoices()
  return (
    <>
      <Card heading={t('manage.basics')}>
        <div className="manage-card">
          {isNew && <Reference form={form} at="programId" label={t('manage.field.programId')} choices={programs} names={names} />}
          <NumberField
            label={t('manage.field.number')}
            error={form.errorOf('number')}
            {...form.register('number', { setValueAs: readNumber })}
          />
          <Words form={form} at="name" label={t('manage.field.name')} optional={false} />
          <NumberField
            label={t('manage.field.size')}
            hint={t('manage.field.sizeHint')}
            optional
            error={form.errorOf('size')}
            {...form.register('size', { setValueAs: readNumber })}
          />
          <Days form={form} />
        </div>
      </Card>
      <Card heading={t('manage.field.stages')}>
        <RowList
          form={form}
          at="stages"
          what={t('manage.field.stage')}
          add={t('manage.add.stage')}
          fresh={{ id: null, name: noTexts }}
          ordered
        >
          {(at) => <Words form={form} at={`${at}.name` as 'stages.0.name'} label={t('manage.field.name')} optional={false} />}
        </RowList>
      </Card>
    </>
  )
}

type HasDays = { startsOn: string | null; endsOn: string | null }

/** First and last day; both may be open. */
export function Days<Values extends HasDays>({ form }: { readonly form: PanelForm<Values, object> }) {
  const t = useWords()
  const days = form as unknown as PanelForm<HasDays, object>
  return (
    <div className="form-row">
      {(['startsOn', 'endsOn'] as const).map((at) => (
        <DateField
          key={at}
          label={t(`manage.field.${at}`)}
          optional
          error={days.errorOf(at)}
          {...days.register(at, { setValueAs: orNull })}
        />
      ))}
    </div>
  )
}

export function GroupFields({ form, isNew, names }: FieldsOf<typeof groupInput>) {
  const t = useWords()
  const { programs } = useChoices()
  return (
    <Card>
      <div className="manage-card">
        {isNew && <Reference form={form} at="programId" label={t('manage.field.programId')} choices={programs} names={names} />}
        <Words form={form} at="name" label={t('manage.field.name')} optional={false} />
        <NumberField
          label={t('manage.field.size')}
          hint={t('manage.field.sizeHint')}
          optional
          error={form.errorOf('size')}
          {...form.register('size', { setValueAs: readNumber })}
        />
      </div>
    </Card>
  )
}
