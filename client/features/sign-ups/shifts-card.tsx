import { useState } from 'react'
import type { NeededShifts, OpenShifts } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { useShiftWords } from './shift-words.ts'
import ShiftForm from './shift-form.tsx'
import './sign-ups.css'

type Shift = OpenShifts['shifts'][number]

/** What volunteers can do at a meeting, and how many are missing. Never who is there. */
export default function ShiftsCard({ sessionId, shifts }: { readonly sessionId: string; readonly shifts: readonly Shift[] }) {
  const t = useWords()
  return (
    <Card heading={t('volunteering.heading')}>
      <ul className="shift-list">
        {shifts.map((shift) => (
          <li key={shift.id}>
            <ShiftOffer sessionId={sessionId} shift={shift} token={null} asksAge />
          </li>
        ))}
      </ul>
    </Card>
  )
}

type OfferProps = {
  readonly sessionId: string
  readonly shift: Shift
  /** What somebody who is known still has to see to; null where nobody is. */
  readonly lacks?: NeededShifts['shifts'][number]['lacks'] | null
  /** Of whoever is known by the link of a sign-up. */
  readonly token: string | null
  readonly asksAge: boolean
}

/** One shift, with the form that opens beneath it. */
export function ShiftOffer({ sessionId, shift, lacks = null, token, asksAge }: OfferProps) {
  const t = useWords()
  const { gapOf, asksOf, missingIn, nameAndHours } = useShiftWords()
  const [stands, setStands] = useState<'offered' | 'asked' | 'taken'>('offered')
  const notes = [
    shift.missing === 0 && shift.free > 0 && t('volunteering.free', { count: shift.free }),
    shift.free === 0 && (shift.standIn ? t('volunteering.standIn') : t('volunteering.full')),
    lacks === null && asksOf(shift.asks),
    lacks !== null && lacks.length > 0 && t('volunteering.page.lacks', { what: missingIn(lacks) }),
  ].filter((note) => typeof note === 'string' && note !== '')
  const isTaken = stands === 'taken'
  return (
    <div className="shift-offer">
      <p>
        <b>{isTaken ? t('volunteering.enough', nameAndHours(shift)) : gapOf(shift)}</b>
      </p>
      {notes.length > 0 && !isTaken && <p className="quiet">{notes.join(' ')}</p>}
      {stands !== 'offered' ? (
        <ShiftForm
          sessionId={sessionId}
          shift={shift}
          token={token}
          asksAge={asksAge}
          onLeave={() => setStands('offered')}
          onDone={() => setStands('taken')}
        />
      ) : (
        <Button
          look={shift.missing > 0 ? 'main' : 'plain'}
          aria-label={t('volunteering.helpAt', nameAndHours(shift))}
          onClick={() => setStands('asked')}
        >
          {t('volunteering.help')}
        </Button>
      )}
    </div>
  )
}
