import type { ActivityView } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { buttonClass } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icons.tsx'

/** Calls or writes to those who run the activity. Nothing where there is no contact. */
export function ContactButtons({ contact }: { readonly contact: ActivityView['contact'] }) {
  const t = useWords()
  return (
    <>
      {contact?.phone && (
        <a className={buttonClass('plain', true)} href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>
          <Icon name="call" />
          {t('session.call', { phone: contact.phone.replaceAll(' ', '\u00a0') })}
        </a>
      )}
      {contact?.email && (
        <a className={buttonClass('plain', true)} href={`mailto:${contact.email}`}>
          {t('session.write', { email: contact.email })}
        </a>
      )}
    </>
  )
}
