import { SeatsFact } from '#client/features/sign-ups/seats-fact.tsx'
import { SignUp } from '#client/features/sign-ups/sign-up.tsx'
import { useSession } from '#client/features/sessions/queries.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Facts } from '#client/ui/facts.tsx'

/** One signs up through the next meeting, which is for all of them. */
export default function Join({ sessionId }: { readonly sessionId: string }) {
  const t = useWords()
  const { data: session } = useSession(sessionId, useLanguage())
  if (!session || session.discreet) return null
  return (
    <>
      <Facts>
        <SeatsFact
          sessionId={sessionId}
          label={t('session.joining')}
          title={t(`activity.joining.${session.activity.enrolment}.title`)}
        />
      </Facts>
      <SignUp session={session} />
    </>
  )
}
