import type { ReactNode } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { OfflineError } from '#client/lib/api.ts'
import { Button } from './button.tsx'
import { DarkWindows, LitWindows } from './mark.tsx'
import './states.css'

/** Grey shapes of what is coming. The word is for those who don't see them. */
export function Loading({ lines = 6, children }: { readonly lines?: number; readonly children?: ReactNode }) {
  const t = useWords()
  return (
    <output className="loading">
      <span className="visually-hidden">{t('app.loading')}</span>
      {children ?? (
        <div className="skeletons" aria-hidden="true">
          <span className="skeleton skeleton-title" />
          {Array.from({ length: lines }, (_, line) => (
            <span key={line} className="skeleton skeleton-line" />
          ))}
        </div>
      )}
    </output>
  )
}

/** Nothing to show, said kindly, with what one can do about it. */
export function Empty({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}) {
  return (
    <div className="state">
      <DarkWindows />
      <h2>{title}</h2>
      <p className="quiet">{text}</p>
      {children}
    </div>
  )
}

/** What failed, told apart: no network, or a fault of ours. Both can be tried again. */
export function Failure({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const t = useWords()
  const kind = error instanceof OfflineError ? 'offline' : 'failure'
  return (
    <div className="state" role="alert">
      {kind === 'offline' ? <DarkWindows /> : <LitWindows />}
      <h2>{t(`app.${kind}.title`)}</h2>
      <p className="quiet">{t(`app.${kind}.text`)}</p>
      <Button onClick={retry}>{t('app.failure.retry')}</Button>
    </div>
  )
}
