import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { noticeVersion, type Language } from '#shared/contract/kinds.ts'
import type { NeededShifts } from '#shared/contract/public.ts'
import { volunteerAges, type StaffShiftAnswer, type StaffShiftInput } from '#shared/contract/shift.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { useConfirm } from '#client/ui/confirm.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { SelectField } from '#client/ui/form/inputs.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { Mark } from '#client/ui/note.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { giveShift, shiftsQuery, whenOf, type Source } from './queries.ts'
import { wayOn } from './shift-questions.ts'

export type Shift = NeededShifts['shifts'][number]
type Props = {
  readonly id: string
  /** Whether it is sure who is on the line, or who asks plans what they come to: else nothing may be told. */
  readonly sure: boolean
  readonly source: Source
  readonly spoken: Language
  readonly onDone: (answer: StaffShiftAnswer, shift: Shift) => void
}
const shown = 6

/** Where hands are missing and somebody on the line may help: one press, and a question where something stands in the way. */
export function ShiftsCard({ id, sure, source, spoken, onDone }: Props) {
  const t = useWords()
  const language = useLanguage()
  const found = useQuery({ ...shiftsQuery(id, language), enabled: sure })
  const [age, setAge] = useState<StaffShiftInput['age']>(null)
  const [missing, setMissing] = useState(false)
  const [all, setAll] = useState(false)
  const give = useGiving(onDone)
  const asksAge = found.data?.agesKnown === false
  const take = (shift: Shift) => {
    setMissing(asksAge && age === null)
    if (asksAge && age === null) return
    const said = { person: id, age, language: spoken, seen: shift.start, source }
    void give(shift, { ...said, waiting: false, overlapping: false, notice: noticeVersion })
  }
  const notChecked = !sure || (found.error instanceof ProblemError && found.error.code === 'caller-not-checked')
  return (
    <Card heading={t('deskShifts.heading')}>
      {sure && found.isPending && <Loading lines={2} />}
      {notChecked && <p className="quiet">{t('deskShifts.checkFirst')}</p>}
      {found.isError && !notChecked && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data?.shifts.length === 0 && <p className="quiet">{t('deskShifts.none')}</p>}
      {found.data && found.data.shifts.length > 0 && (
        <>
          <p className="quiet">{t('deskShifts.lead')}</p>
          {asksAge && (
            <SelectField
              label={t('deskShifts.age')}
              empty="–"
              choices={volunteerAges.map((value) => ({ value, label: t(`deskShifts.ages.${value}`) }))}
              value={age ?? ''}
              error={missing ? t('deskShifts.ageFirst') : undefined}
              onChange={({ target }) => setAge(volunteerAges.find((one) => one === target.value) ?? null)}
            />
          )}
          <p className="quiet">{t('deskShifts.notice')}</p>
          <ul className="plain desk-rows" aria-label={t('deskShifts.heading')}>
            {found.data.shifts.slice(0, all ? undefined : shown).map((shift) => (
              <ShiftRow key={`${shift.session} ${shift.id}`} shift={shift} onTake={() => take(shift)} />
            ))}
          </ul>
          {found.data.shifts.length > shown && !all && (
            <div className="form-actions">
              <Button look="quiet" onClick={() => setAll(true)}>
                {t('deskShifts.more', { count: found.data.shifts.length })}
              </Button>
            </div>
          )}
        </>
      )}
    </Card>
  )
}

/** Asks what has to be asked, each thing once, and gives the shift. */
function useGiving(onDone: Props['onDone']) {
  const t = useWords()
  const language = useLanguage()
  const confirm = useConfirm()
  const toast = useToast()
  const messageOf = useSaveMessage()
  const save = useSave(giveShift)
  return async function give(shift: Shift, input: StaffShiftInput): Promise<void> {
    try {
      onDone(await save.mutateAsync({ session: shift.session, shift: shift.id, input }), shift)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      const way = error instanceof ProblemError ? wayOn(error, t, language) : null
      if (way?.kind === 'ask' && (await confirm(way.question))) return give(shift, { ...input, ...way.agreed })
      if (way?.kind !== 'ask') toast({ text: way?.text ?? messageOf(error), tone: 'window' })
    }
  }
}

function ShiftRow({ shift, onTake }: { readonly shift: Shift; readonly onTake: () => void }) {
  const t = useWords()
  const language = useLanguage()
  const { name, title, place, missing, free, standIn, lacks } = shift
  const hands =
    missing > 0
      ? t('deskShifts.missing', { count: missing })
      : free === 0 && standIn
        ? t('deskShifts.standIn')
        : t('deskShifts.free', { count: free })
  return (
    <li className="desk-line">
      <div>
        <b>
          <ForeignText text={name} />
        </b>{' '}
        <Mark tone={missing > 0 ? 'sun' : 'yard'}>{hands}</Mark>
        <p className="quiet">
          <ForeignText text={title} /> · {[whenOf(shift, language), place].filter(Boolean).join(' · ')}
        </p>
        {lacks.length > 0 && <p>{t('deskShifts.lacks', { what: lacks.map((one) => t(`deskShifts.lack.${one}`)).join(', ') })}</p>}
      </div>
      <Button aria-label={t('deskShifts.giveWhat', { name: name.text, when: whenOf(shift, language) })} onClick={onTake}>
        {t('deskShifts.give')}
      </Button>
    </li>
  )
}
