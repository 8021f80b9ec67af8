import type { Language } from '#shared/contract/kinds.ts'
import { loadLanguage } from '#client/i18n/languages.ts'
import { citiesQuery } from '#client/lib/cities.ts'
import { queryClient } from './query-client.ts'

const patienceMs = 600
const needs = new Map<Language, Promise<unknown>>()

/**
 * What stands around every page needs the words, and the cities for the banner above everything: drawn without them it would jump.
 * The cities are waited for a moment only; the words always. The same promise for every asker, so that `use` may wait for it;
 * one that failed stays failed until the page is loaded anew, or React would ask for ever.
 */
export function firstNeeds(language: Language): Promise<unknown> {
  const known = needs.get(language)
  if (known) return known
  const cities = queryClient.prefetchQuery(citiesQuery)
  const moment = new Promise((resolve) => setTimeout(resolve, patienceMs))
  const both = Promise.all([loadLanguage(language), Promise.race([cities, moment])])
  needs.set(language, both)
  return both
}
