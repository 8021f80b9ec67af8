import { pages } from '#shared/contract/paths.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { LocalLink } from '#client/ui/local-link.tsx'

export function Footer() {
  const t = useWords()
  return (
    <footer className="footer no-print">
      <div className="page">
        <div>
          <p>{t('app.footer.about')}</p>
          <p>{t('app.footer.zone')}</p>
        </div>
        <nav aria-label={t('app.footer.label')}>
          <ul className="plain">
            <li>
              <LocalLink to={`${pages.front}?choose`}>{t('app.footer.city')}</LocalLink>
            </li>
            <li>
              <LocalLink to={pages.lostLink}>{t('app.footer.lostLink')}</LocalLink>
            </li>
            <li>
              <LocalLink to={pages.accessibility}>{t('app.footer.accessibility')}</LocalLink>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
