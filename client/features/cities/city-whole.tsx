import { pages } from '#shared/contract/paths.ts'
import type { CityOption, Link } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Mark } from '#client/ui/note.tsx'
import './cities.css'

/** Everything that a city has, one step away: its programs, finished ones too, its clubs and its places. */
export function CityWhole({ city }: { readonly city: CityOption }) {
  const t = useWords()
  return (
    <section className="city-whole no-print" aria-labelledby="city-whole">
      <div className="page">
        <h2 id="city-whole">{t('calendar.place.label')}</h2>
        <div className="city-columns">
          <Links heading={t('calendar.place.programs')} links={city.programs} to={(slug) => pages.of('programs', slug)} />
          <Links heading={t('calendar.place.clubs')} links={city.clubs} to={(slug) => pages.of('clubs', slug)} />
          <Links heading={t('calendar.place.venues')} links={city.venues} to={(slug) => pages.of('venues', slug)} />
        </div>
      </div>
    </section>
  )
}

type LinksProps = {
  readonly heading: string
  readonly links: readonly (Link & { readonly finished?: boolean; readonly sample?: boolean })[]
  readonly to: (slug: string) => string
}

function Links({ heading, links, to }: LinksProps) {
  const t = useWords()
  if (links.length === 0) return null
  return (
    <div>
      <h3>{heading}</h3>
      <ul className="plain">
        {links.map(({ slug, name, finished, sample }) => (
          <li key={slug}>
            <LocalLink to={to(slug)}>{name}</LocalLink> {finished && <Mark tone="plain">{t('calendar.place.finished')}</Mark>}
            {sample && <Mark tone="sun">{t('calendar.place.invented')}</Mark>}
          </li>
        ))}
      </ul>
    </div>
  )
}
