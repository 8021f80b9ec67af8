import { useState, type ReactNode } from 'react'
import { activityKinds, audiences, slugOf } from '#shared/contract/kinds.ts'
import type { CityOption, Link } from '#shared/contract/public.ts'
import type { FilterName } from '#shared/contract/selection.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Disclosure } from '#client/ui/disclosure.tsx'
import { Icon } from '#client/ui/icons.tsx'
import { Options, type Option } from '#client/ui/options.tsx'
import { isFiltered, withFilter, withoutFilters, withStepFree, type Choice } from './choice.ts'
import './filters.css'

type FiltersProps = {
  readonly city: CityOption
  readonly choice: Choice
  readonly search: string
  readonly onChoose: (choice: Choice) => void
  readonly onSearch: (text: string) => void
}

const first = ['district', 'audience', 'kind'] as const
const later = ['club', 'program'] as const

/** What to show: chips that open lists to tick. Everything but the free text stands in the address, and in the feed. */
export function Filters({ city, choice, search, onChoose, onSearch }: FiltersProps) {
  const t = useWords()
  const options = useOptions(city)
  const [open, setOpen] = useState<string | null>(null)
  const toggle = (name: string) => (isOpen: boolean) => setOpen(isOpen ? name : null)
  const list = (name: keyof typeof options) => (
    <Options
      key={name}
      legend={t(`calendar.filters.${name}`)}
      options={options[name]}
      chosen={choice.selection.filters[name] ?? []}
      onChange={(values) => onChoose(withFilter(choice, name, values))}
    />
  )
  const moreChosen = search !== '' || later.some((name) => (choice.selection.filters[name] ?? []).length > 0)
  return (
    <search className="filters" aria-label={t('calendar.filters.label')}>
      {first
        .filter((name) => options[name].length > 0)
        .map((name) => (
          <FilterChip
            key={name}
            name={name}
            chosen={choice.selection.filters[name]}
            options={options[name]}
            open={open === name}
            onToggle={toggle(name)}
          >
            {list(name)}
          </FilterChip>
        ))}
      <StepFreeChip choice={choice} onChoose={onChoose} />
      <Disclosure label={t('calendar.filters.more')} chosen={moreChosen} open={open === 'more'} onToggle={toggle('more')}>
        <SearchField text={search} onSearch={onSearch} />
        {later.filter((name) => options[name].length > 0).map(list)}
      </Disclosure>
      {isFiltered(choice) && (
        <Button look="quiet" onClick={() => onChoose(withoutFilters(choice))}>
          {t('calendar.filters.clear')}
        </Button>
      )}
    </search>
  )
}

type ChipProps = {
  readonly name: (typeof first)[number]
  readonly chosen: readonly string[] | undefined
  readonly options: readonly Option[]
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
  readonly children: ReactNode
}

/** A chip that says what is chosen: "Sośnica", "Sośnica +2", or what one could choose. */
function FilterChip({ name, chosen, options, open, onToggle, children }: ChipProps) {
  const t = useWords()
  const about = t(`calendar.filters.${name}`)
  const [one, ...others] = (chosen ?? []).map((slug) => options.find(({ value }) => value === slug)?.label ?? slug)
  const label =
    one === undefined ? about : others.length === 0 ? one : t('calendar.filters.chosen', { first: one, others: others.length })
  return (
    <Disclosure
      label={label}
      about={one === undefined ? undefined : about}
      chosen={one !== undefined}
      open={open}
      onToggle={onToggle}
    >
      {children}
    </Disclosure>
  )
}

function StepFreeChip({ choice, onChoose }: Pick<FiltersProps, 'choice' | 'onChoose'>) {
  const t = useWords()
  const { stepFree } = choice.selection
  return (
    <button
      type="button"
      className={stepFree ? 'chip chip-chosen' : 'chip'}
      aria-pressed={stepFree}
      onClick={() => onChoose(withStepFree(choice, !stepFree))}
    >
      <Icon name="wheelchair" size={20} />
      {t('calendar.filters.stepFree')}
    </button>
  )
}

function SearchField({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const t = useWords()
  return (
    <div className="field">
      <label htmlFor="search">{t('calendar.search.label')}</label>
      <input
        id="search"
        type="search"
        value={text}
        aria-describedby="search-note"
        onChange={({ target }) => onSearch(target.value)}
      />
      <p id="search-note" className="quiet">
        {t('calendar.search.note')}
      </p>
    </div>
  )
}

/** What a city offers to choose from, in the words of the page. Finished programs have no coming sessions. */
function useOptions(city: CityOption) {
  const t = useWords()
  return {
    district: named(city.districts),
    audience: audiences
      .filter((audience) => city.audiences.includes(audience))
      .map((audience) => ({ value: slugOf(audience), label: t(`audiences.${audience}`) })),
    kind: activityKinds
      .filter((kind) => city.kinds.includes(kind))
      .map((kind) => ({ value: slugOf(kind), label: t(`kinds.${kind}`) })),
    club: named(city.clubs),
    program: named(city.programs.filter(({ finished }) => !finished)),
  } as const satisfies Partial<Record<FilterName, readonly Option[]>>
}

const named = (links: readonly Link[]): Option[] => links.map(({ slug, name }) => ({ value: slug, label: name }))
