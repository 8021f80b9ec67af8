import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { languages } from '#shared/contract/kinds.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { Layout } from './layout.tsx'
import { NotFound } from './not-found.tsx'
import { pageTable } from './page-table.ts'

const table = pageTable.map(({ name, path, load }) => ({ name, path, Page: lazy(load) }))

/** The same pages in three languages; the language is the first part of the path, Polish has none. */
export function PageRouter() {
  return (
    <Routes>
      {languages.map((language) => (
        <Route key={language} element={<Layout language={language} />}>
          {table.map(({ name, path, Page }) => (
            <Route key={name} path={localPath(language, path)} element={<Page />} />
          ))}
          <Route path={localPath(language, '/*')} element={<NotFound />} />
        </Route>
      ))}
    </Routes>
  )
}
