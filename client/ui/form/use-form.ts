import { zodResolver } from '@hookform/resolvers/zod'
import { useCallback } from 'react'
import { useForm as useHookForm, type DefaultValues, type FieldPath, type FieldValues, type UseFormReturn } from 'react-hook-form'
import * as z from 'zod'
import { useWords } from '#client/i18n/use-words.ts'
import { OfflineError, ProblemError } from '#client/lib/api.ts'
import { isUnanswered } from '#client/lib/use-save.ts'
import { errorAt } from './error-at.ts'
import { useIssueWords } from './issue-words.ts'

// Without it zod tries whether it may make code from text, which our content security policy forbids and reports.
z.config({ jitless: true })

export type PanelForm<Values extends FieldValues, Output> = UseFormReturn<Values, unknown, Output> & {
  /** What is wrong with a field, in words. */
  readonly errorOf: (name: FieldPath<Values>) => string | undefined
  /** Puts the server's issues beside their fields; what belongs to no field, or isn't about the form, stands above it. */
  readonly refuse: (error: Error) => void
}

/**
 * A form over a schema of `shared/contract`: the browser checks what the server will check. Messages are ours, in the reader's
 * language, and what was typed stays whatever happens.
 *
 * @param convert - makes what is sent of what is typed ('' of nothing); names of fields stay the same
 */
export function useForm<Values extends FieldValues, Output>(
  schema: z.ZodType<Output, Values>,
  defaultValues: DefaultValues<Values>,
): PanelForm<Values, Output>
export function useForm<Values extends FieldValues, Output>(
  schema: z.ZodType<Output>,
  defaultValues: DefaultValues<Values>,
  convert: (values: Values) => unknown,
): PanelForm<Values, Output>
export function useForm<Values extends FieldValues, Output>(
  schema: z.ZodType<Output>,
  defaultValues: DefaultValues<Values>,
  convert: (values: Values) => unknown = (values) => values,
): PanelForm<Values, Output> {
  const wordsOf = useIssueWords()
  const messageOf = useSaveMessage()
  const form = useHookForm<Values, unknown, Output>({
    resolver: (values, context, options) => {
      const resolve = zodResolver(schema as z.ZodType<Output, FieldValues>, { error: (issue) => wordsOf(issue) })
      return resolve(convert(values) as FieldValues, context, options as never) as never
    },
    defaultValues,
    mode: 'onTouched',
    shouldFocusError: false, // the summary takes the focus and leads to each field
  })
  const { setError } = form
  const refuse = useCallback(
    (error: Error) => {
      const issues = error instanceof ProblemError ? error.issues : []
      for (const issue of issues)
        setError((issue.name || 'root') as FieldPath<Values>, { type: 'server', message: wordsOf(issue) })
      if (issues.length === 0) setError('root.server', { type: 'server', message: messageOf(error) })
    },
    [setError, wordsOf, messageOf],
  )
  return { ...form, errorOf: (name) => errorAt(form.formState.errors, name), refuse }
}

/** Why a save didn't happen, in words, where it isn't about one field. */
export function useSaveMessage(): (error: Error) => string {
  const t = useWords()
  return (error) => {
    if (error instanceof OfflineError || isUnanswered(error)) return t('form.failed.offline')
    if (!(error instanceof ProblemError)) return t('form.failed.fault')
    if (error.status === 401) return t('form.failed.signedOut')
    if (error.status === 403) return t('form.failed.notAllowed')
    if (error.status === 404) return t('form.failed.gone')
    if (error.status === 409) return t('form.failed.conflict')
    if (error.status === 429) return t('form.failed.tooMany')
    return t(error.status >= 500 ? 'form.failed.fault' : 'form.failed.refused')
  }
}
