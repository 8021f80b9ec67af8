import type { Text } from '#shared/contract/public.ts'
import { useLanguage } from '#client/i18n/use-words.ts'

/** A text in the language it was written in, said to the browser where it isn't the page's. Line breaks stay. */
export function ForeignText({ text }: { readonly text: Text }) {
  const lang = text.lang === useLanguage() ? undefined : text.lang
  return (
    <span lang={lang} className="foreign">
      {text.text}
    </span>
  )
}
