import { pages } from '#shared/contract/paths.ts'
import type { ClubView } from '#shared/contract/public.ts'
import { useClub } from '#client/features/clubs/queries.ts'
import { Where } from '#client/features/venues/where.tsx'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { Facts, Row, Rows } from '#client/ui/facts.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { LinkList } from '#client/ui/link-list.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { WayUp } from '#client/ui/way-up.tsx'
import { Asked } from './asked.tsx'
import { Coming } from './coming.tsx'
import { JoinLater } from './join-later.tsx'
import { SlugPage } from './slug-page.tsx'
import { TakeHome } from './take-home.tsx'
import './detail.css'

export default function ClubPage() {
  return <SlugPage collection="clubs">{(slug) => <ClubBySlug slug={slug} />}</SlugPage>
}

function ClubBySlug({ slug }: { readonly slug: string }) {
  const query = useClub(slug, useLanguage())
  return (
    <Asked query={query} invented={({ sample }) => sample}>
      {(club) => <Club club={club} />}
    </Asked>
  )
}

function Club({ club }: { readonly club: ClubView }) {
  const t = useWords()
  const { city, program, district, venue, description, openTo } = club
  const joinable = club.series.filter(({ join }) => join !== null)
  const [joined] = joinable
  const slice = { collection: 'clubs', slug: club.slug } as const
  return (
    <article className="page detail">
      <div className="detail-head">
        <WayUp
          label={t('session.wayUp')}
          steps={[
            { name: city.name, to: pages.city(city.slug) },
            { name: program.name, to: pages.of('programs', program.slug) },
          ]}
        />
        <header className="detail-lead">
          <p className="what-word">{t('place.what.club')}</p>
          <PageTitle title={club.name} />
        </header>
        {description && (
          <p className="prose">
            <ForeignText text={description} />
          </p>
        )}
        {venue && (
          <Facts>
            <Where venue={venue} room={null} />
          </Facts>
        )}
      </div>
      <div className="detail-actions">
        {joined?.join && joinable.length === 1 && <JoinLater sessionId={joined.join} />}
        {joinable.length > 1 && (
          <LinkList
            links={joinable.map((one) => ({ to: pages.of('series', one.slug), name: one.name, note: t('place.joinHere') }))}
          />
        )}
        <TakeHome slice={slice} look={joinable.length === 0 ? 'main' : 'plain'} />
      </div>
      <div className="detail-next">
        <Coming slice={slice} said={club.sample} heading={t('place.next')} />
      </div>
      <div className="detail-rest">
        <Card heading={t('place.about')}>
          <Rows>
            {openTo && (
              <Row name={t('place.openTo')}>
                <ForeignText text={openTo} />
              </Row>
            )}
            <Row name={t('place.what.program')}>
              <LocalLink to={pages.of('programs', program.slug)}>{program.name}</LocalLink>
            </Row>
            {district && (
              <Row name={t('place.what.district')}>
                <LocalLink to={pages.of('districts', district.slug)}>{district.name}</LocalLink>
              </Row>
            )}
          </Rows>
        </Card>
        {club.series.length > 0 && (
          <Card heading={t('place.seriesList')}>
            <LinkList links={club.series.map(({ slug, name }) => ({ to: pages.of('series', slug), name }))} />
          </Card>
        )}
      </div>
    </article>
  )
}
