import { useLocation, useSearchParams } from 'react-router'
import { feedPath, selectionOfPage } from '#shared/contract/paths.ts'
import type { Selection } from '#shared/contract/selection.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { agendaDays } from '#client/features/calendar/agenda-days.ts'
import { useFeed } from '#client/features/calendar/queries.ts'
import { isLocalHost } from '#client/features/feeds/addresses.ts'
import { CopyAddress } from '#client/features/feeds/copy-address.tsx'
import { waysFor, type Way } from '#client/features/feeds/device.ts'
import { useFeedAddress } from '#client/features/feeds/queries.ts'
import { WayOf, type WayProps } from '#client/features/feeds/ways.tsx'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useNow } from '#client/lib/use-now.ts'
import { Card } from '#client/ui/card.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { QrCode } from '#client/ui/qr-code.tsx'
import { SampleBanner } from '#client/ui/sample-banner.tsx'
import { Loading } from '#client/ui/states.tsx'
import { NotFound } from '../not-found.tsx'
import { BadSelection } from './bad-selection.tsx'
import { pageOfSelection } from './page-of-selection.ts'
import '#client/features/feeds/feeds.css'

export default function SubscribePage() {
  const [query] = useSearchParams()
  const { selection, issues } = selectionOfPage(query, useLanguage())
  if (!selection) return <BadSelection issues={issues} />
  return <Subscribe selection={{ ...selection, range: null }} />
}

/** A subscription has no end, so dates of the selection are left behind. */
function Subscribe({ selection }: { readonly selection: Selection }) {
  const t = useWords()
  const feed = useFeed(feedPath(selection))
  const { yours, others } = waysFor(navigator.userAgent)
  const address = useFeedAddress(selection)
  const googleFeed = useFeedAddress({ ...selection, cancelled: selection.cancelled === 'mark' ? 'title' : selection.cancelled })
  const shared = { name: feed.data?.head.title ?? t('app.name'), address, googleFeed }
  if (feed.error instanceof ProblemError && feed.error.status === 404) return <NotFound />
  if (feed.isPending) return <Waiting />
  return (
    <div className="page subscribe">
      <div className="subscribe-head">
        {feed.data?.events.some(({ extra }) => extra.sample) && <SampleBanner />}
        <PageTitle title={t('subscribe.title')} />
        <p className="subscribe-lead">{t('subscribe.lead')}</p>
        <Chosen selection={selection} />
        {isLocalHost(location.hostname) && (
          <Note tone="sky" filled>
            <p>{t('subscribe.address.local')}</p>
          </Note>
        )}
      </div>
      <div className="subscribe-ways">
        <Ways heading={t('subscribe.yours')} ways={yours} {...shared} likely />
        <CancelledToday selection={selection} />
        <Ways heading={t('subscribe.others')} ways={others} {...shared} likely={false} />
      </div>
      <div className="subscribe-side">
        <Card>
          <CopyAddress address={address} label={t('subscribe.address.title')} />
        </Card>
        <ToPhone />
        <p className="quiet">{t('subscribe.quiet')}</p>
      </div>
    </div>
  )
}

/** The page comes whole, for what is said first hangs on what is in the calendar. */
const Waiting = () => (
  <div className="page">
    <Loading lines={9} />
  </div>
)

/** What is being added: the name that the calendar will have, and how much is in it. */
function Chosen({ selection }: { readonly selection: Selection }) {
  const t = useWords()
  const today = dayInWarsaw(useNow())
  const feed = useFeed(feedPath(selection))
  const events = agendaDays(feed.data?.events ?? [], today).flatMap((day) => day.events)
  const count = events.filter((event) => !event.extra.cancelled).length
  return (
    <Card heading={t('subscribe.chosen')}>
      {feed.data ? (
        <>
          <p className="chosen-name">{feed.data.head.title}</p>
          <p>{count === 0 ? t('subscribe.countNone') : t('subscribe.count', { count })}</p>
        </>
      ) : (
        <output className="chosen-name">{t('app.failure.title')}</output>
      )}
      <p>
        <LocalLink to={pageOfSelection(selection)}>{t('subscribe.change')}</LocalLink>
      </p>
    </Card>
  )
}

function Ways({ heading, ways, ...props }: WayProps & { readonly heading: string; readonly ways: readonly Way[] }) {
  return (
    <>
      <h2>{heading}</h2>
      <div className="way-list">
        {ways.map((way) => (
          <WayOf key={way} way={way} {...props} />
        ))}
      </div>
    </>
  )
}

function CancelledToday({ selection }: { readonly selection: Selection }) {
  const t = useWords()
  return (
    <Note tone="sun" filled>
      <p>
        <b>{t('subscribe.today.title')}</b> {t('subscribe.today.text')}{' '}
        <LocalLink to={pageOfSelection(selection)}>{t('subscribe.today.link')}</LocalLink>
      </p>
    </Note>
  )
}

function ToPhone() {
  const t = useWords()
  const { pathname, search } = useLocation()
  return (
    <Card heading={t('subscribe.qr.title')}>
      <p>{t('subscribe.qr.text')}</p>
      <QrCode text={location.origin + pathname + search} label={t('subscribe.qr.label')} />
    </Card>
  )
}
