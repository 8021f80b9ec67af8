import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { describe, expect, it, vi } from 'vitest'

const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
vi.stubEnv('NODE_ENV', 'production') // else React comes with all its warnings
const built = (await build({ configFile, logLevel: 'silent', build: { write: false } })) as Rolldown.RolldownOutput
const chunks = new Map(built.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])))
vi.unstubAllEnvs()
const entry = [...chunks.values()].find((chunk) => chunk.isEntry)

/** The chunks that a page needs before it can be read: the start, the page's own, its language, and what they import. */
function needed(page: string, language: string): readonly Rolldown.OutputChunk[] {
  const found = new Map<string, Rolldown.OutputChunk>()
  const add = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || found.has(chunk.fileName)) return
    found.set(chunk.fileName, chunk)
    for (const name of chunk.imports) add(chunks.get(name))
  }
  add(entry)
  for (const source of [`app/pages/${page}.tsx`, `i18n/${language}.ts`])
    add([...chunks.values()].find((chunk) => chunk.facadeModuleId?.endsWith(source)))
  return [...found.values()]
}

/** The style sheets that the document names, and those that come with the chunks. */
function styleSheets(loaded: readonly Rolldown.OutputChunk[]): readonly string[] {
  const names = new Set(loaded.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))
  return built.output.flatMap((file) => (file.type === 'asset' && names.has(file.fileName) ? [String(file.source)] : []))
}

const weight = (texts: readonly string[]) => texts.reduce((sum, text) => sum + gzipSync(text).length, 0)

describe('the first load of a public page', () => {
  it.each(['front-page', 'city-page'].flatMap((page) => ['pl', 'en', 'uk'].map((language) => ({ page, language }))))(
    '$page in $language weighs at most 150 kB of JavaScript and 12 kB of CSS, gzipped',
    ({ page, language }) => {
      const loaded = needed(page, language)
      expect(loaded.some((chunk) => chunk.facadeModuleId?.endsWith(`${page}.tsx`))).toBe(true)
      expect(weight(loaded.map((chunk) => chunk.code))).toBeLessThanOrEqual(150_000)
      expect(weight(styleSheets(loaded))).toBeLessThanOrEqual(12_000)
    },
  )

  it.each(['city-page'])('%s brings no zod and no luxon', (page) => {
    const modules = needed(page, 'pl').flatMap((chunk) => Object.keys(chunk.modules))
    expect(modules.some((module) => module.includes('/react-dom/'))).toBe(true)
    expect(modules.filter((module) => /node_modules\/(?:zod|luxon|temporal-polyfill)\//.test(module))).toEqual([])
  })
})
