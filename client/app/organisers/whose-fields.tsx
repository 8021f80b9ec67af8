import type { UseFormReturn } from 'react-hook-form'
import { Controller } from 'react-hook-form'
import { useChoices } from '#client/features/planning/choices.ts'
import type { SeriesValues } from '#client/features/planning/series-form.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ComboBox } from '#client/ui/form/combo-box.tsx'
import { SelectField } from '#client/ui/form/inputs.tsx'
import { errorAt } from '#client/ui/form/error-at.ts'

/** Whose activities they are: a program, and within it a club, an edition or a group. */
export function WhoseFields({ form }: { readonly form: UseFormReturn<SeriesValues, unknown, unknown> }) {
  const t = useWords()
  const { programs } = useChoices()
  const program = programs.find(({ id }) => id === form.watch('series.programId'))
  const errors = form.formState.errors
  const parts = [
    ['clubId', program?.clubs ?? []],
    ['editionId', program?.editions ?? []],
    ['groupId', program?.groups ?? []],
  ] as const
  return (
    <>
      <Controller
        control={form.control}
        name="series.programId"
        render={({ field }) => (
          <ComboBox
            label={t('series.whose.programId')}
            name={field.name}
            error={errorAt(errors, 'series.programId')}
            choices={programs.map(({ id, name }) => ({ value: id, label: name }))}
            value={field.value}
            onChange={(id) => {
              field.onChange(id)
              for (const [part] of parts) form.setValue(`series.${part}`, '')
            }}
          />
        )}
      />
      <div className="form-row">
        {parts.map(
          ([part, options]) =>
            options.length > 0 && (
              <SelectField
                key={part}
                label={t(`series.whose.${part}`)}
                optional
                empty={t('form.none')}
                error={errorAt(errors, `series.${part}`)}
                choices={options.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.register(`series.${part}`)}
              />
            ),
        )}
      </div>
    </>
  )
}
