import { panelPages } from '#shared/contract/panel-paths.ts'
import { Mails } from '#client/features/calls/mails.tsx'
import { ReturnedMail } from '#client/features/calls/returned.tsx'
import { useWords } from '#client/i18n/use-words.ts'
import { LocalLink } from '#client/ui/local-link.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'

/** What people who signed up got, or would get if mails went out. */
export default function MailsPage() {
  const t = useWords()
  return (
    <div className="panel-page">
      <p>
        <LocalLink to={panelPages.calls} className="table-link">
          ‹ {t('calls.title')}
        </LocalLink>
      </p>
      <PageTitle title={t('calls.mails.title')} />
      <ReturnedMail />
      <Mails />
    </div>
  )
}
