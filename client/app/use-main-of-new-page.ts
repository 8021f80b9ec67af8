import { useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/** After a step to another page the reader begins at its top: eyes, keyboard and screen reader alike. */
export function useMainOfNewPage() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const navigation = useNavigationType()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    main.current?.focus({ preventScroll: true })
    if (navigation !== 'POP') window.scrollTo(0, 0)
  }, [pathname, navigation])
  return main
}
