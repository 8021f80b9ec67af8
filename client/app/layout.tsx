import { Suspense, use, useEffect } from 'react'
import { Outlet } from 'react-router'
import type { Language } from '#shared/contract/kinds.ts'
import { Loading } from '#client/ui/states.tsx'
import { firstNeeds } from './first-needs.ts'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { PageFault } from './page-fault.tsx'
import { useMainOfNewPage } from './use-main-of-new-page.ts'
import './layout.css'

/** What stands around every page, in the language of its address. */
export function Layout({ language }: { readonly language: Language }) {
  return (
    <Suspense fallback={<div className="shell-waiting" />}>
      <Shell language={language} />
    </Suspense>
  )
}

/** Around the organisers' area, which brings a frame of its own. */
export function PanelLayout({ language }: { readonly language: Language }) {
  return (
    <Suspense fallback={<div className="shell-waiting" />}>
      <PageFault>
        <PanelShell language={language} />
      </PageFault>
    </Suspense>
  )
}

function PanelShell({ language }: { readonly language: Language }) {
  use(firstNeeds(language))
  useDocumentLanguage(language)
  return <Outlet />
}

function useDocumentLanguage(language: Language): void {
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
}

function Shell({ language }: { readonly language: Language }) {
  use(firstNeeds(language))
  const main = useMainOfNewPage()
  useDocumentLanguage(language)
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
