import { pages } from '#shared/contract/paths.ts'
import type { Text, VenueView } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Fact } from '#client/ui/facts.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { Icon } from '#client/ui/icons.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { valueOf } from './access-list.tsx'
import './venues.css'

type WhereProps = {
  readonly venue: VenueView | null
  readonly room: string | null
  /** Where people meet when there is no building: the spot and its part of the city. */
  readonly outside?: { readonly spot: Text; readonly around: string } | null
}

/** Where it is, and whether one gets in without stairs: asked by everybody, so said before anything else. */
export function Where({ venue, room, outside }: WhereProps) {
  const t = useWords()
  if (!venue && outside) {
    return (
      <Fact icon="place" label={t('session.where')} answer={<ForeignText text={outside.spot} />}>
        <p>{outside.around}</p>
      </Fact>
    )
  }
  if (!venue) return <Fact icon="place" label={t('session.where')} answer={t('session.noVenue')} />
  return (
    <Fact
      icon="place"
      label={t('session.where')}
      answer={
        <>
          <LocalLink to={pages.of('venues', venue.slug)}>{venue.name}</LocalLink>
          {room && `, ${room}`}
        </>
      }
    >
      <p>{venue.address}</p>
      <AccessInBrief venue={venue} room={room} />
    </Fact>
  )
}

const stepFreeIcons = { yes: 'wheelchair', no: 'steps', unknown: 'question' } as const

/** "wejście bez schodów · toaleta dla osób na wózku · pętla indukcyjna: nie wiemy" */
export function AccessInBrief({ venue, room = null }: { readonly venue: VenueView; readonly room?: string | null }) {
  const t = useWords()
  const entrance = valueOf(venue, 'STEP_FREE_ENTRANCE')
  const inRoom = venue.rooms.find(({ name }) => name === room)?.stepFree
  const others = (['ACCESSIBLE_TOILET', 'INDUCTION_LOOP'] as const).map((fact) =>
    t(`venue.short.${valueOf(venue, fact)}`, { fact: t(`venue.fact.${fact}`) }),
  )
  return (
    <p className="access-brief">
      <Icon name={stepFreeIcons[inRoom && inRoom !== 'yes' && entrance === 'yes' ? inRoom : entrance]} size={20} />
      <span>
        <b>{t(`venue.stepFree.${entrance}`)}</b>
        {inRoom && entrance === 'yes' && inRoom !== 'yes' && ` · ${t(`venue.room.${inRoom}`)}`}
        {others.map((other) => ` · ${other.charAt(0).toLocaleLowerCase()}${other.slice(1)}`)}
      </span>
    </p>
  )
}
