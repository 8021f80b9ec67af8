import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { Icon } from './icons.tsx'
import './dialog.css'

type DialogProps = {
  readonly title: string
  readonly onClose: () => void
  /** `wide` for tables, `small` for one question. */
  readonly size?: 'small' | 'plain' | 'wide'
  /** Anything in it was typed or chosen. */
  readonly onInput?: (() => void) | undefined
  readonly children: ReactNode
}

/**
 * Something to decide before going on: mount it to open it. The browser's own modal dialog keeps the focus inside and gives it back,
 * makes the rest inert, and closes with Escape; a click beside it doesn't close it, because something may have been typed.
 */
export function Dialog({ title, onClose, size = 'plain', onInput, children }: DialogProps) {
  const t = useWords()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    if (!element?.open) element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${size}`}
      aria-labelledby={id}
      onInput={onInput}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // Browsers close it by themselves at the second Escape in a row: it goes only when whoever opened it takes it away
      onClose={({ currentTarget }) => {
        if (currentTarget.open || !currentTarget.isConnected) return
        currentTarget.showModal()
        onClose()
      }}
    >
      <div className="dialog-head">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="dialog-close" aria-label={t('app.close')} onClick={onClose}>
          <Icon name="cross" size={22} />
        </button>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}
