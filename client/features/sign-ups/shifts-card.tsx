import { useState } from 'react'
import type { OpenShifts } from '#shared/contract/public.ts'
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
  /** Of whoever is known by the link of a sign-up. */
  readonly token: string | null
  readonly asksAge: boolean
  readonly onDone?: () => void
}

/** One shift, with the form that opens beneath it. */
export function ShiftOffer({ sessionId, shift, token, asksAge, onDone }: OfferProps) {
  const t = useWords()
  const { gapOf, asksOf, nameAndHours } = useShiftWords()
  const [isOpen, setOpen] = useState(false)
  const asks = asksOf(shift.asks)
  return (
    <>
      <p>
        <b>{gapOf(shift)}</b>
      </p>
      <p className="quiet">
        {[
          shift.missing === 0 && shift.free > 0 && t('volunteering.free', { count: shift.free }),
          shift.free === 0 && (shift.standIn ? t('volunteering.standIn') : t('volunteering.full')),
          asks,
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {isOpen ? (
        <ShiftForm
          sessionId={sessionId}
          shift={shift}
          token={token}
          asksAge={asksAge}
          onLeave={() => setOpen(false)}
          onDone={onDone}
        />
      ) : (
        <Button
          look={shift.missing > 0 ? 'main' : 'plain'}
          aria-label={t('volunteering.helpAt', nameAndHours(shift))}
          onClick={() => setOpen(true)}
        >
          {t('volunteering.help')}
        </Button>
      )}
    </>
  )
}
