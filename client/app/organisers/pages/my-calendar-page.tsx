import { useMutation } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { dayInWarsaw, formatDay } from '#shared/time/format.ts'
import { webcalAddress } from '#client/features/feeds/addresses.ts'
import { useHostFeedActions, useHostFeeds, type HostFeed } from '#client/features/share/host-feeds.ts'
import { copyText } from '#client/features/share/post-box.tsx'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { useConfirm } from '#client/ui/confirm.tsx'
import { useSaveMessage } from '#client/ui/form/use-form.ts'
import { Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { QrCode } from '#client/ui/qr-code.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { useToast } from '#client/ui/toast.tsx'
import '#client/features/share/share.css'

/** The private calendar of what one leads: an address made, shown once, changed, taken away. */
export default function MyCalendarPage() {
  const t = useWords()
  const feeds = useHostFeeds()
  const actions = useHostFeedActions()
  const [url, setUrl] = useState<string | null>(null)
  const toast = useToast()
  const messageOf = useSaveMessage()
  const onError = (error: Error) => toast({ text: messageOf(error), tone: 'window' })
  const make = useMutation({ mutationFn: actions.make, onSuccess: (made) => setUrl(made.url), onError })
  const rotate = useMutation({ mutationFn: actions.rotate, onSuccess: (made) => setUrl(made.url), onError })
  const revoke = useMutation({
    mutationFn: actions.revoke,
    onSuccess: () => {
      setUrl(null)
      toast({ text: t('share.mine.revoked') })
    },
    onError,
  })
  const count = feeds.data?.feeds.length ?? 0
  return (
    <div className="panel-page">
      <PageTitle title={t('shareTitles.mine')} />
      <p className="quiet">{t('share.mine.lead')}</p>
      {url !== null && <NewAddress url={url} />}
      {count >= 5 ? (
        <p>{t('share.mine.most')}</p>
      ) : (
        <p>
          <Button look="main" disabled={make.isPending} onClick={() => make.mutate()}>
            {t('share.mine.add')}
          </Button>
        </p>
      )}
      {feeds.isPending && <Loading lines={3} />}
      {feeds.isError && !feeds.data && <Failure error={feeds.error} retry={() => void feeds.refetch()} />}
      {feeds.data && (
        <Card heading={t('share.mine.list')}>
          {count === 0 && <p className="quiet">{t('share.mine.none')}</p>}
          <ul className="plain own-feeds">
            {feeds.data.feeds.map((feed) => (
              <OwnFeed
                key={feed.id}
                feed={feed}
                onRotate={() => rotate.mutate(feed.id)}
                onRevoke={() => revoke.mutate(feed.id)}
              />
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

type OwnFeedProps = { readonly feed: HostFeed; readonly onRotate: () => void; readonly onRevoke: () => void }

function OwnFeed({ feed: { createdAt, lastUsedOn }, onRotate, onRevoke }: OwnFeedProps) {
  const t = useWords()
  const language = useLanguage()
  const confirm = useConfirm()
  const ask = async (what: 'rotate' | 'revoke', go: () => void) => {
    if (await confirm({ title: t(`share.mine.${what}`), text: t(`share.mine.${what}Ask`), yes: t(`share.mine.${what}`) })) go()
  }
  const made = formatDay(dayInWarsaw(Date.parse(createdAt)), language)
  return (
    <li>
      <p>
        {t('share.mine.made', { day: made })},{' '}
        {lastUsedOn === null ? t('share.mine.never') : t('share.mine.used', { day: formatDay(lastUsedOn, language) })}
      </p>
      <Button onClick={() => void ask('rotate', onRotate)}>{t('share.mine.rotate')}</Button>
      <Button onClick={() => void ask('revoke', onRevoke)}>{t('share.mine.revoke')}</Button>
    </li>
  )
}

function NewAddress({ url }: { readonly url: string }) {
  const t = useWords()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  const copy = () => {
    field.current?.select()
    copyText(url).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    )
  }
  return (
    <Card>
      <div className="own-address">
        <Note tone="sun">
          <p>{t('share.mine.once')}</p>
        </Note>
        <label htmlFor={id}>{t('share.mine.label')}</label>
        <input id={id} ref={field} className="form-input" readOnly value={url} onFocus={({ target }) => target.select()} />
        <p className="post-do">
          <Button look="main" onClick={copy}>
            {t('share.mine.copy')}
          </Button>
          <a className="button" href={webcalAddress(url)}>
            {t('share.mine.open')}
          </a>
          <output>{outcome && t(`share.mine.${outcome}`)}</output>
        </p>
        <QrCode text={url} label={t('share.mine.qr')} />
      </div>
    </Card>
  )
}
