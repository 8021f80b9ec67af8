import { pages } from '#shared/contract/paths.ts'
import type { DiscreetSessionView } from '#shared/contract/public.ts'
import { SessionMoment } from '#client/features/sessions/session-moment.tsx'
import { SessionNews } from '#client/features/sessions/session-news.tsx'
import { useWords } from '#client/i18n/use-words.ts'
import { useNow } from '#client/lib/use-now.ts'
import { Facts } from '#client/ui/facts.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { WayUp } from '#client/ui/way-up.tsx'
import './detail.css'

/** The neutral face of a meeting that keeps to itself: a title and a time, and nothing that could tell what it is about. */
export function DiscreetSession({ session }: { readonly session: DiscreetSessionView }) {
  const t = useWords()
  const { title, city, when, cancelled, moved, ended } = session
  const news = {
    cancelled: cancelled && { ...cancelled, reason: null, instead: null },
    moved: moved && { ...moved, reason: null },
    ended,
  }
  return (
    <article className="page detail">
      <div className="detail-head">
        <WayUp label={t('session.wayUp')} steps={[{ name: city.name, to: pages.city(city.slug) }]} />
        <PageTitle title={title.text}>
          <ForeignText text={title} />
        </PageTitle>
        <SessionNews session={news} />
        <Facts>
          <SessionMoment when={when} rule="" cancelled={cancelled !== null} now={useNow()} />
        </Facts>
        <p>{t('session.discreet')}</p>
      </div>
    </article>
  )
}
