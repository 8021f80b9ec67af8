import type { FieldValues } from 'react-hook-form'
import type * as z from 'zod'
import { comparisons, indicatorMoments, indicatorUnits, sexes } from '#shared/contract/kinds.ts'
import { projectRoles, type projectInput } from '#shared/contract/manage/project.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { CheckField, DateField, NumberField, readNumber, SelectField, TextArea, TextField } from '#client/ui/form/inputs.tsx'
import type { PanelForm } from '#client/ui/form/use-form.ts'
import { Line, NameAndSlug, orNull, Reference, RowList, Words, type AnyForm } from './fields.tsx'
import { noTexts } from './texts.ts'
import { freshPart } from './project-values.ts'
import { readAmount } from './amount.ts'
import { useChoices } from './queries.ts'

export type ProjectValues = z.input<typeof projectInput>
type Project = PanelForm<ProjectValues, z.output<typeof projectInput>>
type Named = { readonly form: Project; readonly names: Readonly<Record<string, string>> }

const freshIndicator: ProjectValues['parts'][number]['indicators'][number] = {
  id: null,
  name: noTexts,
  unit: 'PEOPLE',
  comparison: 'AT_LEAST',
  value: 0,
  sex: null,
  moment: 'END',
  denominator: noTexts,
}

export function ProjectFields({ form, isNew, names }: Named & { readonly isNew: boolean }) {
  const t = useWords()
  const { cities } = useChoices()
  return (
    <>
      <Card heading={t('manage.basics')}>
        <div className="manage-card">
          <NameAndSlug form={form} isNew={isNew} />
          <Line form={form} at="grantNumber" label={t('manage.field.grantNumber')} optional />
          <Reference form={form} at="cityId" label={t('manage.field.cityId')} choices={cities} names={names} optional />
          <div className="form-row">
            {(['startsOn', 'endsOn'] as const).map((at) => (
              <DateField key={at} label={t(`manage.field.${at}`)} error={form.errorOf(at)} {...form.register(at)} />
            ))}
          </div>
          <CheckField label={t('manage.field.datesExact')} {...form.register('datesExact')} />
          <Words form={form} at="description" label={t('manage.field.description')} long />
        </div>
      </Card>
      <Card heading={t('manage.sections.partners')}>
        <Partners form={form} names={names} />
      </Card>
      <Card heading={t('manage.sections.money')}>
        <p className="quiet">{t('manage.sections.moneyHint')}</p>
        <div className="manage-card">
          <RowList
            form={form as unknown as AnyForm<FieldValues>}
            at="fundLines"
            what={t('manage.field.fundLine')}
            add={t('manage.add.fundLine')}
            fresh=""
            inLine
            ordered
          >
            {(at) => <Line form={form} at={at as 'fundLines.0'} label={t('manage.field.fundLine')} />}
          </RowList>
          <div className="form-row">
            {(['valueTotal', 'grantTotal', 'grantEu', 'grantNational'] as const).map((at) => (
              <TextField
                key={at}
                label={t(`manage.field.${at}`)}
                optional
                inputMode="decimal"
                error={form.errorOf(at)}
                {...form.register(at, { setValueAs: readAmount })}
              />
            ))}
          </div>
        </div>
      </Card>
      <Card heading={t('manage.sections.who')}>
        <div className="manage-card">
          <NumberField
            label={t('manage.field.peopleTarget')}
            optional
            error={form.errorOf('peopleTarget')}
            {...form.register('peopleTarget', { setValueAs: readNumber })}
          />
          <CheckField label={t('manage.field.peopleAbout')} {...form.register('peopleAbout')} />
          <Words form={form} at="peopleNote" label={t('manage.field.peopleNote')} />
        </div>
      </Card>
      <Card heading={t('manage.sections.parts')}>
        <RowList form={form} at="parts" what={t('manage.field.partId')} add={t('manage.add.part')} fresh={freshPart} ordered>
          {(at) => <Part form={form} at={at as 'parts.0'} />}
        </RowList>
      </Card>
      <Card heading={t('manage.sections.calls')}>
        <Calls form={form} />
      </Card>
      <Card heading={t('manage.sections.strip')}>
        <div className="manage-card">
          <Words form={form} at="fundSentence" label={t('manage.field.fundSentence')} />
          <RowList
            form={form}
            at="fundLogos"
            what={t('manage.field.fundLogos')}
            add={t('manage.add.logo')}
            fresh={{ src: '', alt: '' }}
            ordered
          >
            {(row) => {
              const at = row as 'fundLogos.0'
              return (
                <>
                  <Line form={form} at={`${at}.src`} label={t('manage.field.src')} />
                  <Line form={form} at={`${at}.alt`} label={t('manage.field.alt')} />
                </>
              )
            }}
          </RowList>
        </div>
      </Card>
      <Card heading={t('manage.sections.history')}>
        <History form={form} />
      </Card>
      <Card heading={t('manage.sections.notes')}>
        <div className="manage-card">
          <DateField
            label={t('manage.field.keepUntil')}
            optional
            error={form.errorOf('keepUntil')}
            {...form.register('keepUntil', { setValueAs: orNull })}
          />
          <TextArea
            label={t('manage.field.sourceNote')}
            optional
            error={form.errorOf('sourceNote')}
            {...form.register('sourceNote', { setValueAs: orNull })}
          />
        </div>
      </Card>
    </>
  )
}

