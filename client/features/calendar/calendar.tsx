import { useState } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import type { CityOption } from '#shared/contract/public.ts'
import type { Selection, SelectionIssue } from '#shared/contract/selection.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { plainPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useNow } from '#client/lib/use-now.ts'
import { ButtonLink } from '#client/ui/button.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { AddToPhone } from './add-to-phone.tsx'
import { queryOfChoice, readChoice, type Choice } from './choice.ts'
import { Filters } from './filters.tsx'
import { ListView } from './list-view.tsx'
import { MonthView } from './month-view.tsx'
import { ViewSwitch } from './view-switch.tsx'
import './calendar.css'

type CalendarProps = {
  readonly slice: Selection['slice']
  /** What can be chosen; null while it isn't known yet. The sessions don't wait for it. */
  readonly city: CityOption | null
}

/** The calendar of a city: what to show, how to lay it out, and the sessions. All of it stands in the address. */
export function Calendar({ slice, city }: CalendarProps) {
  const [query] = useSearchParams()
  const now = useNow()
  const today = dayInWarsaw(now)
  const choice = readChoice(slice, query, useLanguage(), today)
  if ('issues' in choice) return <BadAddress issues={choice.issues} />
  return <ChosenCalendar city={city} choice={choice} now={now} today={today} />
}

type ChosenProps = { readonly city: CityOption | null; readonly choice: Choice; readonly now: number; readonly today: string }

function ChosenCalendar({ city, choice, now, today }: ChosenProps) {
  const [search, setSearch] = useState('')
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const plain = plainPath(pathname)
  const choose = (next: Choice) => void navigate(pathname + queryOfChoice(next, today), { preventScrollReset: true })
  const address = (layout: Choice['layout']) => plain + queryOfChoice({ ...choice, layout }, today)
  const view = { choice, search, now, today, choose, address, place: placeOf(city, choice) }
  return (
    <div className="page calendar">
      <aside className="calendar-side no-print">
        {city && <Filters city={city} choice={choice} search={search} onChoose={choose} onSearch={setSearch} />}
        {!city && <div className="filters-waiting" />}
        <ViewSwitch layout={choice.layout} today={today} addressOf={address} />
        <AddToPhone selection={choice.selection} />
      </aside>
      {choice.layout.view === 'list' ? (
        <ListView {...view} steps={choice.layout.steps} />
      ) : (
        <MonthView {...view} month={choice.layout.month} day={choice.layout.day} />
      )}
    </div>
  )
}

/** "Sośnica, Gliwice", or the city alone. Null while its name isn't known. */
function placeOf(city: CityOption | null, { selection }: Choice): string | null {
  if (!city) return null
  const chosen = selection.filters.district ?? []
  const districts = city.districts.filter(({ slug }) => chosen.includes(slug)).map(({ name }) => name)
  return [...districts, city.name].join(', ')
}

function BadAddress({ issues }: { readonly issues: readonly SelectionIssue[] }) {
  const t = useWords()
  const plain = plainPath(useLocation().pathname)
  return (
    <div className="page reading">
      <PageTitle title={t('calendar.badQuery.title')} />
      <p>{t('calendar.badQuery.text', { names: issues.map(({ name, value }) => `${name}=${value}`).join(', ') })}</p>
      <p>
        <ButtonLink look="main" to={plain}>
          {t('calendar.filters.clear')}
        </ButtonLink>
      </p>
    </div>
  )
}
