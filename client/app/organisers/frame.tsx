import { Suspense, useState } from 'react'
import { Outlet, useLocation } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { useRights } from '#client/features/me/queries.ts'
import { plainPath } from '#client/i18n/local-path.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ButtonLink } from '#client/ui/button.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { LitWindows } from '#client/ui/mark.tsx'
import { Loading } from '#client/ui/states.tsx'
import { PageFault } from '../page-fault.tsx'
import { useMainOfNewPage } from '../use-main-of-new-page.ts'
import { Account } from './account.tsx'
import { panelTable, type PanelPage } from './panel-table.ts'
import { SearchBox } from './search-box.tsx'
import { SideNavigation } from './side-navigation.tsx'
import './frame.css'

/** What stands around every page of the area: the dark side with its entries, search and the main action on top. */
export function Frame() {
  const t = useWords()
  const { pathname } = useLocation()
  const [openAt, setOpenAt] = useState<string | null>(null)
  const open = openAt === pathname // another page closes the menu
  const plans = useRights().includes('plan')
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <header className={open ? 'side side-open' : 'side'}>
        <div className="side-head">
          <LocalLink to={panelPages.today} className="side-home">
            <LitWindows size={30} />
            {t('app.name')}
          </LocalLink>
          <button
            type="button"
            className="side-menu"
            aria-expanded={open}
            aria-controls="side-rest"
            onClick={() => setOpenAt(open ? null : pathname)}
          >
            {t('panel.menu')}
          </button>
        </div>
        <div id="side-rest" className="side-rest">
          <SideNavigation />
          <Account />
        </div>
      </header>
      <div className="frame-body">
        <section className="top-bar no-print" aria-label={t('panel.bar')}>
          {has(panelPages.search) && <SearchBox key={pathname} />}
          {plans && has(panelPages.newSeries) && plainPath(pathname) !== panelPages.newSeries && (
            <ButtonLink look="main" to={panelPages.newSeries}>
              {t('panel.newSeries')}
            </ButtonLink>
          )}
        </section>
        <Main />
      </div>
    </div>
  )
}

const has = (path: string): boolean => (panelTable as readonly PanelPage[]).some((page) => page.path === path)

function Main() {
  const main = useMainOfNewPage()
  return (
    <main id="main" ref={main} tabIndex={-1} className="frame-main">
      <PageFault>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </PageFault>
    </main>
  )
}

/** Around pages that one sees before being let in. */
export function BareFrame() {
  const t = useWords()
  return (
    <div className="bare">
      <header className="bare-head">
        <LocalLink to="/" className="side-home">
          <LitWindows size={30} />
          {t('app.name')}
        </LocalLink>
      </header>
      <Main />
    </div>
  )
}
