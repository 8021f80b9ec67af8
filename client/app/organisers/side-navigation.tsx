import { matchPath, useLocation } from 'react-router'
import { useRights } from '#client/features/me/queries.ts'
import { plainPath } from '#client/i18n/local-path.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { panelTable, sections, type PanelPage } from './panel-table.ts'

const table: readonly PanelPage[] = panelTable

/** The entries of the area that this reader is offered; the lit one is that of the page shown. */
export function SideNavigation() {
  const t = useWords()
  const rights = useRights()
  const path = plainPath(useLocation().pathname)
  const shown = table.find((page) => matchPath(page.path, path))
  return (
    <nav aria-label={t('panel.navigation')}>
      <ul className="plain side-list">
        {sections.map((section) => {
          const page = table.find(({ opens }) => opens === section)
          if (!page || (page.right && !rights.includes(page.right))) return null
          return (
            <li key={section}>
              <LocalLink to={page.path} className="side-entry" aria-current={currentOf(shown, page)}>
                {t(`panel.sections.${section}`)}
              </LocalLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** `page` on the entry's own page, `true` on those below it. */
function currentOf(shown: PanelPage | undefined, entry: PanelPage): 'page' | 'true' | undefined {
  if (shown?.name === entry.name) return 'page'
  return shown?.section !== undefined && shown.section === entry.opens ? 'true' : undefined
}
