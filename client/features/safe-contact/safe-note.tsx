import type { SafeToCall } from '#shared/contract/safe-contact.ts'
import { weekdayNames } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Note } from '#client/ui/note.tsx'

type Props = { readonly safe: SafeToCall; readonly mail?: 'usual' | 'neutral' | 'none' }

/** What whoever calls must read before anything else (mechanics 24). */
export function SafeNote({ safe: { calls, sms, voicemail, days, from, to, opening }, mail }: Props) {
  const t = useWords()
  const names = weekdayNames(useLanguage(), 'long')
  const onDays = days.length === 0 ? t('safe.everyDay') : days.map((day) => names[day - 1]).join(', ')
  const hours = from !== null && to !== null ? t('safe.hours', { from, to }) : null
  const when = days.length === 0 && hours === null ? t('safe.always') : [onDays, hours].filter(Boolean).join(', ')
  return (
    <Note tone="window" filled>
      <h3>{t('safe.heading')}</h3>
      {opening !== '' && (
        <p>
          {t('safe.openWith')} <b>{opening}</b>
        </p>
      )}
      <ul className="plain">
        <li>{calls ? t('safe.call', { when }) : t('safe.noCall')}</li>
        {calls && <li>{t(voicemail ? 'safe.voicemail' : 'safe.noVoicemail')}</li>}
        <li>{t(sms ? 'safe.sms' : 'safe.noSms')}</li>
        {mail && <li>{t(`safe.mail.${mail}`)}</li>}
      </ul>
    </Note>
  )
}
