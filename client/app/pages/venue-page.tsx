import { pages } from '#shared/contract/paths.ts'
import type { VenuePageView } from '#shared/contract/public.ts'
import { AccessList } from '#client/features/venues/access-list.tsx'
import { ComingClosures, OpeningHours } from '#client/features/venues/opening.tsx'
import { useVenue } from '#client/features/venues/queries.ts'
import { Rooms } from '#client/features/venues/rooms.tsx'
import { AccessInBrief } from '#client/features/venues/where.tsx'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { buttonClass } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { Fact, Facts } from '#client/ui/facts.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { Icon } from '#client/ui/icons.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { WayUp } from '#client/ui/way-up.tsx'
import { Asked } from './asked.tsx'
import { Coming } from './coming.tsx'
import { SlugPage } from './slug-page.tsx'
import { TakeHome } from './take-home.tsx'
import './detail.css'

export default function VenuePage() {
  return <SlugPage collection="venues">{(slug) => <VenueBySlug slug={slug} />}</SlugPage>
}

function VenueBySlug({ slug }: { readonly slug: string }) {
  const query = useVenue(slug, useLanguage())
  return (
    <Asked query={query} invented={({ sample }) => sample}>
      {(venue) => <Venue venue={venue} />}
    </Asked>
  )
}

function Venue({ venue }: { readonly venue: VenuePageView }) {
  const t = useWords()
  const { city, district, geo, aliases } = venue
  const slice = { collection: 'venues', slug: venue.slug } as const
  return (
    <article className="page detail">
      <div className="detail-head">
        <WayUp
          label={t('session.wayUp')}
          steps={[
            { name: city.name, to: pages.city(city.slug) },
            district && { name: district.name, to: pages.of('districts', district.slug) },
          ]}
        />
        <header className="detail-lead">
          <p className="what-word">{t('venue.what')}</p>
          <PageTitle title={venue.name} />
        </header>
        <Facts>
          <Fact icon="place" label={t('venue.address')} answer={venue.address}>
            {aliases.length > 0 && <p>{t('venue.aliases', { names: aliases.join(', ') })}</p>}
            {venue.directions && (
              <p>
                <ForeignText text={venue.directions} />
              </p>
            )}
            <AccessInBrief venue={venue} />
          </Fact>
        </Facts>
      </div>
      <div className="detail-actions">
        <TakeHome slice={slice} />
        {geo && (
          <a className={buttonClass('plain', true)} href={mapAddress(geo)} rel="noreferrer">
            <Icon name="place" />
            {t('venue.map')}
          </a>
        )}
      </div>
      <div className="detail-rest">
        <Card heading={t('venue.access')}>
          <p className="quiet">{t('venue.accessNote')}</p>
          <AccessList accessibility={venue.accessibility} />
        </Card>
        {venue.closures.length > 0 && (
          <Card heading={t('venue.closed')}>
            <ComingClosures closures={venue.closures} />
          </Card>
        )}
        {venue.hours.length > 0 && (
          <Card heading={t('venue.hours')}>
            <OpeningHours hours={venue.hours} />
          </Card>
        )}
        {venue.rooms.length > 0 && (
          <Card heading={t('venue.rooms')}>
            <Rooms rooms={venue.rooms} />
          </Card>
        )}
      </div>
      <div className="detail-next">
        <Coming slice={slice} said={venue.sample} heading={t('place.next')} by="title-here" />
      </div>
    </article>
  )
}

/** A link, followed only by those who press it: no map is loaded from anywhere. */
const mapAddress = ({ latitude, longitude }: NonNullable<VenuePageView['geo']>): string =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`
