import { pages, selectionPage } from '#shared/contract/paths.ts'
import type { Selection } from '#shared/contract/selection.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ButtonLink } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icons.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'

/** The main thing to do with a calendar: have the same choice on the phone. On a phone it stays at the bottom of the screen. */
export function AddToPhone({ selection }: { readonly selection: Selection }) {
  const t = useWords()
  const lasting = { ...selection, range: null }
  return (
    <div className="add-to-phone">
      <div className="add-to-phone-bar">
        <ButtonLink look="main" wide to={selectionPage(pages.subscribe, lasting)}>
          <Icon name="phone" />
          {t('calendar.addToPhone')}
        </ButtonLink>
      </div>
      <p className="quiet add-to-phone-note">{t('calendar.addToPhoneNote')}</p>
      <p className="add-to-phone-note">
        <LocalLink to={selectionPage(pages.week, lasting)} className="icon-link">
          <Icon name="print" size={20} />
          {t('calendar.printWeek')}
        </LocalLink>
      </p>
    </div>
  )
}
