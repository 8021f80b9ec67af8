import { useQuery } from '@tanstack/react-query'
import type { Language } from '#shared/contract/kinds.ts'
import { formatInstant } from '#shared/time/format.ts'
import { messagesQuery, type Messages } from '#client/features/accounts/queries.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { DataTable, type Column } from '#client/ui/data-table.tsx'
import { Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Empty, Failure, Loading } from '#client/ui/states.tsx'
import '#client/features/accounts/accounts.css'

/** Mails that went out, or that stay here because the server has nowhere to send them. */
export default function MailboxPage() {
  const t = useWords()
  const language = useLanguage()
  const mailbox = useQuery(messagesQuery)
  if (mailbox.isPending) return <Loading />
  if (mailbox.isError) return <Failure error={mailbox.error} retry={() => void mailbox.refetch()} />
  const { sends, messages } = mailbox.data
  return (
    <div className="panel-page">
      <PageTitle title={t('accounts.mailbox.title')} />
      <Note tone="sky">{t(sends ? 'accounts.mailbox.sends' : 'accounts.mailbox.kept')}</Note>
      {messages.length === 0 ? (
        <Empty title={t('accounts.mailbox.none')} text={t('accounts.mailbox.noneText')} />
      ) : (
        <DataTable
          caption={t('accounts.mailbox.title')}
          rows={messages}
          rowKey={({ id }) => id}
          columns={columnsOf(t, language)}
        />
      )}
    </div>
  )
}

type Message = Messages['messages'][number]

const columnsOf = (t: ReturnType<typeof useWords>, language: Language): readonly Column<Message>[] => [
  { key: 'to', heading: t('accounts.mailbox.to'), main: true, cell: ({ to }) => to },
  { key: 'subject', heading: t('accounts.mailbox.subject'), cell: (message) => <Subject message={message} /> },
  {
    key: 'when',
    heading: t('accounts.mailbox.when'),
    cell: ({ createdAt, sentAt }) => formatInstant(Date.parse(sentAt ?? createdAt), language),
  },
  { key: 'state', heading: t('accounts.mailbox.state'), cell: (message) => <State message={message} /> },
]

function Subject({ message: { subject, text } }: { readonly message: Message }) {
  if (text === '') return <>{subject}</>
  return (
    <details>
      <summary>{subject}</summary>
      <pre className="mail-text">{text}</pre>
    </details>
  )
}

function State({ message: { state, lastError } }: { readonly message: Message }) {
  const t = useWords()
  return (
    <>
      {t(`accounts.mailbox.states.${state}`)}
      {lastError !== null && <span className="form-hint">{t('accounts.mailbox.error', { error: lastError })}</span>}
    </>
  )
}
