import type { ReactNode } from 'react'
import type { ArrayPath, Control, FieldArray, FieldPath, FieldValues } from 'react-hook-form'
import { useFieldArray, useWatch } from 'react-hook-form'
import type { Texts } from '#shared/contract/manage/views.ts'
import { audiences as allAudiences, type Audience } from '#shared/contract/kinds.ts'
import { slugOfName } from '#shared/contract/slug-of-name.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { CheckGroup } from '#client/ui/form/choices.tsx'
import { ComboBox } from '#client/ui/form/combo-box.tsx'
import { TextField } from '#client/ui/form/inputs.tsx'
import { ThreeLanguages } from '#client/ui/form/three-languages.tsx'
import type { PanelForm } from '#client/ui/form/use-form.ts'
import { Icon } from '#client/ui/icons.tsx'

/** A form as its fields need it, whatever it is about. */
export type AnyForm<Values extends FieldValues> = PanelForm<Values, never> | PanelForm<Values, object>

type At<Values extends FieldValues> = { readonly form: AnyForm<Values>; readonly at: FieldPath<Values> }

/** `''` in a field that may be empty is nothing. */
export const orNull = (typed: unknown): unknown => (typed === '' || typed === undefined ? null : typed)

/** A text field of a form; `optional` ones are null when empty. */
export function Line<Values extends FieldValues>({
  form,
  at,
  label,
  hint,
  optional = false,
  lang,
}: At<Values> & {
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  readonly lang?: string
}) {
  const registered = form.register(at, optional ? { setValueAs: orNull } : {})
  return <TextField label={label} hint={hint} optional={optional} lang={lang} error={form.errorOf(at)} {...registered} />
}

/** The name, and the name in addresses that follows it until somebody types one. */
export function NameAndSlug<Values extends FieldValues>({
  form,
  isNew,
  prefix = '',
}: {
  readonly form: AnyForm<Values>
  readonly isNew: boolean
  readonly prefix?: string
}) {
  const t = useWords()
  const [name, slug] = ['name', 'slug'] as FieldPath<Values>[]
  if (!name || !slug) return null
  const registered = form.register(name, {
    onChange: ({ target }: { target: HTMLInputElement }) => {
      if (!isNew || form.getFieldState(slug).isTouched) return
      form.setValue(slug, `${prefix}${slugOfName(target.value)}` as never, { shouldDirty: true })
    },
  })
  return (
    <>
      <TextField label={t('manage.field.name')} error={form.errorOf(name)} {...registered} />
      <Line form={form} at={slug} label={t('manage.field.slug')} hint={t('manage.field.slugHint')} />
    </>
  )
}

/** A text in three languages. */
export function Words<Values extends FieldValues>({
  form,
  at,
  label,
  hint,
  optional = true,
  long = false,
}: At<Values> & {
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  readonly long?: boolean
}) {
  return (
    <ThreeLanguages
      label={label}
      {...(hint !== undefined && { hint })}
      optional={optional}
      long={long}
      name={at}
      register={form.register}
      errors={form.formState.errors}
      values={form.getValues(at) as Texts | null}
    />
  )
}

/** One of a list, found by typing; null where nothing is chosen. What is chosen and not offered any more keeps its name. */
export function Reference<Values extends FieldValues>({
  form,
  at,
  label,
  hint,
  choices,
  names,
  optional = false,
  onChosen,
}: At<Values> & {
  readonly label: string
  readonly hint?: string
  readonly choices: readonly { readonly id: string; readonly name: string; readonly address?: string }[]
  readonly names: Readonly<Record<string, string>>
  readonly optional?: boolean
  readonly onChosen?: (id: string | null) => void
}) {
  const value = (useWatch({ control: form.control as Control<Values>, name: at }) as string | null | undefined) ?? ''
  const offered = choices.map(({ id, name, address }) => ({
    value: id,
    label: name,
    ...(address !== undefined && { text: address }),
  }))
  const kept = value !== '' && !offered.some((choice) => choice.value === value)
  return (
    <ComboBox
      label={label}
      name={at}
      hint={hint}
      optional={optional}
      error={form.errorOf(at)}
      choices={kept ? [{ value, label: names[value] ?? value }, ...offered] : offered}
      value={value}
      onChange={(next) => {
        form.setValue(at, (next === '' ? null : next) as never, { shouldDirty: true, shouldValidate: true })
        onChosen?.(next === '' ? null : next)
      }}
    />
  )
}

export function Audiences<Values extends FieldValues>({ form, at }: At<Values>) {
  const t = useWords()
  const value = (useWatch({ control: form.control as Control<Values>, name: at }) as readonly Audience[] | undefined) ?? []
  return (
    <CheckGroup
      label={t('manage.field.audiences')}
      name={at}
      optional
      choices={allAudiences.map((audience) => ({ value: audience, label: t(`audiences.${audience}`) }))}
      value={value}
      onChange={(next) => form.setValue(at, next as never, { shouldDirty: true })}
    />
  )
}

/** A list of rows: added at the end, taken out, moved up. */
export function RowList<Values extends FieldValues>({
  form,
  at,
  what,
  add,
  fresh,
  inLine = false,
  ordered = false,
  children,
}: {
  readonly form: AnyForm<Values>
  readonly at: ArrayPath<Values>
  /** What one row is, for the names of its buttons. */
  readonly what: string
  readonly add: string
  readonly fresh: unknown
  /** Rows of a few short fields stand in one line. */
  readonly inLine?: boolean
  readonly ordered?: boolean
  readonly children: (at: string, index: number) => ReactNode
}) {
  const t = useWords()
  const { fields, append, remove, swap } = useFieldArray({
    control: form.control as Control<Values>,
    name: at,
    keyName: 'rowKey',
  })
  const error = form.errorOf(at as unknown as FieldPath<Values>)
  return (
    <div className="manage-rows">
      {fields.map(({ rowKey }, index) => {
        const named = `${what} ${index + 1}`
        const tools = (
          <div className="manage-row-tools">
            {ordered && index > 0 && (
              <Button look="quiet" aria-label={t('manage.up', { what: named })} onClick={() => swap(index, index - 1)}>
                ↑
              </Button>
            )}
            <Button look="quiet" aria-label={t('manage.remove', { what: named })} onClick={() => remove(index)}>
              <Icon name="cross" size={18} />
            </Button>
          </div>
        )
        return inLine ? (
          <fieldset key={rowKey} className="manage-line" aria-label={named}>
            {children(`${at}.${index}`, index)}
            {tools}
          </fieldset>
        ) : (
          <fieldset key={rowKey} className="manage-row" aria-label={named}>
            <div className="manage-row-head">
              <h3>{named}</h3>
              {tools}
            </div>
            {children(`${at}.${index}`, index)}
          </fieldset>
        )
      })}
      {error && <p className="form-error">{error}</p>}
      <div>
        <Button onClick={() => append(fresh as FieldArray<Values, ArrayPath<Values>>)}>{add}</Button>
      </div>
    </div>
  )
}
