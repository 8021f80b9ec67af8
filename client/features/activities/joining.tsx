import type { ActivityView } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Fact } from '#client/ui/facts.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'

/** How one takes part today, honestly: what the website can't do yet isn't offered. */
export function Joining({ activity, label }: { readonly activity: ActivityView; readonly label: string }) {
  const t = useWords()
  const { enrolment, capacity, contact } = activity
  const askedFor = enrolment !== 'OPEN'
  const closed = enrolment === 'BY_INVITATION' || enrolment === 'BY_APPOINTMENT' // their numbers could tell who comes
  return (
    <Fact icon="person" label={label} answer={t(`activity.joining.${enrolment}.title`)}>
      <p>{t(`activity.joining.${enrolment}.text`)}</p>
      {capacity !== null && !closed && <p>{t('activity.capacity', { count: capacity })}</p>}
      {contact?.hours && (
        <p>
          {t('activity.hours')} <ForeignText text={contact.hours} />
        </p>
      )}
      {askedFor && !contact?.phone && !contact?.email && <p>{t('activity.noContact')}</p>}
    </Fact>
  )
}
