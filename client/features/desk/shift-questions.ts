import type { Language } from '#shared/contract/kinds.ts'
import { missingKinds, type StaffShiftInput } from '#shared/contract/shift.ts'
import { formatTimeRange } from '#shared/time/format.ts'
import type { useWords } from '#client/i18n/use-words.ts'
import type { ProblemError } from '#client/lib/api.ts'

type Words = ReturnType<typeof useWords>
type Question = { readonly title: string; readonly text: string; readonly yes: string }

/** What to do about a shift that isn't given: ask and send once more, or say why not. */
export type WayOn =
  | { readonly kind: 'ask'; readonly question: Question; readonly agreed: Partial<StaffShiftInput> }
  | { readonly kind: 'say'; readonly text: string }

/** Null: nothing about the shift itself. */
export function wayOn({ code, details }: ProblemError, t: Words, language: Language): WayOn | null {
  const ask = (topic: 'Overlap' | 'Check' | 'Full', text: string, agreed: Partial<StaffShiftInput>): WayOn => ({
    kind: 'ask',
    question: { title: t(`deskShifts.ask${topic}`), text, yes: t(`deskShifts.ask${topic}Yes`) },
    agreed,
  })
  if (code === 'overlapping') {
    const when = formatTimeRange(String(details['start']), String(details['end']), language)
    return ask('Overlap', t('deskShifts.askOverlapText', { when }), { overlapping: true })
  }
  if (code === 'requirements-missing') {
    const missing = details['missing']
    const lacks = missingKinds.filter((one) => Array.isArray(missing) && missing.includes(one))
    const what = lacks.map((one) => t(`deskShifts.lack.${one}`)).join(', ')
    return ask('Check', t('deskShifts.askCheckText', { what }), { waiting: true })
  }
  if (code === 'session-full') return ask('Full', t('deskShifts.askFullText'), { waiting: true })
  if (code === 'too-young') return { kind: 'say', text: t('deskShifts.tooYoung', { age: String(details['minAge']) }) }
  return code === 'already-signed-up' ? { kind: 'say', text: t('deskShifts.already') } : null
}
