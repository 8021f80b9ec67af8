import { useEffect, useMemo, useRef } from 'react'
import { useLocation } from 'react-router'
import { guardStepsBy } from '#client/lib/before-steps.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { useConfirm, type Question } from '../confirm.tsx'

type Ask = () => Promise<boolean>

/** Of everything on the page that isn't saved: asks whether it may be lost. */
const unsaved = new Set<Ask>()

/** Whether code may lead to another page: asks first when something would be lost. Links and the browser's Back are asked about by themselves. */
export async function mayLeave(): Promise<boolean> {
  for (const ask of unsaved) if (!(await ask())) return false
  return true
}

/** Whether what isn't saved may be lost; to stay is the main answer. */
export function useUnsavedQuestion(): Question {
  const t = useWords()
  return useMemo(
    () => ({
      title: t('form.unsaved.title'),
      text: t('form.unsaved.text'),
      yes: t('form.unsaved.leave'),
      no: t('form.unsaved.stay'),
      safe: true,
    }),
    [t],
  )
}

/**
 * Asks before a link, Back and Forward, or the browser itself, leaves a page on which something isn't saved.
 *
 * @param dirty - whether anything would be lost
 */
export function useUnsaved(dirty: boolean): void {
  const question = useUnsavedQuestion()
  const confirm = useConfirm()
  const { key } = useLocation() // a step inside the page, such as another tab of it, counts too
  const entry = useRef({ key, number: 0 })
  useEffect(() => {
    entry.current = { key, number: numberOf(history.state) ?? 0 }
  }, [key])
  useEffect(() => {
    if (!dirty) return
    const ask = () => confirm(question)
    const stops = [guardLinks(ask), guardSteps(ask, () => entry.current.number), guardUnload()]
    unsaved.add(ask)
    return () => {
      unsaved.delete(ask)
      for (const stop of stops) stop()
    }
  }, [dirty, confirm, question])
}

function guardUnload(): () => void {
  const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault()
  addEventListener('beforeunload', beforeUnload)
  return () => removeEventListener('beforeunload', beforeUnload)
}

function guardLinks(ask: Ask): () => void {
  const allowed = new WeakSet<HTMLAnchorElement>()
  const beforeLink = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    const elsewhere = !link || link.target === '_blank' || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0
    if (elsewhere || link.pathname === location.pathname || allowed.has(link)) return
    event.preventDefault()
    event.stopPropagation()
    void leaveThrough(link)
  }
  const leaveThrough = async (link: HTMLAnchorElement) => {
    if (!(await ask())) return
    allowed.add(link)
    link.click()
  }
  document.addEventListener('click', beforeLink, { capture: true })
  return () => document.removeEventListener('click', beforeLink, { capture: true })
}

/** The router numbers what it puts into the browser's history. */
const numberOf = (state: unknown): number | undefined => (state as { readonly idx?: number } | null)?.idx

/** A step through the browser's history can't be refused, so it is taken back before the router hears of it, and taken again after a yes. */
function guardSteps(ask: Ask, here: () => number): () => void {
  const { pathname } = location
  let now: 'watching' | 'returning' | 'leaving' = 'watching'
  let steps = -1
  const beforeStep = (event: PopStateEvent) => {
    if (now === 'leaving' || (now === 'watching' && location.pathname === pathname)) return
    event.stopImmediatePropagation()
    if (now === 'returning') {
      now = 'watching'
      void stepAfterYes()
      return
    }
    steps = (numberOf(event.state) ?? here() - 1) - here() || -1
    now = 'returning'
    history.go(-steps)
  }
  const stepAfterYes = async () => {
    if (!(await ask())) return
    now = 'leaving'
    history.go(steps)
  }
  return guardStepsBy(beforeStep)
}
