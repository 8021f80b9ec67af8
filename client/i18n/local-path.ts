import { languages, type Language } from '#shared/contract/kinds.ts'

/** The language that an address of a page is in: `/en/…` and `/uk/…` say so, everything else is Polish. */
export function languageOf(pathname: string): Language {
  const first = pathname.split('/')[1] ?? ''
  return languages.find((language) => language === first && language !== 'pl') ?? 'pl'
}

/** `/gliwice` -> `/en/gliwice`: the address of a page in one of the languages. */
export function localPath(language: Language, path: string): string {
  if (language === 'pl') return path
  return path === '/' ? `/${language}` : path.startsWith('/?') ? `/${language}${path.slice(1)}` : `/${language}${path}`
}

/** `/en/gliwice` -> `/gliwice`: the same page whatever the language. */
export function plainPath(pathname: string): string {
  const language = languageOf(pathname)
  return language === 'pl' ? pathname : pathname.slice(language.length + 1) || '/'
}
