import { ProblemError } from '#client/lib/api.ts'
import { useIssueWords } from '#client/ui/form/issue-words.ts'
import type { Faults } from './schedule-editor.tsx'

/**
 * What the server says of a schedule while it is typed, by the part that it is about: the sentence stands beside that field at once,
 * not only after a try to save.
 *
 * @param refusals - of the preview and of the last save, the newest last; issues about anything else are left to others
 */
export function useScheduleFaults(...refusals: readonly (Error | null)[]): Faults {
  const wordsOf = useIssueWords()
  const issues = refusals.flatMap((error) => (error instanceof ProblemError ? error.issues : []))
  const found = issues.flatMap((issue) => {
    const part = /^schedule(?:\.(.+))?$/.exec(issue.name)
    return part ? [[part[1] ?? 'rule', { text: wordsOf(issue), code: issue.code ?? '' }] as const] : []
  })
  return Object.fromEntries(found)
}
