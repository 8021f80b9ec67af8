import { useId, useState } from 'react'
import { activityKinds, slugOf } from '#shared/contract/kinds.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icons.tsx'
import type { FilterName, PlanFilters } from './plan-view.ts'
import { usePlanChoices } from './queries.ts'

type FiltersProps = { readonly filters: PlanFilters; readonly onChange: (filters: PlanFilters) => void }
type Option = readonly [value: string, label: string]

/** What the plan is narrowed to. Hidden until it is asked for: most days everything is what one wants. */
export function PlanFilterPanel({ filters, onChange }: FiltersProps) {
  const t = useWords()
  const id = useId()
  const count = Object.keys(filters).length
  const [open, setOpen] = useState(count > 0)
  return (
    <section className="plan-filters" aria-label={t('plan.filters.label')}>
      <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {count > 0 ? t('plan.filters.active', { count }) : t('plan.filters.show')}
        <Icon name="open" size={18} />
      </Button>
      {count > 0 && (
        <Button look="quiet" onClick={() => onChange({})}>
          {t('plan.filters.clear')}
        </Button>
      )}
      <div id={id} className="plan-filter-fields" hidden={!open}>
        {open && <Fields filters={filters} onChange={onChange} />}
      </div>
    </section>
  )
}

function Fields({ filters, onChange }: FiltersProps) {
  const t = useWords()
  const choices = usePlanChoices().data
  const links = (list: readonly { readonly slug: string; readonly name: string }[] = []): Option[] =>
    list.map(({ slug, name }) => [slug, name])
  const clubs = choices?.clubs.filter(({ program }) => !filters.program || program === filters.program)
  const rooms = choices?.venues.find(({ slug }) => slug === filters.venue)?.rooms ?? []
  const set = (name: FilterName, value: string) => {
    const without = {
      [name]: undefined,
      ...(name === 'venue' ? { room: undefined } : name === 'program' ? { club: undefined } : {}),
    }
    const next = { ...filters, ...without, ...(value === '' ? {} : { [name]: value }) }
    onChange(Object.fromEntries(Object.entries(next).filter(([, one]) => one !== undefined)))
  }
  const kinds = activityKinds.map((kind): Option => [slugOf(kind), t(`kinds.${kind}`)])
  const field = (name: FilterName, options: readonly Option[], any: string) => (
    <Filter name={name} label={t(`plan.filters.${name}`)} any={any} options={options} value={filters[name]} onChange={set} />
  )
  return (
    <>
      {field('program', links(choices?.programs), t('plan.filters.any'))}
      {field('club', links(clubs), t('plan.filters.any'))}
      {field('venue', links(choices?.venues), t('plan.filters.any'))}
      {rooms.length > 0 &&
        field(
          'room',
          rooms.map((room): Option => [room.id, room.name]),
          t('plan.filters.any'),
        )}
      {field(
        'host',
        (choices?.hosts ?? []).map((host): Option => [host.id, host.name]),
        t('plan.filters.anybody'),
      )}
      {field('kind', kinds, t('plan.filters.any'))}
      {field(
        'status',
        (['planned', 'cancelled'] as const).map((status): Option => [status, t(`plan.filters.statuses.${status}`)]),
        t('plan.filters.statuses.all'),
      )}
      {field(
        'draft',
        (['yes', 'no'] as const).map((draft): Option => [draft, t(`plan.filters.drafts.${draft}`)]),
        t('plan.filters.drafts.all'),
      )}
    </>
  )
}

type FilterProps = {
  readonly name: FilterName
  readonly label: string
  readonly any: string
  readonly options: readonly Option[]
  readonly value: string | undefined
  readonly onChange: (name: FilterName, value: string) => void
}

function Filter({ name, label, any, options, value = '', onChange }: FilterProps) {
  return (
    <label className="plan-filter">
      <span>{label}</span>
      <select className="form-input" value={value} onChange={({ target }) => onChange(name, target.value)}>
        <option value="">{any}</option>
        {/* A value of a shared link that isn't offered stays visible. */}
        {value !== '' && !options.some(([one]) => one === value) && <option value={value}>{value}</option>}
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
