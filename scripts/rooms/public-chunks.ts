import { packageOf, type Source } from './source-files.ts'

const entry = 'client/app/main.tsx'
/** What a resident's phone may load. Everything else is for organisers, for the server, or too large. */
const publicPackages = ['react', 'react-dom', 'react-router', '@tanstack/react-query', 'i18next', 'ical.js', 'uqr']
/** Loaded on demand by signed-in people only. */
const organisersArea = 'client/app/organisers/'

/** Packages that a public page would load though it may not, each with the way that leads there. */
export function findHeavyImports(sources: readonly Source[]): readonly string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const ways = new Map([[entry, entry]])
  const found: string[] = []
  for (const [path, way] of ways) {
    for (const { target, isOurs, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (typeOnly || target.startsWith(organisersArea) || ways.has(target)) continue
      if (isOurs) ways.set(target, `${way} -> ${target}`)
      else if (!publicPackages.includes(packageOf(target)))
        found.push(`${way} imports ${target}: public pages load only ${publicPackages.join(', ')} (mechanics 18)`)
    }
  }
  return found
}
