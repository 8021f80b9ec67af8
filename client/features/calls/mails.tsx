import { useQuery } from '@tanstack/react-query'
import { mailboxApi } from '#shared/contract/panel-paths.ts'
import { formatInstant } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { Note } from '#client/ui/note.tsx'
import { Empty, Failure, Loading } from '#client/ui/states.tsx'
import { mailsQuery, type MailView } from './queries.ts'
import './calls.css'

/** Mails to people who signed up: as a page, as plain text, and with what goes into their calendars. */
export function Mails() {
  const t = useWords()
  const mails = useQuery(mailsQuery)
  if (mails.isPending) return <Loading />
  if (mails.isError) return <Failure error={mails.error} retry={() => void mails.refetch()} />
  return (
    <>
      <Note tone="sky">{t(mails.data.sends ? 'calls.mails.sends' : 'calls.mails.kept')}</Note>
      {mails.data.mails.length === 0 && <Empty title={t('calls.mails.none')} text={t('calls.mails.noneText')} />}
      {mails.data.mails.map((mail) => (
        <Mail key={mail.id} mail={mail} />
      ))}
    </>
  )
}

function Mail({ mail: { id, to, subject, text, calendar, state, createdAt, sentAt, lastError } }: { readonly mail: MailView }) {
  const t = useWords()
  const language = useLanguage()
  const when = formatInstant(Date.parse(sentAt ?? createdAt), language)
  return (
    <Card heading={subject === '' ? t('calls.mails.unwritten') : subject}>
      <p className="quiet">
        {to} · {when} · {t(`accounts.mailbox.states.${state}`)}
      </p>
      {lastError !== null && <p className="quiet">{t('accounts.mailbox.error', { error: lastError })}</p>}
      {text !== '' && (
        <>
          <details className="mail-part">
            <summary>{t('calls.mails.asPage')}</summary>
            <iframe className="mail-page" title={subject} src={mailboxApi.page(id)} sandbox="allow-popups" loading="lazy" />
          </details>
          <details className="mail-part">
            <summary>{t('calls.mails.asText')}</summary>
            <pre className="mail-plain">{text}</pre>
          </details>
          {calendar !== null && (
            <details className="mail-part">
              <summary>{t('calls.mails.calendar')}</summary>
              <pre className="mail-plain">{calendar}</pre>
            </details>
          )}
        </>
      )}
    </Card>
  )
}
