import { comparisons, indicatorMoments, indicatorUnits, sexes } from '#shared/contract/kinds.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { NumberField, readNumber, SelectField, TextField } from '#client/ui/form/inputs.tsx'
import { readAmount } from './amount.ts'
import { Line, orNull, RowList, Words } from './fields.tsx'
import type { ProjectForm, ProjectValues } from './project-values.ts'
import { noTexts } from './texts.ts'

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

/** A part of a project: its money, its indicators and the support it gives. */
export function Part({ form, at }: { readonly form: ProjectForm; readonly at: 'parts.0' }) {
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

function Indicator({ form, at }: { readonly form: ProjectForm; readonly at: 'parts.0.indicators.0' }) {
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
