import type { FieldValues } from 'react-hook-form'
import { useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useSaveMessage, type PanelForm } from '#client/ui/form/use-form.ts'

/** Why the server said no, in the words of signing in and of roles; everything else as forms say it. */
export function useRefusalWords(): (error: Error) => string {
  const t = useWords()
  const messageOf = useSaveMessage()
  return (error) => {
    const known: Readonly<Record<string, string>> = t('accounts.refusals', { returnObjects: true })
    return (error instanceof ProblemError && known[error.code]) || messageOf(error)
  }
}

/** Puts a refusal where it belongs: beside its field, or above the form in the words that fit. */
export function useRefuse<Values extends FieldValues, Output>(form: PanelForm<Values, Output>): (error: Error) => void {
  const wordsOf = useRefusalWords()
  return (error) => {
    if (error instanceof ProblemError && error.issues.length > 0) form.refuse(error)
    else form.setError('root.server', { type: 'server', message: wordsOf(error) })
  }
}