function Partners({ form, names }: Named) {
  const t = useWords()
  const { organisations } = useChoices()
  return (
    <RowList
      form={form}
      at="organisations"
      what={t('manage.field.organisation')}
      add={t('manage.add.organisation')}
      fresh={{ organisationId: '', role: 'IMPLEMENTER' }}
      inLine
    >
      {(row) => {
        const at = row as 'organisations.0'
        return (
          <>
            <Reference
              form={form}
              at={`${at}.organisationId`}
              label={t('manage.field.organisation')}
              choices={organisations}
              names={names}
            />
            <SelectField
              label={t('manage.field.role')}
              choices={projectRoles.map((value) => ({ value, label: t(`manage.roles.${value}`) }))}
              error={form.errorOf(`${at}.role`)}
              {...form.register(`${at}.role`)}
            />
          </>
        )
      }}
    </RowList>
  )
}

function Part({ form, at }: { readonly form: Project; readonly at: 'parts.0' }) {
  const t = useWords()
  return (
    <>
      <div className="form-row">
        <Line form={form} at={`${at}.code`} label={t('manage.field.code')} />
        <Line form={form} at={`${at}.name`} label={t('manage.field.name')} />
      </div>
      <div className="form-row">
        {(['value', 'eu'] as const).map((field) => (
          <TextField
            key={field}
            label={t(field === 'value' ? 'manage.field.partValue' : 'manage.field.eu')}
            optional
            inputMode="decimal"
            error={form.errorOf(`${at}.${field}`)}
            {...form.register(`${at}.${field}`, { setValueAs: readAmount })}
          />
        ))}
      </div>
      <Words form={form} at={`${at}.audience`} label={t('manage.field.audience')} />
      <fieldset className="manage-fields">
        <legend>
          <b>{t('manage.field.indicators')}</b>
        </legend>
        <RowList
          form={form}
          at={`${at}.indicators`}
          what={t('manage.field.indicator')}
          add={t('manage.add.indicator')}
          fresh={freshIndicator}
          ordered
        >
          {(row) => <Indicator form={form} at={row as 'parts.0.indicators.0'} />}
        </RowList>
      </fieldset>
      <fieldset className="manage-fields">
        <legend>
          <b>{t('manage.field.support')}</b>
        </legend>
        <RowList
          form={form}
          at={`${at}.support`}
          what={t('manage.field.form')}
          add={t('manage.add.form')}
          fresh={{ id: null, group: '', name: '' }}
          inLine
          ordered
        >
          {(row) => {
            const here = row as 'parts.0.support.0'
            return (
              <>
                <Line form={form} at={`${here}.group`} label={t('manage.field.group')} />
                <Line form={form} at={`${here}.name`} label={t('manage.field.form')} lang="pl" />
              </>
            )
          }}
        </RowList>
      </fieldset>
    </>
  )
}

