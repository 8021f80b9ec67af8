import { History } from '#client/features/audit/history.tsx'
import { useRights } from '#client/features/me/queries.ts'

/** What was done to one thing, at the end of its page, for those to whom the log is open. */
export function ObjectHistory({ object }: { readonly object: string }) {
  return useRights().includes('audit') ? <History object={object} /> : null
}
