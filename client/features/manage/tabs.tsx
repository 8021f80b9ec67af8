import { panelPages } from '#shared/contract/panel-paths.ts'
import { type ManagedNoun } from '#shared/contract/paths.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { LocalLink } from '#client/ui/local-link.tsx'

const together: readonly ManagedNoun[] = ['programs', 'clubs', 'projects', 'organisations', 'cities', 'districts']

/** The lists that stand under one entry of the navigation. Venues have one of their own. */
export function Tabs({ noun }: { readonly noun: ManagedNoun }) {
  const t = useWords()
  if (!together.includes(noun)) return null
  return (
    <nav aria-label={t('manage.tabs')}>
      <ul className="plain manage-tabs">
        {together.map((other) => (
          <li key={other}>
            <LocalLink to={panelPages.managed(other)} aria-current={other === noun ? 'page' : undefined}>
              {t(`manage.nouns.${other}`)}
            </LocalLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
