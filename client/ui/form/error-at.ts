import type { FieldErrors, FieldValues } from 'react-hook-form'

/** The message that stands at `title.pl` in a form's errors; of a whole group where only that is wrong. */
export function errorAt<Values extends FieldValues>(errors: FieldErrors<Values>, name: string): string | undefined {
  const found = name
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
      errors,
    )
  if (typeof found !== 'object' || found === null) return undefined
  if ('message' in found && typeof found.message === 'string') return found.message
  return 'root' in found ? errorAt({ root: found.root } as FieldErrors<Values>, 'root') : undefined
}

/** Every message of a form with the name of its field, in the order of the form's values. */
export function allErrors(errors: object, path: readonly string[] = []): readonly { name: string; message: string }[] {
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null || key === 'ref') return []
    const name = [...path, key]
    if ('message' in value && typeof value.message === 'string' && value.message !== '')
      return [{ name: name.filter((part) => part !== 'root').join('.'), message: value.message }]
    return allErrors(value, name)
  })
}
