import { pages } from '#shared/contract/paths.ts'
import type { PlaceInWhole } from '#shared/contract/public.ts'
import { Editions } from '#client/features/places/editions.tsx'
import { History } from '#client/features/places/history.tsx'
import { MoneyTable } from '#client/features/places/money-table.tsx'
import { PartCard } from '#client/features/places/part-card.tsx'
import { PeopleFigure } from '#client/features/places/people-figure.tsx'
import { PlaceTitle } from '#client/features/places/place-title.tsx'
import { usePlace } from '#client/features/places/queries.ts'
import { SupportList } from '#client/features/places/support-list.tsx'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Card } from '#client/ui/card.tsx'
import { LinkList } from '#client/ui/link-list.tsx'
import { Coming } from './coming.tsx'
import { Asked } from './asked.tsx'
import { PlaceAround } from './place-around.tsx'
import { PlaceWayUp } from './place-way-up.tsx'
import { SlugPage } from './slug-page.tsx'
import { TakeHome } from './take-home.tsx'
import './detail.css'

const collections = { program: 'programs', project: 'projects', organisation: 'organisations' } as const

/** The one template of programs, projects and organisations: what was published of each, and its place in the whole. */
export function PlaceTemplate({ what }: { readonly what: PlaceInWhole['what'] }) {
  return <SlugPage collection={collections[what]}>{(slug) => <PlaceBySlug what={what} slug={slug} />}</SlugPage>
}

function PlaceBySlug({ what, slug }: { readonly what: PlaceInWhole['what']; readonly slug: string }) {
  const query = usePlace(what, slug, useLanguage())
  return (
    <Asked query={query} invented={({ sample }) => sample}>
      {(place) => <Place place={place} />}
    </Asked>
  )
}

function Place({ place }: { readonly place: PlaceInWhole }) {
  const t = useWords()
  const slice = { collection: collections[place.what], slug: place.slug } as const
  return (
    <article className="page detail">
      <div className="detail-head">
        <PlaceWayUp place={place} />
        <PlaceTitle place={place} />
        <Card heading={t('place.around')}>
          <PlaceAround place={place} />
        </Card>
      </div>
      <div className="detail-actions">
        <TakeHome slice={slice} look={place.finished ? 'plain' : 'main'} printed={!place.finished} />
      </div>
      <div className="detail-next">
        <Coming slice={slice} said={place.sample} heading={t('place.next')} finished={place.finished} />
      </div>
      <div className="detail-rest">
        <Published place={place} />
      </div>
    </article>
  )
}

/** Down to organisation, project and program pages alike: what isn't known of one leaves no empty box. */
function Published({ place }: { readonly place: PlaceInWhole }) {
  const t = useWords()
  return (
    <>
      {place.people && (
        <Card heading={t('place.people')}>
          <PeopleFigure people={place.people} />
        </Card>
      )}
      {place.support.length > 0 && (
        <Card heading={t('place.support')}>
          <SupportList support={place.support} />
        </Card>
      )}
      {place.editions.length > 0 && (
        <Card heading={t('place.editions')}>
          <Editions editions={place.editions} />
        </Card>
      )}
      {place.parts.length > 0 && (
        <Card heading={t('place.parts')}>
          {place.parts.map((part) => (
            <PartCard key={`${part.code} ${part.name}`} part={part} />
          ))}
        </Card>
      )}
      {(place.money.length > 0 || place.fund.length > 0) && <MoneyCard place={place} />}
      {place.history.length > 0 && (
        <Card heading={t('place.history')}>
          <History history={place.history} />
        </Card>
      )}
    </>
  )
}

function MoneyCard({ place }: { readonly place: PlaceInWhole }) {
  const t = useWords()
  if (place.money.length === 0 && place.what === 'program' && place.projects.length > 0)
    return <MoneyOfProjects projects={place.projects} />
  return (
    <Card heading={t('place.money')}>
      {place.money.length > 0 && <MoneyTable money={place.money} />}
      {place.fund.length > 0 && (
        <ol className="plain fund-lines" lang="pl" aria-label={t('place.fund')}>
          {place.fund.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
      <p className="quiet detail-note">{t('place.published')}</p>
    </Card>
  )
}

/** A program's money was published with its project: one step there says more than a fund without figures. */
function MoneyOfProjects({ projects }: { readonly projects: PlaceInWhole['projects'] }) {
  const t = useWords()
  return (
    <Card heading={t('place.money')}>
      <p className="quiet">{t('place.moneyOfProject')}</p>
      <LinkList links={projects.map(({ slug, name }) => ({ to: pages.of('projects', slug), name }))} />
    </Card>
  )
}
