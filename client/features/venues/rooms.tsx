import type { VenueView } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Row, Rows } from '#client/ui/facts.tsx'

export function Rooms({ rooms }: { readonly rooms: VenueView['rooms'] }) {
  const t = useWords()
  return (
    <Rows>
      {rooms.map((room) => (
        <Row key={room.name} name={room.name}>
          {room.capacity === null ? t('venue.seatsUnknown') : t('venue.seats', { count: room.capacity })}
          {', '}
          {t(`venue.room.${room.stepFree}`)}
        </Row>
      ))}
    </Rows>
  )
}
