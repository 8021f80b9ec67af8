import type { ReactNode } from 'react'
import { pages } from '#shared/contract/paths.ts'
import type { Link, PlaceInWhole } from '#shared/contract/public.ts'
import { AccessInBrief } from '#client/features/venues/where.tsx'
import { useWords } from '#client/i18n/use-words.ts'
import { Row, Rows } from '#client/ui/facts.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'

/** Who, where and for whom: what stands around a program, a project or an organisation, each a link. */
export function PlaceAround({ place }: { readonly place: PlaceInWhole }) {
  const t = useWords()
  return (
    <Rows>
      <LinksRow
        name={t('place.programs')}
        one={t('place.what.program')}
        links={place.programs}
        to={(slug) => pages.of('programs', slug)}
      />
      <LinksRow name={t('place.clubs')} one={t('place.what.club')} links={place.clubs} to={(slug) => pages.of('clubs', slug)} />
      <LinksRow
        name={t('place.projects')}
        one={t('place.what.project')}
        links={place.projects}
        to={(slug) => pages.of('projects', slug)}
      />
      <LinksRow
        name={t('place.districts')}
        one={t('place.what.district')}
        links={place.districts}
        to={(slug) => pages.of('districts', slug)}
      />
      <ForWhom place={place} />
      {place.groups.length > 0 && (
        <Row name={t('place.groups')}>
          <List>
            {place.groups.map((group) => (
              <li key={group} lang="pl">
                {group}
              </li>
            ))}
          </List>
        </Row>
      )}
      <RunBy place={place} />
      <Seat place={place} />
    </Rows>
  )
}

const List = ({ children }: { readonly children: ReactNode }) => <ul className="plain">{children}</ul>

type LinksRowProps = {
  readonly name: string
  /** The same for a single one. */
  readonly one: string
  readonly links: readonly Link[]
  readonly to: (slug: string) => string
}

function LinksRow({ name, one, links, to }: LinksRowProps) {
  if (links.length === 0) return null
  return (
    <Row name={links.length === 1 ? one : name}>
      <List>
        {links.map((link) => (
          <li key={link.slug}>
            <LocalLink to={to(link.slug)} lang="pl">
              {link.name}
            </LocalLink>
          </li>
        ))}
      </List>
    </Row>
  )
}

function ForWhom({ place }: { readonly place: PlaceInWhole }) {
  const t = useWords()
  if (!place.openTo && place.audiences.length === 0) return null
  return (
    <Row name={t('place.openTo')}>
      {place.openTo && (
        <p>
          <ForeignText text={place.openTo} />
        </p>
      )}
      {place.audiences.length > 0 && <p>{place.audiences.map((audience) => t(`audiences.${audience}`)).join(', ')}</p>}
    </Row>
  )
}

function RunBy({ place }: { readonly place: PlaceInWhole }) {
  const t = useWords()
  if (place.runBy.length === 0) return null
  return (
    <Row name={t('place.runBy')}>
      <List>
        {place.runBy.map(({ slug, name, role }) => (
          <li key={`${slug} ${role}`}>
            <LocalLink to={pages.of('organisations', slug)} lang="pl">
              {name}
            </LocalLink>{' '}
            <span className="quiet">({t(`place.role.${role}`)})</span>
          </li>
        ))}
      </List>
    </Row>
  )
}

function Seat({ place }: { readonly place: PlaceInWhole }) {
  const t = useWords()
  const { seat, address } = place
  if (!seat) return address ? <Row name={t('place.seat')}>{address}</Row> : null
  return (
    <Row name={t('place.seat')}>
      <p>
        <LocalLink to={pages.of('venues', seat.slug)}>{seat.name}</LocalLink>, {seat.address}
      </p>
      {seat.aliases.length > 0 && <p className="quiet">{t('place.aliases', { names: seat.aliases.join(', ') })}</p>}
      <AccessInBrief venue={seat} />
    </Row>
  )
}
