import type { PlaceInWhole } from '#shared/contract/public.ts'
import { formatDayRange } from '#shared/time/format.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { Mark, Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import './places.css'

/** What it is, its name as published, when it ran, and whether it is over. */
export function PlaceTitle({ place }: { readonly place: PlaceInWhole }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <header className="place-title">
      <p className="what-word">
        {t(`place.what.${place.what}`)} {place.finished && <Mark tone="plain">{t('place.finished')}</Mark>}
      </p>
      <PageTitle title={place.name}>
        <span lang="pl">{place.name}</span>
      </PageTitle>
      {place.period && <p className="quiet">{periodInWords(place.period, language)}</p>}
      {place.finished && (
        <Note tone="sky" filled>
          <p>{t(`place.finishedNote.${place.what}`)}</p>
        </Note>
      )}
      {place.description && (
        <p className="prose">
          <ForeignText text={place.description} />
        </p>
      )}
    </header>
  )
}

/** "1 stycznia 2021 – 30 czerwca 2023"; years alone where nothing more exact was published. */
function periodInWords({ from, to, exact }: NonNullable<PlaceInWhole['period']>, language: Language): string {
  if (exact) return formatDayRange(from, to, language)
  return [...new Set([from.slice(0, 4), to.slice(0, 4)])].join('–')
}
