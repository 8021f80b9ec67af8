import { useLocation } from 'react-router'
import type { Language } from '#shared/contract/kinds.ts'
import { languageOf } from './local-path.ts'
import { wordsIn } from './languages.ts'

/** The language of the page, which stands in its address. */
export const useLanguage = (): Language => languageOf(useLocation().pathname)

/** `t` for the language of the page; keys are checked by the compiler. */
export const useWords = () => wordsIn[useLanguage()]
