import type { FormEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Icon } from '#client/ui/icons.tsx'
import '#client/ui/form/form.css'

/** Leads to the page of what is found: `/panel/search?q=…`. */
export function SearchBox() {
  const t = useWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const asked = new URLSearchParams(useLocation().search).get('q') ?? ''
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const words = String(new FormData(event.currentTarget).get('q')).trim()
    if (words !== '') void navigate(`${localPath(language, panelPages.search)}?q=${encodeURIComponent(words)}`)
  }
  return (
    <search className="search-box">
      <form onSubmit={search}>
        <input
          type="search"
          name="q"
          className="form-input"
          defaultValue={asked}
          maxLength={200}
          aria-label={t('panel.search.label')}
          placeholder={t('panel.search.hint')}
        />
        <button type="submit" className="search-go" aria-label={t('panel.search.go')}>
          <Icon name="search" size={22} />
        </button>
      </form>
    </search>
  )
}
