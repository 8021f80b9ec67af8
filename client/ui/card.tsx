import { useId, type ReactNode } from 'react'
import './card.css'

/** A box on paper. With a heading it is a named region of the page. */
export function Card({ heading, children }: { readonly heading?: string; readonly children: ReactNode }) {
  const id = useId()
  if (heading === undefined) return <div className="card">{children}</div>
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  )
}
