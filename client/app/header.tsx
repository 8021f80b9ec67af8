import { Link, useLocation } from 'react-router'
import { languages } from '#shared/contract/kinds.ts'
import { pages } from '#shared/contract/paths.ts'
import { languageNames } from '#client/i18n/language-names.ts'
import { localPath, plainPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { LitWindows } from '#client/ui/mark.tsx'
import './header.css'

export function Header({ main }: { readonly main: string }) {
  const t = useWords()
  return (
    <header className="header no-print">
      <a className="skip" href={main}>
        {t('app.skip')}
      </a>
      <div className="header-row">
        <LocalLink to={pages.front} className="home" aria-label={t('app.home')}>
          <LitWindows size={40} />
          {t('app.name')}
        </LocalLink>
        <LanguageSwitch />
      </div>
    </header>
  )
}

/** Links to the same page in the other languages. */
function LanguageSwitch() {
  const t = useWords()
  const current = useLanguage()
  const { pathname, search } = useLocation()
  return (
    <nav className="languages" aria-label={t('app.languages')}>
      {languages.map((language) => (
        <Link
          key={language}
          to={localPath(language, plainPath(pathname)) + search}
          lang={language}
          hrefLang={language}
          aria-label={`${languageNames[language].short}, ${languageNames[language].full}`}
          aria-current={language === current ? 'true' : undefined}
        >
          {languageNames[language].short}
        </Link>
      ))}
    </nav>
  )
}
