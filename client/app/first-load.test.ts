import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { describe, expect, it, vi } from 'vitest'
import { languages } from '#shared/contract/kinds.ts'
import { pageTable, type Page } from './page-table.ts'

const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
vi.stubEnv('NODE_ENV', 'production') // else React comes with all its warnings
const built = (await build({ configFile, logLevel: 'silent', build: { write: false } })) as Rolldown.RolldownOutput
const chunks = new Map(built.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])))
vi.unstubAllEnvs()
const entry = [...chunks.values()].find((chunk) => chunk.isEntry)

const pageFile = (name: string) => `app/pages/${name}-page.tsx`

/** The chunks that a page needs before it can be read: the start, the page's own, its words, and what they import. */
function needed({ name, words }: Page, language: string): readonly Rolldown.OutputChunk[] {
  const found = new Map<string, Rolldown.OutputChunk>()
  const add = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || found.has(chunk.fileName)) return
    found.set(chunk.fileName, chunk)
    for (const file of chunk.imports) add(chunks.get(file))
  }
  add(entry)
  const sources = [pageFile(name), `i18n/${language}.ts`, ...words.map((part) => `i18n/${part}/${language}.ts`)]
  for (const source of sources) {
    const chunk = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith(`client/${source}`))
    if (!chunk) throw new Error(`the build has no chunk of ${source}`)
    add(chunk)
  }
  return [...found.values()]
}

/** The style sheets that the document names, and those that come with the chunks. */
function styleSheets(loaded: readonly Rolldown.OutputChunk[]): readonly string[] {
  const names = new Set(loaded.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))
  return built.output.flatMap((file) => (file.type === 'asset' && names.has(file.fileName) ? [String(file.source)] : []))
}

declare module 'vitest' {
  interface TaskMeta {
    /** In bytes, gzipped; `npm run bench` reads it. */
    firstLoad?: { readonly scripts: number; readonly styles: number }
  }
}

const weight = (texts: readonly string[]) => texts.reduce((sum, text) => sum + gzipSync(text).length, 0)

const pages: readonly Page[] = pageTable

describe('the first load of a public page', () => {
  it.for(pages.flatMap((page) => languages.map((language) => ({ page, name: page.name, language }))))(
    '$name in $language weighs at most 150 kB of JavaScript and 12 kB of CSS, gzipped',
    ({ page, language }, { task }) => {
      const loaded = needed(page, language)
      const firstLoad = { scripts: weight(loaded.map((chunk) => chunk.code)), styles: weight(styleSheets(loaded)) }
      task.meta.firstLoad = firstLoad
      expect(firstLoad.scripts).toBeLessThanOrEqual(150_000)
      expect(firstLoad.styles).toBeLessThanOrEqual(12_000)
    },
  )

  it.each(pages)('$name brings no zod and no luxon', (page) => {
    const modules = needed(page, 'pl').flatMap((chunk) => Object.keys(chunk.modules))
    expect(modules.some((module) => module.includes('/react-dom/'))).toBe(true)
    expect(modules.filter((module) => /node_modules\/(?:zod|luxon|temporal-polyfill)\//.test(module))).toEqual([])
  })
})
