import type * as z from 'zod'
import type { Answer } from '#shared/contract/answer.ts'
import type { schedulePreview } from '#shared/contract/planned.ts'
import type { previewInput } from '#shared/contract/planning.ts'
import { expand } from '#shared/schedule/expand.ts'
import { instantsOf, placeSpan } from '#shared/time/place.ts'
import { startOf } from '#shared/time/when.ts'
import { dayOf } from '../../db/columns.ts'
import type { Database } from '../../db/client.ts'
import type { Tx } from '../../db/write.ts'
import { findConflicts } from './conflict-service.ts'
import type { Title, Wanted } from './conflicts.ts'
import { refuseImpossibleElsewhere, roomsOf } from './override-service.ts'
import type { Sight } from './policy.ts'
import { scheduleInWords } from './present.ts'
import { findRoom } from './repository.ts'
import { refuseForeign } from './reference-service.ts'
import { refuseAfterProgram, refuseImpossible, whenColumns } from './rules.ts'

/**
 * What a schedule that nobody saved yet would give: its dates and those skipped with their reasons, in words, and what stands against them.
 *
 * @throws {ImpossibleScheduleError} 422, naming the field
 */
export async function previewSchedule(
  { prisma }: Pick<Database, 'prisma'>,
  input: z.infer<typeof previewInput>,
  sight: Sight,
  now: Date,
): Promise<Answer<typeof schedulePreview>> {
  const { schedule, programId, activityId, venueId, roomId, hostId, elsewhere } = input
  refuseImpossible(schedule)
  refuseImpossibleElsewhere(elsewhere)
  await refuseForeign(prisma, { venueId, roomId, hostId }, '', sight)
  for (const [n, { place }] of elsewhere.entries()) await refuseForeign(prisma, place ?? {}, `elsewhere.${n}.place`, sight)
  const around = await surroundingsOf(prisma, programId, activityId)
  refuseAfterProgram(schedule, around.lastDay)
  const { occurrences, skipped, cut } = expand(schedule, around.lastDay)
  const isPast = (startMs: number) => startMs <= now.getTime()
  const dated = occurrences.map((date) => {
    const single = elsewhere.find(({ at }) => at === date.recurrenceId) ?? null
    const when = single?.when ? placeSpan(single.when, schedule.zone) : date.when
    return { ...date, when, single, startMs: instantsOf(when, schedule.zone).startMs }
  })
  const roomIds = [...(roomId === null ? [] : [roomId]), ...roomsOf(elsewhere)]
  const rooms = new Map(await Promise.all(roomIds.map(async (id) => [id, await findRoom(prisma, id)] as const)))
  const wanted = dated
    .filter(({ startMs }) => !isPast(startMs))
    .map(({ when, single }, n): Wanted => {
      const place = single?.place ?? { venueId, roomId }
      const room = place.roomId === null ? null : (rooms.get(place.roomId) ?? null)
      const columns = whenColumns(when, schedule.zone, room)
      return {
        n,
        sessionId: null,
        when,
        start: columns.wallStart,
        end: columns.wallEnd,
        startsAt: columns.startsAt.toISOString(),
        endsAt: columns.endsAt.toISOString(),
        occupiedFrom: columns.occupiedFrom.toISOString(),
        occupiedTo: columns.occupiedTo.toISOString(),
        venueId: place.venueId ?? room?.venueId ?? null,
        roomId: place.roomId,
        host: input.host,
        hostId,
      }
    })
  const question = { wanted, cohort: around.cohort, capacity: null, now, sight, exceptActivity: activityId }
  return {
    rule: scheduleInWords(schedule),
    dates: dated.map(({ recurrenceId, when, single, startMs }) => ({
      recurrenceId,
      elsewhere: single !== null,
      start: startOf(when),
      end: when.kind === 'timed' ? when.end : when.lastDay,
      past: isPast(startMs),
    })),
    skipped,
    cut,
    ...(await findConflicts(prisma, question)),
  }
}

/** The program's last day, and whose meetings would be at the same time. */
async function surroundingsOf(prisma: Tx, programId: string | null, activityId: string | null) {
  const nobody = { clubId: null, editionId: null, groupId: null, name: null }
  if (activityId !== null) {
    const found = await prisma.activity.findUnique({
      where: { id: activityId },
      select: {
        series: {
          select: {
            clubId: true,
            editionId: true,
            groupId: true,
            program: { select: { endsOn: true } },
            club: { select: { name: true } },
            edition: { select: { name: true } },
            group: { select: { name: true } },
          },
        },
      },
    })
    if (!found) return { lastDay: null, cohort: nobody }
    const { clubId, editionId, groupId, program, club, edition, group } = found.series
    const name = (group?.name ?? edition?.name ?? (club ? { pl: club.name } : null)) as Title | null
    return { lastDay: program.endsOn && dayOf(program.endsOn), cohort: { clubId, editionId, groupId, name } }
  }
  const program =
    programId === null ? null : await prisma.program.findUnique({ where: { id: programId }, select: { endsOn: true } })
  return { lastDay: program?.endsOn ? dayOf(program.endsOn) : null, cohort: nobody }
}
