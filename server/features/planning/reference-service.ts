import type { Issue } from '#shared/contract/problem.ts'
import type { Tx } from '../../db/write.ts'
import { refuse } from '../organisations/rules.ts'
import { issue } from './field-columns.ts'
import type { Sight } from './policy.ts'
import type { Columns } from './row-change.ts'

/** Ids that what is sent refers to. */
type References = {
  readonly venueId?: string | null | undefined
  readonly roomId?: string | null | undefined
  readonly districtId?: string | null | undefined
  readonly hostId?: string | null | undefined
  readonly insteadId?: string | null | undefined
}

/**
 * Refuses ids of what isn't there and of what isn't yours, with the same words (T03). What stood there before may stay, whosever it is.
 *
 * @param path - where the ids stand in what was sent
 * @throws {ImpossibleValueError}
 */
export async function refuseForeign(tx: Tx, ids: References, path: string, sight: Sight, before: Columns = {}): Promise<void> {
  const at = path === '' ? '' : `${path}.`
  const changed = Object.fromEntries(Object.entries(ids).filter(([name, id]) => id && id !== before[name])) as References
  const { venueId, roomId, districtId, hostId, insteadId } = changed
  const room = roomId
    ? await tx.room.findFirst({ where: { id: roomId, archivedAt: null, venue: sight.uses ?? {} }, select: { venueId: true } })
    : undefined
  const venue = venueId
    ? await tx.venue.findFirst({ where: { AND: [{ id: venueId, archivedAt: null }, sight.uses ?? {}] }, select: { id: true } })
    : undefined
  const district = districtId ? await tx.district.findUnique({ where: { id: districtId }, select: { id: true } }) : undefined
  const host = hostId
    ? await tx.account.findFirst({ where: { AND: [{ id: hostId }, sight.hosts ?? {}] }, select: { id: true } })
    : undefined
  const instead = insteadId
    ? await tx.session.findFirst({ where: { AND: [{ id: insteadId, removedAt: null }, sight.sees ?? {}] }, select: { id: true } })
    : undefined
  refuse([
    unknown(venue, `${at}venueId`, venueId),
    unknown(room, `${at}roomId`, roomId),
    room && ids.venueId !== undefined && room.venueId !== ids.venueId
      ? issue(`${at}roomId`, String(roomId), 'a room of the venue', 'needs-venue')
      : null,
    unknown(district, `${at}districtId`, districtId),
    unknown(host, path.endsWith('host') ? `${at}accountId` : `${at}hostId`, hostId),
    unknown(instead, `${at}sessionId`, insteadId),
  ])
}

function unknown(found: object | null | undefined, name: string, id: string | null | undefined): Issue | null {
  return found === null ? issue(name, id ?? '', 'something that is there', 'unknown') : null
}
