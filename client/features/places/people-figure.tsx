import type { PlaceInWhole } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'

/** How many people it is for, large. */
export function PeopleFigure({ people }: { readonly people: NonNullable<PlaceInWhole['people']> }) {
  const t = useWords()
  const count = t('place.peopleCount', { count: people.target })
  return (
    <div className="people-figure">
      <p>
        <b className="figure">{people.about ? t('place.peopleAbout', { people: count }) : count}</b>
      </p>
      {people.note && (
        <p className="quiet">
          <ForeignText text={people.note} />
        </p>
      )}
    </div>
  )
}
