import { useId, useRef, useState } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import type { FeedAddress } from './queries.ts'

/** An address to read, to select and to copy. Where the browser refuses to copy, the address is left selected. */
export function CopyAddress({ address, label }: { readonly address: FeedAddress; readonly label: string }) {
  const t = useWords()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  const copy = () => {
    field.current?.select()
    copyText(address.url).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    )
  }
  if (address.preparing) return <output>{t('subscribe.address.preparing')}</output>
  return (
    <div className="copy-address">
      <label htmlFor={id}>{label}</label>
      <input id={id} ref={field} readOnly value={address.url} onFocus={({ target }) => target.select()} />
      <Button onClick={copy}>{t('subscribe.address.copy')}</Button>
      <output>{outcome && t(`subscribe.address.${outcome}`)}</output>
      {address.tooLong && <p role="alert">{t('subscribe.address.failed')}</p>}
    </div>
  )
}

/** Without https there is no clipboard at all, which is one more refusal. */
async function copyText(text: string): Promise<void> {
  if (!('clipboard' in navigator)) throw new Error('this page may not use the clipboard')
  await navigator.clipboard.writeText(text)
}
