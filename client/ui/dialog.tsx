import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from './button.tsx'
import './dialog.css'

type DialogProps = { readonly open: boolean; readonly title: string; readonly onClose: () => void; readonly children: ReactNode }

/** The browser's own modal dialog: it keeps the focus inside, closes with Escape and gives the focus back. */
export function Dialog({ open, title, onClose, children }: DialogProps) {
  const t = useWords()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open) dialog.current?.close()
  }, [open])
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onClose}>
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <Button look="quiet" onClick={onClose}>
          {t('app.close')}
        </Button>
      </div>
      {open && children}
    </dialog>
  )
}
