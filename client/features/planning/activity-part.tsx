import { Controller, type FieldPath, type UseFormReturn } from 'react-hook-form'
import { threeValues } from '#shared/contract/kinds.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { RadioCards } from '#client/ui/form/choices.tsx'
import { ThreeLanguages } from '#client/ui/form/three-languages.tsx'
import type { ActivityValues } from './activity-values.ts'

export type WithActivity = { activity: ActivityValues }

export type FieldsProps<Values extends WithActivity> = {
  readonly form: UseFormReturn<Values, unknown, unknown> & { readonly errorOf: (name: FieldPath<Values>) => string | undefined }
}

/** The same form, seen by its part that every form with an activity has. */
export const narrowed = <Values extends WithActivity>({ form }: FieldsProps<Values>) =>
  form as unknown as FieldsProps<WithActivity>['form']

type TextName =
  'title' | 'description' | 'planB' | 'meetingPoint' | 'bring' | 'costText' | 'contactHours' | 'eligibility' | 'discreetTitle'

/** One text of an activity, in three languages. */
export function Texts({
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

type ThreeValuedName = 'stepFree' | 'signLanguage' | 'easyToRead' | 'inductionLoop'

/** What is so, isn't, or isn't known. */
export function ThreeValued({ form, name }: FieldsProps<WithActivity> & { readonly name: ThreeValuedName }) {
  const t = useWords()
  return (
    <Controller
      control={form.control}
      name={`activity.${name}`}
      render={({ field }) => (
        <RadioCards
          label={t(`series.fields.${name}`)}
          name={field.name}
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
