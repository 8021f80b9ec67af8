import { useState } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import { EraseDialog } from './erase-dialog.tsx'

type Props = { readonly id: string; readonly name: string; readonly onErased: () => void }

/** What people may ask of whoever keeps data about them: a copy, and to be forgotten. */
export function DataCard({ id, name, onErased }: Props) {
  const t = useWords()
  const [open, setOpen] = useState<'copy' | 'erase' | null>(null)
  return (
    <>
      <p className="quiet">{t('desk.data.lead')}</p>
      <div className="form-actions">
        <Button onClick={() => setOpen('copy')}>{t('desk.data.copy')}</Button>
        <Button onClick={() => setOpen('erase')}>{t('desk.data.erase')}</Button>
      </div>
      {open === 'copy' && <CopyDialog id={id} name={name} onClose={() => setOpen(null)} />}
      {open === 'erase' && <EraseDialog id={id} name={name} onClose={() => setOpen(null)} onErased={onErased} />}
    </>
  )
}
