import { Suspense, use, useEffect, useRef } from 'react'
import { Outlet, useLocation, useNavigationType } from 'react-router'
import type { Language } from '#shared/contract/kinds.ts'
import { Loading } from '#client/ui/states.tsx'
import { firstNeeds } from './first-needs.ts'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { PageFault } from './page-fault.tsx'
import './layout.css'

/** What stands around every page, in the language of its address. */
export function Layout({ language }: { readonly language: Language }) {
  return (
    <Suspense fallback={<div className="shell-waiting" />}>
      <Shell language={language} />
    </Suspense>
  )
}

function Shell({ language }: { readonly language: Language }) {
  use(firstNeeds(language))
  const main = useMainOfNewPage()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <>
      <Header main="#main" />
      <main id="main" ref={main} tabIndex={-1}>
        <PageFault>
          <Suspense
            fallback={
              <div className="page">
                <Loading />
              </div>
            }
          >
            <Outlet />
          </Suspense>
        </PageFault>
      </main>
      <Footer />
    </>
  )
}

/** After a step to another page the reader begins at its top: eyes, keyboard and screen reader alike. */
function useMainOfNewPage() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const navigation = useNavigationType()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    main.current?.focus({ preventScroll: true })
    if (navigation !== 'POP') window.scrollTo(0, 0)
  }, [pathname, navigation])
  return main
}
