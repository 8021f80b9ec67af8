import { accessibilityFacts, type Language, type ThreeValued } from '#shared/contract/kinds.ts'
import type { ClosureManaged, RoomManaged, SessionTold, VenueManaged } from '#shared/contract/manage/views.ts'
import type { FactView, VenuePageView, VenueView } from '#shared/contract/public.ts'
import { dayOf, dayOrNull, textIn, textsIn, titleIn, wordsIn } from '../../db/columns.ts'
import { headOf } from '../organisations/present.ts'
import type { ClosureRow, OpeningOfVenue, VenueForEditing, VenueRow } from './repository.ts'
import { typedSpan } from './rules.ts'

/** What is shown of a venue. Facts that nobody looked at are there too, as unknown. */
export function presentVenue(row: VenueRow, language: Language): VenueView {
  const { slug, name, address, latitude, longitude } = row
  return {
    slug,
    name,
    aliases: row.aliases.map(({ text }) => text),
    address,
    city: row.municipality,
    district: row.district,
    geo: latitude === null || longitude === null ? null : { latitude, longitude },
    accessibility: presentFacts(row.accessibility, language),
    rooms: row.rooms.map((room) => ({ name: room.name, capacity: room.capacity, stepFree: threeValued(room.stepFree) })),
    directions: textIn(row.directions, language),
    sample: row.isSample,
  }
}

function presentFacts(known: VenueRow['accessibility'], language: Language): readonly FactView[] {
  return accessibilityFacts.map((fact) => {
    const row = known.find((one) => one.fact === fact)
    return {
      fact,
      value: threeValued(row?.value ?? 'UNKNOWN'),
      checkedOn: row?.checkedOn ? dayOf(row.checkedOn) : null,
      note: textIn(row?.note, language),
    }
  })
}

const values = { YES: 'yes', NO: 'no', UNKNOWN: 'unknown' } as const

export const threeValued = (stored: keyof typeof values): ThreeValued => values[stored]

/** A venue as it is edited, with its rooms and the closures that aren't over; `hits` are the sessions to come that each closure hits. */
export function presentVenueManaged(
  row: VenueForEditing,
  id: string,
  mayChange: boolean,
  hits: ReadonlyMap<string, readonly SessionTold[]>,
): VenueManaged {
  const { name, slug, municipalityId, districtId, organisationId, address, latitude, longitude } = row
  return {
    ...headOf(row, id, mayChange),
    name,
    slug,
    cityId: municipalityId,
    districtId,
    organisationId,
    address,
    position: latitude === null || longitude === null ? null : { latitude, longitude },
    directions: textsIn(row.directions),
    aliases: row.aliases.map(({ text }) => text),
    accessibility: row.accessibility.map(({ fact, value, checkedOn, note }) => ({
      fact,
      value: threeValued(value),
      checkedOn: dayOrNull(checkedOn),
      note: textsIn(note),
    })),
    hours: row.opening.map(typedSpan),
    rooms: row.rooms.map(presentRoomManaged),
    closures: closuresOf(row).map((closure) => presentClosure(closure, hits.get(closure.id) ?? [])),
    names: Object.fromEntries(
      [
        [municipalityId, row.municipality.name],
        [districtId, row.district?.name],
        [organisationId, row.organisation?.name],
      ].filter((pair): pair is [string, string] => Boolean(pair[0] && pair[1])),
    ),
  }
}

/** Closures of a venue and of its rooms, each with its room. */
export const closuresOf = (row: Pick<VenueForEditing, 'closures' | 'rooms'>): readonly ClosureRow[] =>
  [...row.closures, ...row.rooms.flatMap(({ closures }) => closures)].toSorted(
    (one, other) => one.startsAt.getTime() - other.startsAt.getTime(),
  )

export function presentRoomManaged(room: VenueForEditing['rooms'][number]): RoomManaged {
  const { id, version, archivedAt, name, capacity, stepFree, setupMinutes, clearMinutes, opening } = room
  return {
    id,
    version,
    archived: archivedAt !== null,
    name,
    capacity,
    stepFree: threeValued(stepFree),
    setupMinutes,
    clearMinutes,
    hours: opening.map(typedSpan),
  }
}

function presentClosure({ id, version, roomId, reason, ...span }: ClosureRow, hits: readonly SessionTold[]): ClosureManaged {
  return { id, version, roomId, when: spanOf(span), reason: wordsIn(reason), hits }
}

const spanOf = ({ whenKind, wallStart, wallEnd }: Pick<ClosureRow, 'whenKind' | 'wallStart' | 'wallEnd'>) =>
  whenKind === 'TIMED'
    ? { kind: 'timed' as const, start: wallStart, end: wallEnd }
    : { kind: 'all-day' as const, firstDay: wallStart, lastDay: wallEnd }

/** When a venue is open, and when it or one of its rooms is closed from now on: for its own page. */
export function presentOpening(row: OpeningOfVenue, language: Language): Pick<VenuePageView, 'hours' | 'closures'> {
  const rooms = row.rooms.flatMap(({ name, closures }) => closures.map((closure) => ({ room: name, ...closure })))
  const closures = [...row.closures.map((closure) => ({ room: null, ...closure })), ...rooms]
  return {
    hours: row.opening.map(typedSpan),
    closures: closures
      .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
      .map(({ room, reason, ...span }) => ({ room, when: spanOf(span), reason: titleIn(reason, language) })),
  }
}
