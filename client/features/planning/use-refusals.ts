import { useState } from 'react'
import { ProblemError } from '#client/lib/api.ts'
import { useIssueWords } from '#client/ui/form/issue-words.ts'
import { useSaveMessage } from '#client/ui/form/use-form.ts'

/** What the server refused of a small form whose values are plain state: sentences by the names of fields, and one for all of it. */
export function useRefusals() {
  const wordsOf = useIssueWords()
  const messageOf = useSaveMessage()
  const [error, setError] = useState<Error | null>(null)
  const issues = error instanceof ProblemError ? error.issues : []
  const at = new Map(issues.map((issue) => [issue.name, wordsOf(issue)]))
  return {
    refuse: (refused: Error) => setError(refused),
    forget: () => setError(null),
    errorOf: (name: string): string | undefined => at.get(name),
    /** Where no field is to blame. */
    message: error && issues.length === 0 ? messageOf(error) : null,
    /** All sentences, for those whose field isn't shown. */
    all: [...at.entries()],
    error,
    /** What an error says in one breath, where it stands beside nothing. */
    sentenceOf: (one: Error): string =>
      one instanceof ProblemError && one.issues.length > 0 ? one.issues.map((issue) => wordsOf(issue)).join(' ') : messageOf(one),
  }
}

export const isEditedMeanwhile = (error: Error | null): error is ProblemError =>
  error instanceof ProblemError && error.code === 'edited-meanwhile'
