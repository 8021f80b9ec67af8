import type { HeldPlace, MergeSide } from '#shared/contract/merge.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { formatClock, formatDay, formatShortDay, wallInWarsaw } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'

/** One of two who may be one: all that is known of them that helps to tell. */
export function Side({ heading, side }: { readonly heading: string; readonly side: MergeSide }) {
  const t = useWords()
  const language = useLanguage()
  const facts: readonly (readonly [string, string])[] = [
    [t('merges.phone'), side.phone ?? t('merges.none')],
    [t('merges.email'), side.email ?? t('merges.none')],
    ...(side.guardian === null ? [] : ([[t('merges.guardian'), side.guardian]] as const)),
    ...(side.children.length === 0 ? [] : ([[t('merges.children'), side.children.join(', ')]] as const)),
    [t('merges.since'), formatDay(wallInWarsaw(Date.parse(side.since)).slice(0, 10), language)],
    [t('merges.attended'), String(side.attended)],
    [t('merges.papers'), String(side.papers)],
    [t('merges.calendars'), String(side.calendars)],
    [t('merges.safe'), t(side.safe ? 'merges.yes' : 'merges.no')],
  ]
  return (
    <section className="merge-side">
      <h3>
        <span className="quiet">{heading}</span> {side.name}
      </h3>
      <dl>
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div className="merge-places">
          <dt>{t('merges.coming')}</dt>
          <dd>
            {side.signUps.length === 0 ? (
              t('merges.nothing')
            ) : (
              <ul>
                {side.signUps.map((place) => (
                  <Place key={place.id} place={place} />
                ))}
              </ul>
            )}
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Place({ place: { title, start, kind, status } }: { readonly place: HeldPlace }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <li>
      <ForeignText text={title} />
      <span className="quiet">
        {[start === null ? '' : beginsAt(start, language), t(`merges.kind.${kind}`), t(`merges.status.${status}`)]
          .filter(Boolean)
          .map((part) => ` · ${part}`)
          .join('')}
      </span>
    </li>
  )
}

const beginsAt = (start: string, language: Language): string =>
  [formatShortDay(start.slice(0, 10), language), ...(start.length > 10 ? [formatClock(start)] : [])].join(', ')
