import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'
import './facts.css'

/** The few things that decide whether one goes: each with a drawing, its answer in large type and what belongs to it. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="facts">{children}</dl>
}

type FactProps = { readonly icon: IconName; readonly label: string; readonly answer: ReactNode; readonly children?: ReactNode }

/** The label is for those who don't see the drawing. */
export function Fact({ icon, label, answer, children }: FactProps) {
  return (
    <div className="fact">
      <dt>
        <Icon name={icon} size={28} />
        <span className="visually-hidden">{label}</span>
      </dt>
      <dd>
        <p className="fact-answer">{answer}</p>
        {children}
      </dd>
    </div>
  )
}

/** Names and values in two columns, one under the other where it is narrow. */
export function Rows({ children }: { readonly children: ReactNode }) {
  return <dl className="rows">{children}</dl>
}

export function Row({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
