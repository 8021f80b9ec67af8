import { useState } from 'react'
import type { ManageView, PartyInput } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { CareField } from './care-field.tsx'
import { mistakesIn, type Mistake, type Needs } from './draft.ts'
import { People } from './fields.tsx'
import { NeedsFields } from './needs-fields.tsx'

type EditorProps = {
  readonly signUp: ManageView
  readonly isBusy: boolean
  readonly onSave: (party: PartyInput) => void
  readonly onLeave: () => void
}

/** Who comes, to be changed; nothing is saved before the button says so. */
export function PartyEditor({ signUp, isBusy, onSave, onLeave }: EditorProps) {
  const t = useWords()
  const [party, setParty] = useState({ attending: signUp.attending, others: signUp.others })
  const [care, setCare] = useState(signUp.care?.children ?? 0)
  const [needs, setNeeds] = useState<Needs>(signUp.needs)
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([])
  const save = () => {
    const found = mistakesIn({ name: signUp.name, contact: '-', ...party, needs })
    setMistakes(found)
    if (found.length === 0) onSave({ ...party, ...(signUp.care && { care }), needs })
  }
  return (
    <div className="sign-up">
      <p>{signUp.name}</p>
      <People {...party} mistakes={mistakes} onChange={setParty} />
      {signUp.care && <CareField care={{ most: signUp.care.most, free: true, instead: [] }} count={care} onChange={setCare} />}
      <NeedsFields needs={needs} isWrong={mistakes.includes('needs.words')} onChange={setNeeds} />
      <Button look="main" wide aria-disabled={isBusy} onClick={save}>
        {t('signUp.manage.save')}
      </Button>
      <Button look="quiet" onClick={onLeave}>
        {t('signUp.manage.keep')}
      </Button>
    </div>
  )
}
