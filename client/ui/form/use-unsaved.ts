import { useEffect } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { useConfirm } from '../confirm.tsx'

/**
 * Asks before a link, or the browser itself, leaves a page on which something isn't saved.
 *
 * @param dirty - whether anything would be lost
 */
export function useUnsaved(dirty: boolean): void {
  const t = useWords()
  const confirm = useConfirm()
  useEffect(() => {
    if (!dirty) return
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const beforeLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
      const elsewhere =
        !link || link.target === '_blank' || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0
      if (elsewhere || link.pathname === location.pathname || allowed.has(link)) return
      event.preventDefault()
      event.stopPropagation()
      void leaveThrough(link)
    }
    const leaveThrough = async (link: HTMLAnchorElement) => {
      const words = { title: t('form.unsaved.title'), text: t('form.unsaved.text') }
      if (!(await confirm({ ...words, yes: t('form.unsaved.leave'), no: t('form.unsaved.stay') }))) return
      allowed.add(link)
      link.click()
    }
    addEventListener('beforeunload', beforeUnload)
    document.addEventListener('click', beforeLink, { capture: true })
    return () => {
      removeEventListener('beforeunload', beforeUnload)
      document.removeEventListener('click', beforeLink, { capture: true })
    }
  }, [dirty, confirm, t])
}

const allowed = new WeakSet<HTMLAnchorElement>()
