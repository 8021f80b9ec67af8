import { useState, type ComponentProps } from 'react'
import { useConfirm } from '../confirm.tsx'
import { Dialog } from '../dialog.tsx'
import { useUnsaved, useUnsavedQuestion } from './use-unsaved.ts'

/**
 * A dialog in which something is filled in: once anything was, Escape, its cross, the browser's Back and closing the window ask first.
 * What it does itself, such as saving, closes it by taking it away.
 */
export function FormDialog({ onClose, children, ...dialog }: ComponentProps<typeof Dialog>) {
  const confirm = useConfirm()
  const question = useUnsavedQuestion()
  const [touched, setTouched] = useState(false)
  useUnsaved(touched)
  const close = async () => {
    if (!touched || (await confirm(question))) onClose()
  }
  return (
    <Dialog {...dialog} onInput={() => setTouched(true)} onClose={() => void close()}>
      {children}
    </Dialog>
  )
}
