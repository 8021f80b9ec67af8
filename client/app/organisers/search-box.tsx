import { useId, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { searchBounds } from '#shared/contract/search.ts'
import { hitsOf, isEnough, useSearch } from '#client/features/search/queries.ts'
import { suggestionsOf } from '#client/features/search/suggestions.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useSettled } from '#client/lib/use-settled.ts'
import { mayLeave } from '#client/ui/form/use-unsaved.ts'
import { Icon } from '#client/ui/icons.tsx'
import { Suggestions, optionId } from './suggestions.tsx'
import '#client/ui/form/form.css'

const pauseMs = 150

/**
 * Suggests while one types (the ARIA pattern "combobox", nothing chosen by itself): arrows walk, Enter leads to the one that is marked or, with
 * none, to the page of everything found, Escape closes the list and then empties the field.
 */
export function SearchBox() {
  const t = useWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const id = useId()
  const [typed, setTyped] = useState(new URLSearchParams(useLocation().search).get('q') ?? '')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const asked = useSettled(open ? typed.trim() : '', pauseMs)
  const found = useSearch(asked, language)
  const hits = found.data && isEnough(asked) ? suggestionsOf(hitsOf(found.data, language)) : []
  const shown = open && isEnough(typed) && isEnough(asked) && found.data !== undefined
  const all = `${panelPages.search}?q=${encodeURIComponent(typed.trim())}`
  const paths = [...hits.map(({ path }) => path), ...(hits.length > 0 ? [all] : [])]

  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const leadTo = async (path: string) => {
    close()
    if (await mayLeave()) void navigate(localPath(language, path))
  }
  const search = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') void leadTo((shown && paths[active]) || all)
  }
  const walk = (step: number) => {
    setOpen(true)
    if (!shown || paths.length === 0) return
    setActive(active < 0 && step < 0 ? paths.length - 1 : (active + step + paths.length) % paths.length)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Escape' && open) close()
    else return
    event.preventDefault()
  }

  return (
    <search className="search-box">
      <form onSubmit={search}>
        <input
          type="search"
          name="q"
          className="form-input"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          maxLength={searchBounds.length}
          aria-label={t('panel.search.label')}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={id}
          aria-activedescendant={shown && active >= 0 ? optionId(id, active) : undefined}
          placeholder={t('panel.search.hint')}
          onChange={({ target }) => {
            setTyped(target.value)
            setOpen(true)
            setActive(-1)
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        <button type="submit" className="search-go" aria-label={t('panel.search.go')}>
          <Icon name="search" size={22} />
        </button>
        <Suggestions id={id} hits={hits} shown={shown} active={active} onTake={(index) => void leadTo(paths[index] ?? all)} />
      </form>
    </search>
  )
}
