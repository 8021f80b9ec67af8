import { findWrongDirections } from './directions.ts'
import { findStrayFeatureFiles } from './feature-files.ts'
import { findForbiddenWords } from './forbidden-words.ts'
import { findMisplaced } from './places.ts'
import { findHeavyImports } from './public-chunks.ts'
import { readSources } from './source-files.ts'

/** Everything under `top` that breaks a rule of the rooms: one line each, with the place where it belongs. */
export function findStrays(top: string): readonly string[] {
  const sources = readSources(top)
  return [
    ...findMisplaced(top),
    ...findWrongDirections(sources),
    ...findStrayFeatureFiles(sources),
    ...findForbiddenWords(sources),
    ...findHeavyImports(sources),
  ]
}
