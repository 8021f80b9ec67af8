import type { FieldValues } from 'react-hook-form'
import { projectRoles } from '#shared/contract/manage/project.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { CheckField, DateField, NumberField, readNumber, SelectField, TextArea, TextField } from '#client/ui/form/inputs.tsx'
import { Line, NameAndSlug, orNull, Reference, RowList, Words, type AnyForm } from './fields.tsx'
import { Calls, History } from './project-history.tsx'
import { Part } from './project-part.tsx'
import { freshPart, type ProjectForm } from './project-values.ts'
import { readAmount } from './amount.ts'
import { useChoices } from './queries.ts'

type Named = { readonly form: ProjectForm; readonly names: Readonly<Record<string, string>> }

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
