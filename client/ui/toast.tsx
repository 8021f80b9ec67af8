import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from './button.tsx'
import { Icon } from './icons.tsx'
import './toast.css'

export type Toast = {
  readonly text: string
  readonly tone?: 'yard' | 'window'
  /** "Cofnij": the toast then stays until it is closed or another comes. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

const shownMs = 9000
const ToastContext = createContext<(toast: Toast) => void>(() => undefined)

/** Says that something is done, in passing, with a way back: `toast({ text, action })`. Nothing that must be read stands only here. */
export const useToast = () => use(ToastContext)

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useWords()
  const [toast, setToast] = useState<Toast | null>(null)
  const show = useCallback((next: Toast) => setToast({ ...next }), [])
  useEffect(() => {
    if (!toast || toast.action) return
    const timer = setTimeout(() => setToast(null), shownMs)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <ToastContext value={show}>
      {children}
      <output className="toasts" aria-live="polite">
        {toast && (
          <div className={`toast toast-${toast.tone ?? 'yard'}`}>
            <Icon name={toast.tone === 'window' ? 'question' : 'check'} size={22} />
            <p>{toast.text}</p>
            {toast.action && (
              <Button
                onClick={() => {
                  setToast(null)
                  toast.action?.run()
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <button type="button" className="dialog-close" aria-label={t('app.close')} onClick={() => setToast(null)}>
              <Icon name="cross" size={20} />
            </button>
          </div>
        )}
      </output>
    </ToastContext>
  )
}
