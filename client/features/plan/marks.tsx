import { useWords } from '#client/i18n/use-words.ts'
import { Mark } from '#client/ui/note.tsx'
import type { PlannedSession } from './queries.ts'

/** What is special about a session, each in a word. */
export function Marks({ session }: { readonly session: PlannedSession }) {
  const t = useWords()
  const { draft, cancelled, moved, discreet } = session
  return (
    <>
      {cancelled && <Mark tone="window">{t('plan.marks.cancelled')}</Mark>}
      {moved && !cancelled && <Mark tone="sky">{t('plan.marks.moved')}</Mark>}
      {draft && <Mark tone="plain">{t('plan.marks.draft')}</Mark>}
      {discreet && <Mark tone="plain">{t('plan.marks.discreet')}</Mark>}
    </>
  )
}

/** Says above a list that what stands in it is made up, as long as anything in it is. */
export function SampleNote({ sessions }: { readonly sessions: readonly PlannedSession[] }) {
  const t = useWords()
  if (!sessions.some(({ sample }) => sample)) return null
  return (
    <p>
      <Mark tone="sun">{t('plan.sample')}</Mark>
    </p>
  )
}
