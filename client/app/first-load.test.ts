import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { describe, expect, it, vi } from 'vitest'
import { languages } from '#shared/contract/kinds.ts'
import { panelTable, type PanelPage } from './organisers/panel-table.ts'
import { pageTable, type Page } from './page-table.ts'

const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
vi.stubEnv('NODE_ENV', 'production') // else React comes with all its warnings
const built = (await build({ configFile, logLevel: 'silent', build: { write: false } })) as Rolldown.RolldownOutput
const chunks = new Map(built.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])))
vi.unstubAllEnvs()
const entry = [...chunks.values()].find((chunk) => chunk.isEntry)

function chunkOf(source: string): Rolldown.OutputChunk {
  const chunk = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith(`client/${source}`))
  if (!chunk) throw new Error(`the build has no chunk of ${source}`)
  return chunk
}

/**
 * Chunks with all that they import, and what those import in turn. `later`: also what is imported while the page is open,
 * but not by these, which import every page.
 */
function closure(
  starts: readonly Rolldown.OutputChunk[],
  later: ReadonlySet<Rolldown.OutputChunk> | null = null,
): ReadonlySet<Rolldown.OutputChunk> {
  const found = new Set(starts)
  for (const chunk of found)
    for (const file of [...chunk.imports, ...(later && !later.has(chunk) ? chunk.dynamicImports : [])]) {
      const imported = chunks.get(file)
      if (imported) found.add(imported)
    }
  return found
}

const wordsOf = (parts: readonly string[], language: string) => parts.map((part) => chunkOf(`i18n/${part}/${language}.ts`))
const start = (language: string) => [...(entry ? [entry] : []), chunkOf(`i18n/${language}.ts`)]

/** The chunks that a page needs before it can be read: the start, the page's own, its words, and what they import. */
function needed({ name, words }: Page, language: string): readonly Rolldown.OutputChunk[] {
  return [...closure([...start(language), chunkOf(`app/pages/${name}-page.tsx`), ...wordsOf(words, language)])]
}

/** The file that a page of the table loads: several pages may share one. */
const fileOf = (load: PanelPage['load']): string => /[\w-]+-page\.tsx/.exec(String(load))?.[0] ?? ''

/** What a page of the organisers' area brings beyond the public start, with all that it may fetch while it is open. */
function broughtBy({ load, words }: PanelPage, language: string): readonly Rolldown.OutputChunk[] {
  const known = closure(start(language))
  const area = closure([chunkOf('app/organisers/area.tsx'), ...wordsOf(['panel', ...words], language)])
  const own = closure([chunkOf(`app/organisers/pages/${fileOf(load)}`)], new Set([...known, ...area]))
  return [...new Set([...area, ...own])].filter((chunk) => !known.has(chunk))
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
    /** Signing up: the heavier of the form beyond its page, and of the page behind its link beyond the public start. */
    joining?: number
    /** The organisers' area beyond the public part: its heaviest page, and all of its pages together. */
    area?: { readonly heaviest: number; readonly whole: number }
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
    expect(modules.filter((module) => /node_modules\/(?:zod|luxon|temporal-polyfill|react-hook-form)\//.test(module))).toEqual([])
    expect(modules.filter((module) => module.includes('client/app/organisers/pages/'))).toEqual([])
  })
})

describe('signing up', () => {
  const pageOf = (name: string) => pages.find((page) => page.name === name)!
  it.for(languages)(
    'in %s brings at most 40 kB of JavaScript, gzipped: the form beyond its page, its own page beyond the start',
    (language, { task }) => {
      const known = new Set(needed(pageOf('session'), language))
      const form = [...closure([chunkOf('features/sign-ups/sign-up-form.tsx'), ...wordsOf(['joining'], language)])]
      const shell = closure(start(language))
      const manage = needed(pageOf('manage'), language)
      const beyond = (chunksOf: readonly Rolldown.OutputChunk[], there: ReadonlySet<Rolldown.OutputChunk>) =>
        weight(chunksOf.filter((chunk) => !there.has(chunk)).map((chunk) => chunk.code))
      task.meta.joining = Math.max(beyond(form, known), beyond(manage, shell))
      expect(beyond(form, known)).toBeGreaterThan(0)
      expect(beyond(form, known)).toBeLessThanOrEqual(40_000)
      expect(beyond(manage, shell)).toBeLessThanOrEqual(40_000)
    },
  )
})

describe("the organisers' area beyond the public part", () => {
  const scripts = (pagesOf: readonly PanelPage[], language: string) =>
    weight([...new Set(pagesOf.flatMap((page) => broughtBy(page, language)))].map((chunk) => chunk.code))

  it.for(languages)('%s: any of its pages weighs at most 180 kB of JavaScript, gzipped', (language, { task }) => {
    const table: readonly PanelPage[] = panelTable
    const weights = table.map((page) => ({ name: page.name, weight: scripts([page], language) }))
    task.meta.area = { heaviest: Math.max(...weights.map((page) => page.weight)), whole: scripts(table, language) }
    expect(weights.filter((page) => page.weight > 180_000)).toEqual([])
  })
})
