import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Icon } from './icons.tsx'
import './disclosure.css'

type DisclosureProps = {
  readonly label: string
  /** Said to those who don't see that the chip is filled: what it is about, where the label is what was chosen. */
  readonly about?: string | undefined
  readonly chosen: boolean
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
  readonly children: ReactNode
}

/** A chip that opens a panel below it. Escape closes the panel and gives the focus back to the chip. */
export function Disclosure({ label, about, chosen, open, onToggle, children }: DisclosureProps) {
  const id = useId()
  const chip = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const closeOnEscape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      onToggle(false)
      chip.current?.focus()
    }
    document.addEventListener('keydown', closeOnEscape)
    return () => document.removeEventListener('keydown', closeOnEscape)
  }, [open, onToggle])
  return (
    <>
      <button
        type="button"
        ref={chip}
        className={chosen ? 'chip chip-chosen' : 'chip'}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => onToggle(!open)}
      >
        {about && <span className="visually-hidden">{about}: </span>}
        {label}
        <Icon name="open" size={18} />
      </button>
      {open && (
        <div className="panel" id={id}>
          {children}
        </div>
      )}
    </>
  )
}
