import { useRef, useState, type KeyboardEvent } from 'react'
import { useWords } from '#client/i18n/use-words.ts'
import { Field, type FieldProps } from './field.tsx'
import type { Choice } from './inputs.tsx'

const mostShown = 60

type ComboBoxProps = FieldProps & {
  readonly choices: readonly Choice[]
  /** '' is nothing. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
}

/**
 * One of many, found by typing a part of its name (the ARIA pattern "combobox with list autocomplete"): arrows walk, Enter takes,
 * Escape closes and gives back what was chosen, an emptied field chooses nothing.
 */
export function ComboBox({ choices, value, onChange, placeholder, ...field }: ComboBoxProps) {
  const t = useWords()
  const chosen = choices.find((choice) => choice.value === value)
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const list = useRef<HTMLUListElement>(null)
  const found = matching(choices, typed ?? '').slice(0, mostShown)

  const close = () => {
    setOpen(false)
    setTyped(null)
    setActive(-1)
  }
  const take = (choice: Choice | undefined) => {
    if (choice) onChange(choice.value)
    close()
  }
  const walk = (step: number) => {
    const next = !open ? Math.max(found.indexOf(chosen ?? found[0]!), 0) : (active + step + found.length) % found.length
    setOpen(true)
    setActive(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Enter' && open) take(found[active])
    else if (event.key === 'Escape' && open) close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <Field {...field}>
      {(described) => (
        <div className="form-combo">
          <input
            {...described}
            name={field.name}
            className="form-input"
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            aria-expanded={open}
            aria-autocomplete="list"
            aria-controls={`${described.id}-list`}
            aria-activedescendant={open && active >= 0 ? `${described.id}-${active}` : undefined}
            value={typed ?? chosen?.label ?? ''}
            onKeyDown={onKeyDown}
            onClick={() => setOpen(true)}
            onChange={({ target }) => {
              setTyped(target.value)
              setOpen(true)
              setActive(target.value === '' ? -1 : 0)
              if (target.value === '') onChange('')
            }}
            onBlur={close}
          />
          <ul
            ref={list}
            id={`${described.id}-list`}
            role="listbox"
            aria-label={field.label}
            className="form-combo-list plain"
            hidden={!open}
          >
            {found.map((choice, index) => (
              <li
                key={choice.value}
                id={`${described.id}-${index}`}
                role="option"
                aria-selected={choice.value === value}
                className={index === active ? 'form-combo-active' : undefined}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(choice)}
              >
                {choice.label}
                {choice.text && <span className="form-hint">{choice.text}</span>}
              </li>
            ))}
            {found.length === 0 && (
              <li role="option" aria-disabled="true" aria-selected="false" className="quiet">
                {t('form.nothingFound')}
              </li>
            )}
          </ul>
        </div>
      )}
    </Field>
  )
}

/** Every word typed stands somewhere in the name, whatever its accents and case. */
function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const words = plain(typed).split(' ').filter(Boolean)
  return choices.filter(({ label, text = '' }) => words.every((word) => plain(`${label} ${text}`).includes(word)))
}

const plain = (text: string): string =>
  text
    .toLocaleLowerCase('pl')
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