function Indicator({ form, at }: { readonly form: Project; readonly at: 'parts.0.indicators.0' }) {
  const t = useWords()
  return (
    <>
      <Words form={form} at={`${at}.name`} label={t('manage.field.name')} optional={false} />
      <div className="form-row">
        <SelectField
          label={t('manage.field.comparison')}
          choices={comparisons.map((value) => ({ value, label: t(`manage.comparisons.${value}`) }))}
          {...form.register(`${at}.comparison`)}
        />
        <NumberField
          label={t('manage.field.amount')}
          error={form.errorOf(`${at}.value`)}
          {...form.register(`${at}.value`, { setValueAs: readNumber })}
        />
        <SelectField
          label={t('manage.field.unit')}
          choices={indicatorUnits.map((value) => ({ value, label: t(`manage.units.${value}`) }))}
          {...form.register(`${at}.unit`)}
        />
        <SelectField
          label={t('manage.field.sex')}
          empty={t('manage.sexes.ALL')}
          choices={sexes.map((value) => ({ value, label: t(`manage.sexes.${value}`) }))}
          {...form.register(`${at}.sex`, { setValueAs: orNull })}
        />
        <SelectField
          label={t('manage.field.moment')}
          choices={indicatorMoments.map((value) => ({ value, label: t(`manage.moments.${value}`) }))}
          {...form.register(`${at}.moment`)}
        />
      </div>
      {form.watch(`${at}.unit`) === 'PERCENT' && (
        <Words form={form} at={`${at}.denominator`} label={t('manage.field.denominator')} />
      )}
    </>
  )
}

function Calls({ form }: { readonly form: Project }) {
  const t = useWords()
  return (
    <RowList
      form={form}
      at="calls"
      what={t('manage.field.call')}
      add={t('manage.add.call')}
      fresh={{ id: null, name: noTexts, startsOn: null, endsOn: null, criteria: [] }}
      ordered
    >
      {(row) => {
        const at = row as 'calls.0'
        return (
          <>
            <Words form={form} at={`${at}.name`} label={t('manage.field.name')} optional={false} />
            <div className="form-row">
              {(['startsOn', 'endsOn'] as const).map((day) => (
                <DateField
                  key={day}
                  label={t(`manage.field.${day}`)}
                  optional
                  error={form.errorOf(`${at}.${day}`)}
                  {...form.register(`${at}.${day}`, { setValueAs: orNull })}
                />
              ))}
            </div>
            <fieldset className="manage-fields">
              <legend>
                <b>{t('manage.field.criteria')}</b>
              </legend>
              <RowList
                form={form}
                at={`${at}.criteria`}
                what={t('manage.field.criterion')}
                add={t('manage.add.criterion')}
                fresh={{ id: null, text: noTexts }}
                ordered
              >
                {(criterion) => (
                  <Words
                    form={form}
                    at={`${criterion}.text` as 'calls.0.criteria.0.text'}
                    label={t('manage.field.criterion')}
                    optional={false}
                  />
                )}
              </RowList>
            </fieldset>
          </>
        )
      }}
    </RowList>
  )
}

function History({ form }: { readonly form: Project }) {
  const t = useWords()
  return (
    <RowList
      form={form}
      at="history"
      what={t('manage.field.event')}
      add={t('manage.add.event')}
      fresh={{ id: null, startsOn: '', endsOn: null, whenText: noTexts, text: noTexts, people: null }}
    >
      {(row) => {
        const at = row as 'history.0'
        return (
          <>
            <div className="form-row">
              <DateField
                label={t('manage.field.startsOn')}
                error={form.errorOf(`${at}.startsOn`)}
                {...form.register(`${at}.startsOn`)}
              />
              <DateField
                label={t('manage.field.endsOn')}
                optional
                error={form.errorOf(`${at}.endsOn`)}
                {...form.register(`${at}.endsOn`, { setValueAs: orNull })}
              />
              <NumberField
                label={t('manage.field.people')}
                optional
                error={form.errorOf(`${at}.people`)}
                {...form.register(`${at}.people`, { setValueAs: readNumber })}
              />
            </div>
            <Words form={form} at={`${at}.text`} label={t('manage.field.text')} optional={false} />
            <Words form={form} at={`${at}.whenText`} label={t('manage.field.whenText')} />
          </>
        )
      }}
    </RowList>
  )
}
