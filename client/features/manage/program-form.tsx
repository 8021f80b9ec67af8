import type * as z from 'zod'
import { opennesses } from '#shared/contract/kinds.ts'
import type { programInput } from '#shared/contract/manage/program.ts'
import type { ProgramManaged } from '#shared/contract/manage/views.ts'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ButtonLink } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { CheckGroup, RadioCards } from '#client/ui/form/choices.tsx'
import { DateField, SelectField, TimeField } from '#client/ui/form/inputs.tsx'
import type { PanelForm } from '#client/ui/form/use-form.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Mark } from '#client/ui/note.tsx'
import { Audiences, NameAndSlug, Reference, RowList, Words } from './fields.tsx'
import { useChoices } from './queries.ts'
import { Days } from './small-forms.tsx'

type Values = z.input<typeof programInput>

export function ProgramFields({
  form,
  isNew,
  names,
}: {
  readonly form: PanelForm<Values, z.output<typeof programInput>>
  readonly isNew: boolean
  readonly names: Readonly<Record<string, string>>
}) {
  const t = useWords()
  const { cities, organisations, venues, projects } = useChoices()
  const cityId = form.watch('cityId')
  const districts = cities.find(({ id }) => id === cityId)?.districts ?? []
  const chosen = form.watch('districtIds')
  const parts = projects.flatMap((project) =>
    project.parts.map((part) => ({ id: part.id, name: [project.name, part.name].filter(Boolean).join(': ') })),
  )
  return (
    <>
      <Card heading={t('manage.basics')}>
        <div className="manage-card">
          <NameAndSlug form={form} isNew={isNew} />
          <Reference
            form={form}
            at="operatorId"
            label={t('manage.field.operatorId')}
            choices={organisations}
            names={names}
            optional
          />
          <Words form={form} at="description" label={t('manage.field.description')} long />
          <Days form={form} />
        </div>
      </Card>
      <Card heading={t('manage.sections.place')}>
        <div className="manage-card">
          <Reference
            form={form}
            at="cityId"
            label={t('manage.field.cityId')}
            choices={cities}
            names={names}
            onChosen={() => form.setValue('districtIds', [])}
          />
          {districts.length > 0 && (
            <CheckGroup
              label={t('manage.field.districtIds')}
              name="districtIds"
              optional
              choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
              value={chosen}
              error={form.errorOf('districtIds')}
              onChange={(next) => form.setValue('districtIds', next, { shouldDirty: true })}
            />
          )}
          <Reference
            form={form}
            at="venueId"
            label={t('manage.field.venueId')}
            choices={venues.filter((venue) => venue.cityId === cityId)}
            names={names}
            optional
          />
        </div>
      </Card>
      <Card heading={t('manage.sections.who')}>
        <div className="manage-card">
          <RadioCards
            label={t('manage.field.openness')}
            choices={opennesses.map((value) => ({ value, label: t(`manage.opennesses.${value}`) }))}
            value={form.watch('openness')}
            onChange={(value) => form.setValue('openness', value, { shouldDirty: true })}
          />
          <Words form={form} at="openTo" label={t('manage.field.openTo')} />
          <Audiences form={form} at="audiences" />
        </div>
      </Card>
      <Telling form={form} />
      <Card heading={t('manage.field.funding')}>
        <RowList
          form={form}
          at="funding"
          what={t('manage.field.partId')}
          add={t('manage.add.funding')}
          fresh={{ partId: '', startsOn: '', endsOn: '' }}
        >
          {(at) => (
            <>
              <Reference
                form={form}
                at={`${at}.partId` as 'funding.0.partId'}
                label={t('manage.field.partId')}
                choices={parts}
                names={names}
              />
              <div className="form-row">
                {(['startsOn', 'endsOn'] as const).map((day) => {
                  const path = `${at}.${day}` as 'funding.0.startsOn'
                  return (
                    <DateField key={day} label={t(`manage.field.${day}`)} error={form.errorOf(path)} {...form.register(path)} />
                  )
                })}
              </div>
            </>
          )}
        </RowList>
      </Card>
    </>
  )
}

type FormProps = { readonly form: PanelForm<Values, z.output<typeof programInput>> }

const reminders = ['0', '1', '2', '3', '7'] as const

/** When people who signed up get mails: the reminder, and the night in which none goes out that can wait. */
function Telling({ form }: FormProps) {
  const t = useWords()
  const days = form.watch('remindDaysBefore')
  return (
    <Card heading={t('manage.sections.telling')}>
      <div className="manage-card">
        <div className="form-row">
          <SelectField
            label={t('manage.field.remindDaysBefore')}
            empty={t('manage.reminders.none')}
            error={form.errorOf('remindDaysBefore')}
            value={days === null ? '' : String(days)}
            onChange={({ target: { value } }) =>
              form.setValue('remindDaysBefore', value === '' ? null : Number(value), { shouldDirty: true })
            }
            choices={reminders.map((value) => ({ value, label: t(`manage.reminders.d${value}`) }))}
          />
          {days !== null && (
            <TimeField label={t('manage.field.remindAt')} error={form.errorOf('remindAt')} {...form.register('remindAt')} />
          )}
        </div>
        <p className="quiet">{t('manage.sections.tellingHint')}</p>
        <div className="form-row">
          {(['quietFrom', 'quietTo'] as const).map((name) => (
            <TimeField key={name} label={t(`manage.field.${name}`)} error={form.errorOf(name)} {...form.register(name)} />
          ))}
        </div>
      </div>
    </Card>
  )
}

/** What is in a program: its clubs, editions and groups, each with a page of its own. */
export function InProgram({ program }: { readonly program: ProgramManaged }) {
  const t = useWords()
  return (
    <Card heading={t('manage.sections.inside')}>
      <div className="manage-things">
        {(['clubs', 'editions', 'groups'] as const).map((noun) => (
          <section key={noun} aria-label={t(`manage.nouns.${noun}`)}>
            <h3>{t(`manage.nouns.${noun}`)}</h3>
            <ul className="plain">
              {program[noun].map(({ id, name, archived }) => (
                <li key={id} className="manage-thing">
                  <LocalLink to={panelPages.oneManaged(noun, id)}>{name}</LocalLink>
                  {archived && <Mark tone="plain">{t('manage.archivedMark')}</Mark>}
                </li>
              ))}
            </ul>
            {program.mayChange && (
              <ButtonLink to={`${panelPages.newManaged(noun)}?program=${program.id}`}>{t(`manage.make.${noun}`)}</ButtonLink>
            )}
          </section>
        ))}
      </div>
    </Card>
  )
}
