import { pages } from '#shared/contract/paths.ts'
import type { CityOption, Link } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { useCities } from '#client/lib/cities.ts'
import { Card } from '#client/ui/card.tsx'
import { LinkList } from '#client/ui/link-list.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { WayUp } from '#client/ui/way-up.tsx'
import { NotFound } from '../not-found.tsx'
import { Asked } from './asked.tsx'
import { Coming } from './coming.tsx'
import { SlugPage } from './slug-page.tsx'
import { TakeHome } from './take-home.tsx'
import './detail.css'

export default function DistrictPage() {
  return <SlugPage collection="districts">{(slug) => <DistrictBySlug slug={slug} />}</SlugPage>
}

function DistrictBySlug({ slug }: { readonly slug: string }) {
  const cities = useCities()
  return (
    <Asked query={cities} invented={() => false}>
      {({ cities: all }) => {
        const city = all.find(({ districts }) => districts.some((district) => district.slug === slug))
        const district = city?.districts.find((one) => one.slug === slug)
        return city && district ? <District district={district} city={city} /> : <NotFound />
      }}
    </Asked>
  )
}

function District({ district, city }: { readonly district: Link; readonly city: CityOption }) {
  const t = useWords()
  const slice = { collection: 'districts', slug: district.slug } as const
  const clubs = city.clubs.filter((club) => club.district === district.slug)
  return (
    <article className="page detail">
      <div className="detail-head">
        <WayUp label={t('session.wayUp')} steps={[{ name: city.name, to: pages.city(city.slug) }]} />
        <header className="detail-lead">
          <p className="what-word">{t('place.what.district')}</p>
          <PageTitle title={district.name} />
        </header>
      </div>
      <div className="detail-actions">
        <TakeHome slice={slice} />
      </div>
      <div className="detail-next">
        <Coming slice={slice} said={false} heading={t('place.next')} />
      </div>
      <div className="detail-rest">
        {clubs.length > 0 && (
          <Card heading={t('place.clubs')}>
            <LinkList links={clubs.map(({ slug, name }) => ({ to: pages.of('clubs', slug), name }))} />
          </Card>
        )}
        <Card heading={t('place.programsIn', { city: city.name })}>
          <LinkList
            links={city.programs.map(({ slug, name, finished, sample }) => ({
              to: pages.of('programs', slug),
              name,
              note: sample ? t('calendar.place.invented') : finished && t('calendar.place.finished'),
            }))}
          />
        </Card>
      </div>
    </article>
  )
}
