import { pages, selectionPage } from '#shared/contract/paths.ts'
import { everything, type Selection } from '#shared/contract/selection.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ButtonLink, type ButtonLook } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icons.tsx'

type TakeHomeProps = {
  readonly slice: Selection['slice']
  readonly look?: ButtonLook
  /** False where a week sheet would be empty for ever. */
  readonly printed?: boolean
}

/** Takes the calendar of a place along: to the phone, or on paper. */
export function TakeHome({ slice, look = 'main', printed = true }: TakeHomeProps) {
  const t = useWords()
  const selection = { ...everything, slice }
  return (
    <>
      <ButtonLink look={look} wide to={selectionPage(pages.subscribe, selection)}>
        <Icon name="phone" />
        {t('place.subscribe')}
      </ButtonLink>
      {printed && (
        <ButtonLink wide to={selectionPage(pages.week, selection)}>
          <Icon name="print" />
          {t('place.print')}
        </ButtonLink>
      )}
    </>
  )
}
