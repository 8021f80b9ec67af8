import { useWords } from '#client/i18n/use-words.ts'
import { DateField, NumberField, readNumber } from '#client/ui/form/inputs.tsx'
import { orNull, RowList, Words } from './fields.tsx'
import type { ProjectForm } from './project-values.ts'
import { noTexts } from './texts.ts'

/** Calls for participants, with their criteria. */
export function Calls({ form }: { readonly form: ProjectForm }) {
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

/** What happened in the project, for its page. */
export function History({ form }: { readonly form: ProjectForm }) {
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
