import { useCallback } from 'react'
import type { Issue } from '#shared/contract/problem.ts'
import { useWords } from '#client/i18n/use-words.ts'

/** What zod says of a value, as far as we read it. */
type SchemaIssue = {
  readonly code: string
  readonly input?: unknown
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
  readonly origin?: string
  readonly format?: string
}

/** The sentence for a mistake, whether the browser or the server found it: by its code, in the reader's language. */
export function useIssueWords(): (issue: SchemaIssue | Issue) => string {
  const t = useWords()
  return useCallback(
    (issue) => {
      if ('expected' in issue && 'name' in issue) return serverWords(issue as Issue, t)
      const { code, input, minimum, maximum, origin, format } = issue as SchemaIssue
      const text = origin === 'string' || origin === 'array'
      if (input === undefined || input === null || input === '') return t('form.issues.missing')
      if (code === 'too_small' && origin === 'array') return t('form.issues.chooseOne')
      if (code === 'too_small')
        return Number(minimum) === 1 && text ? t('form.issues.missing') : t('form.issues.atLeast', { least: Number(minimum) })
      if (code === 'too_big')
        return text ? t('form.issues.tooLong', { most: Number(maximum) }) : t('form.issues.atMost', { most: Number(maximum) })
      if (code === 'invalid_format' && (format === 'email' || format === 'url')) return t(`form.issues.${format}`)
      if (code === 'invalid_type') return t('form.issues.notANumber')
      return t('form.issues.wrong')
    },
    [t],
  )
}

function serverWords({ code = '', value, name }: Issue, t: ReturnType<typeof useWords>): string {
  if (code === 'invalid_type' && (value === '' || value === 'undefined' || value === 'null')) return t('form.issues.missing')
  const faults: Readonly<Record<string, string>> = t('schedule.faults', {
    returnObjects: true,
    value,
    place: name.split('.').at(-1),
  })
  const words: Readonly<Record<string, string>> = t('form.server', { returnObjects: true })
  return faults[code] ?? words[code] ?? t('form.issues.refused')
}
