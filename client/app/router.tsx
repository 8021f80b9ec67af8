import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { languages } from '#shared/contract/kinds.ts'
import { pages } from '#shared/contract/paths.ts'
import { loadLanguage } from '#client/i18n/languages.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { Layout, PanelLayout } from './layout.tsx'
import { NotFound } from './not-found.tsx'
import { pageTable } from './page-table.ts'

/** A page is there when its chunk and its words are. */
const tables = languages.map((language) => ({
  language,
  table: pageTable.map(({ name, path, words, load }) => ({
    name,
    path: localPath(language, path),
    Page: lazy(async () => (await Promise.all([load(), ...words.map((part) => loadLanguage(language, part))]))[0]),
  })),
}))

/** One chunk with its own pages, styles and words, for people who are signed in. */
const areas = new Map(
  languages.map((language) => [
    language,
    lazy(async () => (await Promise.all([import('./organisers/area.tsx'), loadLanguage(language, 'panel')]))[0]),
  ]),
)

/** The same pages in three languages; the language is the first part of the path, Polish has none. */
export function PageRouter() {
  return (
    <Routes>
      {languages.map((language) => {
        const Area = areas.get(language)
        return (
          <Route key={`panel ${language}`} element={<PanelLayout language={language} />}>
            <Route path={localPath(language, `${pages.panel}/*`)} element={Area && <Area />} />
          </Route>
        )
      })}
      {tables.map(({ language, table }) => (
        <Route key={language} element={<Layout language={language} />}>
          {table.map(({ name, path, Page }) => (
            <Route key={name} path={path} element={<Page />} />
          ))}
          <Route path={localPath(language, '/*')} element={<NotFound />} />
        </Route>
      ))}
    </Routes>
  )
}
