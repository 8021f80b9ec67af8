import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { pages } from '#shared/contract/paths.ts'
import type { NeededShifts } from '#shared/contract/public.ts'
import { formatDayHeading } from '#shared/time/format.ts'
import { neededQuery } from '#client/features/sign-ups/shift-queries.ts'
import { ShiftOffer } from '#client/features/sign-ups/shifts-card.tsx'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Asked } from './asked.tsx'
import '#client/features/sign-ups/sign-ups.css'

type Needing = NeededShifts['shifts'][number]

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
  return (
    <article className="page reading">
      <PageTitle title={t('volunteering.page.title')}>{t('volunteering.page.title')}</PageTitle>
      <p>{needed.name === null ? t('volunteering.page.lead') : t('volunteering.page.leadKnown', { name: needed.name })}</p>
      {needed.name !== null && needed.shifts.some(({ lacks }) => lacks.length > 0) && (
        <label className="sign-up-tick">
          <input type="checkbox" checked={onlySuits} onChange={({ target }) => setOnlySuits(target.checked)} />
          {t('volunteering.page.onlySuits')}
        </label>
      )}
      {shown.length === 0 && <p>{t('volunteering.page.none')}</p>}
      <div className="shift-days">
        {[...groupedBy(shown, ({ start }) => start.slice(0, 10))].map(([day, shifts]) => (
          <Day key={day} day={day} shifts={shifts} token={token} asksAge={!needed.agesKnown} />
        ))}
      </div>
    </article>
  )
}

type DayProps = {
  readonly day: string
  readonly shifts: readonly Needing[]
  readonly token: string | null
  readonly asksAge: boolean
}

/** The meetings of a day, each once, with what is to be done at it. */
function Day({ day, shifts, token, asksAge }: DayProps) {
  const { weekday, date } = formatDayHeading(day, useLanguage())
  return (
    <Card heading={`${weekday}, ${date}`}>
      <ul className="shift-list">
        {[...groupedBy(shifts, ({ session }) => session)].map(([session, here]) => (
          <li key={session}>
            <Meeting session={session} shift={here[0]!} />
            {here.map((shift) => (
              <ShiftOffer
                key={shift.id}
                sessionId={session}
                shift={shift}
                lacks={token === null ? null : shift.lacks}
                token={token}
                asksAge={asksAge}
              />
            ))}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Meeting({ session, shift: { title, place, city } }: { readonly session: string; readonly shift: Needing }) {
  return (
    <p>
      <LocalLink to={pages.session(session)}>
        <ForeignText text={title} />
      </LocalLink>
      <span className="shift-where">{[place, city].filter(Boolean).join(', ')}</span>
    </p>
  )
}

function groupedBy<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): ReadonlyMap<string, readonly Thing[]> {
  const groups = new Map<string, Thing[]>()
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing])
  return groups
}
