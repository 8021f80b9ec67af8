import { pages } from '#shared/contract/paths.ts'
import type { CityOption } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { rememberCity } from '#client/lib/remembered-city.ts'
import { Icon } from '#client/ui/icons.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import './cities.css'

/** Asks for the city once, with buttons that can't be missed. */
export function ChooseCity({ cities }: { readonly cities: readonly CityOption[] }) {
  const t = useWords()
  return (
    <>
      <PageTitle title={t('calendar.chooseCity.title')} />
      <p className="quiet">{t('calendar.chooseCity.text')}</p>
      <ul className="plain cities">
        {cities.map(({ slug, name }) => (
          <li key={slug}>
            <LocalLink to={pages.city(slug)} onClick={() => rememberCity(slug)}>
              {name}
              <Icon name="forward" size={26} />
            </LocalLink>
          </li>
        ))}
      </ul>
    </>
  )
}
