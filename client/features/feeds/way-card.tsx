import { useId, type ReactNode } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { Icon } from '#client/ui/icons.tsx'

type WayCardProps = { readonly title: string; readonly children: ReactNode }

/** One device or program. */
export function WayCard({ title, children }: WayCardProps) {
  const id = useId()
  return (
    <section className="card way" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

/** One way within an Android phone, which has several. */
export function SubWay({ title, children }: WayCardProps) {
  const id = useId()
  return (
    <section className="sub-way" aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      {children}
    </section>
  )
}

/** Steps in plain words, one a line of the text. */
export function Steps({ text, open = false }: { readonly text: string; readonly open?: boolean }) {
  const t = useWords()
  return (
    <details className="steps" open={open}>
      <summary>
        {t('subscribe.steps')}
        <Icon name="open" size={20} />
      </summary>
      <ol>
        {text.split('\n').map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  )
}

/** How long a change takes until it is seen there. */
export function Freshness({ text }: { readonly text: string }) {
  return (
    <p className="freshness">
      <Icon name="clock" size={20} />
      {text}
    </p>
  )
}
