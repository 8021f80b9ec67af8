import { OfflineError, ProblemError } from '#client/lib/api.ts'
import { useWords } from '#client/i18n/use-words.ts'

/** Why something can't be imported, in words. */
export function useFailureWords(): (error: Error) => string {
  const t = useWords()
  return (error) => {
    if (error instanceof OfflineError) return t('form.failed.offline')
    if (!(error instanceof ProblemError)) return t('form.failed.fault')
    const words: Readonly<Record<string, string>> = t('imports.failed', { returnObjects: true })
    const { fault } = error.details
    const known = words[typeof fault === 'string' ? fault : error.code] ?? words[error.code]
    if (known) return known
    if (error.status === 401) return t('form.failed.signedOut')
    return t(error.status === 403 ? 'form.failed.notAllowed' : error.status === 404 ? 'form.failed.gone' : 'form.failed.refused')
  }
}
