import type { PlaceInWhole } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'

/** Cohorts that go through the same stages one after the other. */
export function Editions({ editions }: { readonly editions: PlaceInWhole['editions'] }) {
  const t = useWords()
  return (
    <ul className="plain editions">
      {editions.map(({ name, size, stages }) => (
        <li key={name}>
          <p>
            <b>{name}</b>{' '}
            <span className="quiet">
              {size === null ? t('place.editionSizeUnknown') : t('place.editionSize', { count: size })}
            </span>
          </p>
          {stages.length > 0 && (
            <ol lang="pl" aria-label={t('place.stages')}>
              {stages.map((stage) => (
                <li key={stage}>{stage}</li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ul>
  )
}
