import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { languages } from '#shared/contract/kinds.ts'
import { loadPanelLanguage } from '#client/i18n/panel-languages.ts'
import { useLanguage } from '#client/i18n/use-words.ts'
import { ConfirmProvider } from '#client/ui/confirm.tsx'
import { ToastProvider } from '#client/ui/toast.tsx'
import { BareFrame, Frame } from './frame.tsx'
import { Guard } from './guard.tsx'
import { NoSuchPage } from './no-such-page.tsx'
import { panelTable, type PanelPage } from './panel-table.ts'
import './area.css'

const table: readonly PanelPage[] = panelTable
const tables = new Map(
  languages.map((language) => [
    language,
    table.map((page) => ({
      ...page,
      below: page.path.slice('/panel/'.length), // the routes stand below `/panel/*`
      Page: lazy(
        async () => (await Promise.all([page.load(), ...page.words.map((part) => loadPanelLanguage(language, part))]))[0],
      ),
    })),
  ]),
)

/** The organisers' area: its own pages, frame and guard. Nothing of it is loaded by a resident. */
export default function OrganisersArea() {
  const pages = tables.get(useLanguage()) ?? []
  return (
    <ToastProvider>
      <ConfirmProvider>
        <div className="organisers">
          <Routes>
            <Route element={<BareFrame />}>
              {pages.map(({ name, open, below, Page }) => open && <Route key={name} path={below} element={<Page />} />)}
            </Route>
            <Route
              element={
                <Guard>
                  <Frame />
                </Guard>
              }
            >
              {pages.map(({ name, open, below, Page }) => !open && <Route key={name} path={below} element={<Page />} />)}
              <Route path="*" element={<NoSuchPage />} />
            </Route>
          </Routes>
        </div>
      </ConfirmProvider>
    </ToastProvider>
  )
}
