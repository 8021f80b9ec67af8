import { slugOf } from '#shared/contract/kinds.ts'
import { pages } from '#shared/contract/paths.ts'
import type { SeriesView } from '#shared/contract/public.ts'
import { ActivityDetails } from '#client/features/activities/activity-details.tsx'
import { ContactButtons } from '#client/features/activities/contact-buttons.tsx'
import { Joining } from '#client/features/activities/joining.tsx'
import { FundStrip } from '#client/features/projects/fund-strip.tsx'
import { useSeries } from '#client/features/series/queries.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { Fact, Facts } from '#client/ui/facts.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { KindMark } from '#client/ui/icons.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { WayUp } from '#client/ui/way-up.tsx'
import { Asked } from './asked.tsx'
import { Coming } from './coming.tsx'
import { JoinLater } from './join-later.tsx'
import { SlugPage } from './slug-page.tsx'
import { TakeHome } from './take-home.tsx'
import './detail.css'

export default function SeriesPage() {
  return <SlugPage collection="series">{(slug) => <SeriesBySlug slug={slug} />}</SlugPage>
}

function SeriesBySlug({ slug }: { readonly slug: string }) {
  const query = useSeries(slug, useLanguage())
  return (
    <Asked query={query} invented={({ sample }) => sample}>
      {(series) => <Series series={series} />}
    </Asked>
  )
}

/** All meetings under one name. After a split it has several activities; the last one is how it goes on. */
function Series({ series }: { readonly series: SeriesView }) {
  const t = useWords()
  const { city, program, club, venue, district, funding } = series
  const activity = series.activities.at(-1)
  const slice = { collection: 'series', slug: series.slug } as const
  return (
    <article className="page detail">
      <div className="detail-head">
        <WayUp
          label={t('session.wayUp')}
          steps={[
            { name: city.name, to: pages.city(city.slug) },
            { name: program.name, to: pages.of('programs', program.slug) },
            club && { name: club.name, to: pages.of('clubs', club.slug) },
          ]}
        />
        <header className="detail-lead">
          {activity && <KindMark slug={slugOf(activity.kind)}>{t(`kinds.${activity.kind}`)}</KindMark>}
          <PageTitle title={series.title.text}>
            <ForeignText text={series.title} />
          </PageTitle>
          <p className="quiet">{t('place.what.series')}</p>
        </header>
        {activity && (
          <Facts>
            {activity.rule !== '' && <Fact icon="clock" label={t('session.when')} answer={capitalised(activity.rule)} />}
            {venue && (
              <Fact
                icon="place"
                label={t('session.where')}
                answer={<LocalLink to={pages.of('venues', venue.slug)}>{venue.name}</LocalLink>}
              >
                {district && <p>{district.name}</p>}
              </Fact>
            )}
            <Joining activity={activity} label={t('session.joining')} />
          </Facts>
        )}
      </div>
      <div className="detail-actions">
        {series.join !== null && <JoinLater sessionId={series.join} />}
        <TakeHome slice={slice} look={series.join === null ? 'main' : 'plain'} />
        <ContactButtons contact={activity?.contact ?? null} />
      </div>
      <div className="detail-rest">
        {activity && (
          <Card heading={t('session.about')}>
            <ActivityDetails activity={activity} />
          </Card>
        )}
        {funding && <FundStrip funding={funding} label={t('activity.fund')} />}
      </div>
      <div className="detail-next">
        <Coming slice={slice} said={series.sample} heading={t('place.next')} by="day" />
      </div>
    </article>
  )
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
