import { useEffect, type ReactNode } from 'react'
import { useWords } from '#client/i18n/use-words.ts'

type TitleProps = { readonly title: string; readonly id?: string; readonly children?: ReactNode }

/** The heading of a page and its name in the browser's tab: one text. */
export function PageTitle({ title, id, children }: TitleProps) {
  const t = useWords()
  const name = t('app.name')
  useEffect(() => {
    document.title = title === name ? name : `${title} – ${name}`
  }, [title, name])
  return <h1 id={id}>{children ?? title}</h1>
}
