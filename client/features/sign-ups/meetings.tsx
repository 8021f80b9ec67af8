import type { ManageView } from '#shared/contract/public.ts'
import { formatClock, formatShortDay } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { sayAbsence } from './queries.ts'

type MeetingsProps = {
  readonly token: string
  readonly signUp: ManageView
  readonly isBusy: boolean
  readonly run: (act: () => Promise<void>) => void
}

/** When whoever is expected each time is expected next, with "I won't come" for each day. */
export function Meetings({ token, signUp: { meetings, outcome }, isBusy, run }: MeetingsProps) {
  const t = useWords()
  const language = useLanguage()
  if (meetings.length === 0 || outcome !== 'confirmed') return null
  return (
    <Card heading={t('signUp.meetings.heading')}>
      <p>{t('signUp.meetings.lead')}</p>
      <ul className="plain sign-up-meetings">
        {meetings.map(({ session, start, cancelled, away }) => {
          const when = [formatShortDay(start.slice(0, 10), language), ...(start.length > 10 ? [formatClock(start)] : [])].join(
            ', ',
          )
          return (
            <li key={session}>
              <span>
                {cancelled || away ? <s>{when}</s> : when}
                {(cancelled || away) && (
                  <span className="sign-up-meeting-off">{t(`signUp.meetings.${cancelled ? 'cancelled' : 'away'}`)}</span>
                )}
              </span>
              {(!cancelled || away) && (
                <Button
                  look={away ? 'plain' : 'quiet'}
                  aria-disabled={isBusy}
                  aria-label={t(`signUp.meetings.${away ? 'comeOne' : 'stayOne'}`, { when })}
                  onClick={() => run(() => sayAbsence(token, { session, away: !away }))}
                >
                  {t(`signUp.meetings.${away ? 'come' : 'stay'}`)}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
