import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from 'react-router'
import { languages } from '#shared/contract/kinds.ts'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { meQuery, signOut, useMe, useRights } from '#client/features/me/queries.ts'
import { languageNames } from '#client/i18n/language-names.ts'
import { localPath, plainPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { useToast } from '#client/ui/toast.tsx'

/** Who is signed in, the way out, and the language. */
export function Account() {
  const t = useWords()
  const me = useMe()
  const rights = useRights()
  const { pathname } = useLocation()
  const language = useLanguage()
  const client = useQueryClient()
  const toast = useToast()
  const messageOf = useSaveMessage()
  const leave = useSave<void, unknown>((_, key) => signOut(key), {
    // Everything that was loaded goes, so that the next person at this desk sees nothing of it.
    onSuccess: () => {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === meQuery.queryKey[0] })
      location.assign(localPath(language, panelPages.signIn))
    },
    onError: (error) => toast({ text: messageOf(error), tone: 'window' }),
  })
  return (
    <div className="side-account">
      <LocalLink to={panelPages.account} className="side-entry" aria-current={pageOf(pathname, panelPages.account)}>
        {me.data?.name}
      </LocalLink>
      {rights.includes('see') && (
        <LocalLink to={panelPages.myCalendar} className="side-entry" aria-current={pageOf(pathname, panelPages.myCalendar)}>
          {t('shareTitles.mine')}
        </LocalLink>
      )}
      <button type="button" className="side-entry" disabled={leave.isPending} onClick={() => leave.mutate()}>
        {t('panel.signOut')}
      </button>
      <PanelLanguages />
    </div>
  )
}

const pageOf = (pathname: string, page: string) => (plainPath(pathname) === page ? 'page' : undefined)

function PanelLanguages() {
  const t = useWords()
  const current = useLanguage()
  const { pathname, search } = useLocation()
  return (
    <nav className="side-languages" aria-label={t('app.languages')}>
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
