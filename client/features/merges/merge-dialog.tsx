import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { mergeUndoDays, type MergeInput, type MergeLook, type MergeSide } from '#shared/contract/merge.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { RadioCards } from '#client/ui/form/choices.tsx'
import { CheckField } from '#client/ui/form/inputs.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { Note } from '#client/ui/note.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { lookQuery, merge } from './queries.ts'
import { Side } from './side.tsx'

type Props = {
  readonly pair: { readonly id: string; readonly otherId: string; readonly one: string; readonly other: string }
  readonly onClose: () => void
  /** @param name - what the one is called from now on */
  readonly onMerged: (mergeId: string, name: string) => Promise<void>
}

/** Both side by side, what stays, and what joining them means: said before it is done. */
export function MergeDialog({ pair, onClose, onMerged }: Props) {
  const t = useWords()
  const look = useQuery(lookQuery(pair.id, pair.otherId, useLanguage()))
  const notYours = look.error instanceof ProblemError && look.error.status === 403
  return (
    <Dialog title={t('merges.title', { one: pair.one, other: pair.other })} size="wide" onClose={onClose}>
      {look.isPending && <Loading lines={6} />}
      {notYours && (
        <Note tone="sky" filled>
          <p>{t('merges.notYours')}</p>
        </Note>
      )}
      {look.isError && !notYours && <Failure error={look.error} retry={() => void look.refetch()} />}
      {look.data && <Compared look={look.data} onClose={onClose} onMerged={onMerged} />}
    </Dialog>
  )
}

type Key = keyof MergeInput
const mine: MergeInput = { name: 'person', phone: 'person', email: 'person' }

function Compared({ look, onClose, onMerged }: { readonly look: MergeLook } & Pick<Props, 'onClose' | 'onMerged'>) {
  const t = useWords()
  const messageOf = useSaveMessage()
  const { person, other, clash } = look
  const [input, setInput] = useState(mine)
  const [sure, setSure] = useState(false)
  const [missing, setMissing] = useState(false)
  const act = useSave(merge, { onSuccess: ({ id }) => onMerged(id, (input.name === 'person' ? person : other).name) })
  const send = () => {
    setMissing(!sure)
    if (sure) act.mutate({ id: person.id, otherId: other.id, input })
  }
  const refusal = act.error && (isMeanwhile(act.error) ? t('merges.meanwhile') : messageOf(act.error))
  return (
    <div className="form">
      <div className="merge-sides">
        <Side heading={t('merges.stays')} side={person} />
        <Side heading={t('merges.joins')} side={other} />
      </div>
      {clash && (
        <Note tone="window" filled>
          <p>{t(`merges.clash.${clash}`)}</p>
        </Note>
      )}
      {!clash && (
        <>
          {(['name', 'phone', 'email'] as const).map((key) => (
            <Which key={key} of={key} person={person} other={other} input={input} onChange={setInput} />
          ))}
          <Warnings look={look} />
          <CheckField
            label={t('merges.sure')}
            checked={sure}
            error={missing && !sure ? t('merges.sureFirst') : undefined}
            onChange={({ target }) => setSure(target.checked)}
          />
        </>
      )}
      {refusal && (
        <p role="alert" className="form-error">
          {refusal}
        </p>
      )}
      <div className="form-actions">
        {!clash && (
          <Button look="main" disabled={act.isPending} onClick={send}>
            {t('merges.go')}
          </Button>
        )}
        <Button onClick={onClose}>{t('app.close')}</Button>
      </div>
    </div>
  )
}

const isMeanwhile = (error: Error): boolean =>
  error instanceof ProblemError && (error.status === 404 || ['merged-meanwhile', 'cannot-merge'].includes(error.code))

const questions = { name: 'whichName', phone: 'whichPhone', email: 'whichEmail' } as const

type WhichProps = {
  readonly of: Key
  readonly person: MergeSide
  readonly other: MergeSide
  readonly input: MergeInput
  readonly onChange: (input: MergeInput) => void
}

/** Which of two stays; nothing is asked where they say the same, or only one says something. */
function Which({ of, person, other, input, onChange }: WhichProps) {
  const t = useWords()
  const [one, two] = [person[of], other[of]]
  if (one === null || two === null || one === two) return null
  return (
    <RadioCards<MergeInput[Key]>
      compact
      label={t(`merges.${questions[of]}`)}
      choices={[
        { value: 'person', label: one },
        { value: 'other', label: two },
      ]}
      value={input[of]}
      onChange={(value) => onChange({ ...input, [of]: value })}
    />
  )
}

/** What joining changes beyond the names. */
function Warnings({ look: { person, other, twice } }: { readonly look: MergeLook }) {
  const t = useWords()
  return (
    <>
      {twice.length > 0 && (
        <Note tone="sun">
          <p>
            <b>{[t('merges.twiceTitle'), twice.map(({ title }) => title.text).join(', ')].join(': ')}</b>
          </p>
          <p>{t('merges.twice')}</p>
        </Note>
      )}
      {person.calendars + other.calendars > 0 && (
        <Note tone="sun">
          <p>{t('merges.calendarsNote')}</p>
        </Note>
      )}
      {(person.safe || other.safe) && (
        <Note tone="sky">
          <p>{t('merges.safeNote')}</p>
        </Note>
      )}
      <p className="quiet">{t('merges.undoNote', { days: String(mergeUndoDays) })}</p>
    </>
  )
}
