import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { pages } from '#shared/contract/paths.ts'
import type { NeededShifts } from '#shared/contract/public.ts'
import { formatDay } from '#shared/time/format.ts'
import { neededQuery } from '#client/features/sign-ups/shift-queries.ts'
import { ShiftOffer } from '#client/features/sign-ups/shifts-card.tsx'
import { useShiftWords } from '#client/features/sign-ups/shift-words.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Asked } from './asked.tsx'
import '#client/features/sign-ups/sign-ups.css'
import './detail.css'

/** Where hands are missing. Whoever comes with the link of a sign-up (`#token`) sees where they may help and don't yet. */
export default function VolunteeringPage() {
  const token = useLocation().hash.slice(1) || null
  const query = useQuery(neededQuery(token, useLanguage()))
  return (
    <Asked query={query} invented={({ shifts }) => shifts.some(({ sample }) => sample)}>
      {(needed) => <Needed token={token} needed={needed} />}
    </Asked>
  )
}

function Needed({ token, needed }: { readonly token: string | null; readonly needed: NeededShifts }) {
  const t = useWords()
  const [onlySuits, setOnlySuits] = useState(false)
  const shown = onlySuits ? needed.shifts.filter(({ lacks, free }) => lacks.length === 0 && free > 0) : needed.shifts
  const days = [...new Set(shown.map(({ start }) => start.slice(0, 10)))]
  return (
    <article className="page">
      <PageTitle title={t('volunteering.page.title')}>{t('volunteering.page.title')}</PageTitle>
      <p>{needed.name === null ? t('volunteering.page.lead') : t('volunteering.page.leadKnown', { name: needed.name })}</p>
      {needed.name !== null && needed.shifts.some(({ lacks }) => lacks.length > 0) && (
        <label className="sign-up-tick">
          <input type="checkbox" checked={onlySuits} onChange={({ target }) => setOnlySuits(target.checked)} />
          {t('volunteering.page.onlySuits')}
        </label>
      )}
      {shown.length === 0 && <p>{t('volunteering.page.none')}</p>}
      {days.map((day) => (
        <Day
          key={day}
          day={day}
          shifts={shown.filter(({ start }) => start.startsWith(day))}
          token={token}
          asksAge={!needed.agesKnown}
        />
      ))}
    </article>
  )
}

type DayProps = {
  readonly day: string
  readonly shifts: NeededShifts['shifts']
  readonly token: string | null
  readonly asksAge: boolean
}

function Day({ day, shifts, token, asksAge }: DayProps) {
  const t = useWords()
  const { missingIn } = useShiftWords()
  return (
    <Card heading={formatDay(day, useLanguage())}>
      <ul className="shift-list">
        {shifts.map((shift) => (
          <li key={`${shift.session} ${shift.id}`}>
            <p>
              <LocalLink to={pages.session(shift.session)}>
                <ForeignText text={shift.title} />
              </LocalLink>
              {' – '}
              {[shift.place, shift.city].filter(Boolean).join(', ')}
            </p>
            {token !== null && shift.lacks.length > 0 && (
              <p className="quiet">{t('volunteering.page.lacks', { what: missingIn(shift.lacks) })}</p>
            )}
            <ShiftOffer sessionId={shift.session} shift={shift} token={token} asksAge={asksAge} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
