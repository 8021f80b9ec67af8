import { useEffect, type ReactNode } from 'react'
import { useWords } from '#client/i18n/use-words.ts'

/** The heading of a page and its name in the browser's tab: one text. */
export function PageTitle({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const t = useWords()
  const name = t('app.name')
  useEffect(() => {
    document.title = title === name ? name : `${title} – ${name}`
  }, [title, name])
  return <h1>{children ?? title}</h1>
}
