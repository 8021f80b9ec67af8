import type { ComponentProps } from 'react'
import { Link } from 'react-router'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage } from '#client/i18n/use-words.ts'

/** A link to one of our pages by its plain address: the language of the reader is kept. */
export function LocalLink({ to, ...rest }: Omit<ComponentProps<typeof Link>, 'to'> & { readonly to: string }) {
  const language = useLanguage()
  return <Link {...rest} to={localPath(language, to)} />
}
