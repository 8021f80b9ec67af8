import { useId, useRef, useState } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import './share.css'

/** A text to change, to select and to copy. Where the browser refuses to copy it is left selected. */
export function PostBox({ text }: { readonly text: string }) {
  const t = useWords()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  const copy = () => {
    field.current?.select()
    copyText(field.current?.value ?? '').then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    )
  }
  return (
    <div className="post-box">
      <label htmlFor={id}>{t('share.post.label')}</label>
      <textarea
        id={id}
        ref={field}
        className="form-input"
        defaultValue={text}
        key={text}
        rows={Math.min(24, text.split('\n').length + 2)}
      />
      <p className="post-do">
        <Button look="main" onClick={copy}>
          {t('share.post.copy')}
        </Button>
        <output>{outcome && t(`share.post.${outcome}`)}</output>
      </p>
    </div>
  )
}

/** Without https there is no clipboard at all, which is one more refusal. */
export async function copyText(text: string): Promise<void> {
  if (!('clipboard' in navigator)) throw new Error('this page may not use the clipboard')
  await navigator.clipboard.writeText(text)
}
