import type { Schedule } from '#shared/schedule/schedule.ts'
import { localDayAt } from '#shared/time/place.ts'
import { warsaw, type LocalDay } from '#shared/time/when.ts'
import type { Prisma, PrismaClient } from '../../db/generated/client.ts'
import type { Tx, Write } from '../../db/write.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import { createSeries } from '../activities/service.ts'
import { copyShifts } from '../shifts/repository.ts'
import { between, daysLater, daysOfAll, weeksLater, type Target } from './copy.ts'
import { editor, perform, type Done, type Moment } from './edit-service.ts'
import type { Text } from './field-columns.ts'
import { issue } from './field-columns.ts'
import { divert, refuseImpossibleElsewhere, roomsOf, type Elsewhere } from './override-service.ts'
import { copyActivityInto, findSeriesToCopy, findSlugsLike, insertBatch, lockSeries, type SeriesToCopy } from './repository.ts'
import { datesOf, refuseImpossible } from './rules.ts'
import { settle } from './scope-service.ts'
import { freeSlug, slugOfTitle } from './series-names.ts'
import { existing } from './version-service.ts'

/** What a copied season did. `empty`: series without a date there. */
export type BatchDone = {
  readonly batchId: string | null
  readonly series: readonly Copied['done'][]
  readonly empty: readonly { readonly seriesId: string; readonly title: Text }[]
}

type Copied = { readonly done: Done & { readonly copyOf: string; readonly title: Text; readonly slug: string } }

/** Copies are drafts: nothing of them is public before somebody looked. */
export function copyService(database: { readonly write: Write; readonly prisma: PrismaClient }) {
  const carryOut = editor(database)
  return {
    /** The same series at new dates. @throws {AppError} 404, 409, 422 when no date of it would be to come */
    copySeries(
      input: {
        readonly seriesId: string
        readonly target: Target
        readonly title?: Text | undefined
        readonly slug?: string | undefined
        readonly elsewhere?: readonly Elsewhere[]
      },
      moment: Moment,
    ): Promise<Done> {
      refuseImpossibleElsewhere(input.elsewhere ?? [])
      return carryOut(moment, async (tx) => {
        const [series] = await findSeriesToCopy(tx, { id: input.seriesId })
        if (!series) throw new NotFoundError()
        const days = daysOfAll(series.activities.map(({ schedule }) => schedule))
        const copied = days && (await copyOne(tx, series, { ...days, ...input, firstDay: days.from, batchId: null }, moment))
        if (!copied) throw nothingToCome('target')
        const { title: _title, slug: _slug, copyOf: _copyOf, ...done } = copied.done
        return done
      })
    },

    /** Many series at once, all by the same number of weeks, as one act that is taken back as one. */
    copySeason(
      input: {
        readonly where: Prisma.SeriesWhereInput
        readonly from: LocalDay
        readonly to: LocalDay
        readonly target: Target
        readonly name: string
        readonly elsewhere?: readonly (Elsewhere & { readonly seriesId: string })[]
      },
      moment: Moment,
    ): Promise<BatchDone> {
      const { where, from, to, target, name, elsewhere = [] } = input
      refuseImpossibleElsewhere(elsewhere)
      if (to < from) throw new ImpossibleValueError([issue('to', to, `not before ${from}`, 'end-before-start')])
      return carryOut(moment, async (tx) => {
        const all = await findSeriesToCopy(tx, { AND: [where, { archivedAt: null }] })
        const cut = all.flatMap(({ activities }) => activities.flatMap(({ schedule }) => between(schedule, from, to) ?? []))
        const days = daysOfAll(cut)
        if (!days) throw new ImpossibleValueError([issue('from', `${from} to ${to}`, 'days on which something meets', 'no-date')])
        await lockSeries(
          tx,
          all.map(({ id }) => id),
          roomsOf(elsewhere),
        )
        const batchId = await insertBatch(tx, { kind: 'copy', name, at: moment.now, accountId: moment.by?.accountId ?? null })
        const series: Copied['done'][] = []
        const empty: { seriesId: string; title: Text }[] = []
        for (const one of all) {
          const single = elsewhere.filter(({ seriesId }) => seriesId === one.id)
          const how = { from, to, target, firstDay: days.from, batchId, elsewhere: single }
          const copied = await copyOne(tx, one, how, moment)
          if (copied) series.push(copied.done)
          else empty.push({ seriesId: one.id, title: one.title })
        }
        if (series.length === 0) throw nothingToCome('target')
        return { batchId: moment.rehearse ? null : batchId, series, empty }
      })
    },
  }
}

type How = {
  readonly from: LocalDay
  readonly to: LocalDay
  readonly target: Target
  /** The first day of everything that is copied together. */
  readonly firstDay: LocalDay
  readonly batchId: string | null
  readonly title?: Text | undefined
  readonly slug?: string | undefined
  readonly elsewhere?: readonly Elsewhere[]
}

/** A new series with the activities that have a date to come; null where none has. */
async function copyOne(tx: Tx, original: SeriesToCopy, how: How, moment: Moment): Promise<Copied | null> {
  const { now } = moment
  const days = daysLater(how.target, how.firstDay)
  const activities = original.activities.flatMap(({ id, schedule }) => {
    const part = between(schedule, how.from, how.to)
    const later = part && weeksLater(part, days)
    return later && isToCome(later, original.programEnd, now) ? [{ id, schedule: later }] : []
  })
  if (activities.length === 0) return null
  for (const { schedule } of activities) refuseImpossible(schedule, 'target')
  const title = how.title ?? original.title
  const name = slugOfTitle(title.pl)
  const slug = how.slug ?? freeSlug(name, await findSlugsLike(tx, name))
  const { programId, clubId, editionId, groupId } = original
  const { id: seriesId } = await createSeries((work) => work(tx), { slug, title, programId, clubId, editionId, groupId })
  const elsewhere = how.elsewhere ?? []
  const order = { kind: 'copy', seriesId, moment, batchId: how.batchId, roomIds: roomsOf(elsewhere) }
  const done = await perform(tx, order, async (_, before) => {
    const skipped = []
    const made: string[] = []
    for (const { id, schedule } of activities) {
      const activityId = await copyActivityInto(tx, id, { seriesId, schedule, now })
      const told = await settle(tx, await existing(tx, activityId), schedule, now, null)
      skipped.push(...(told.skipped ?? []))
      made.push(activityId)
    }
    await copyShifts(tx, { from: original.id, to: seriesId, days })
    await divert(tx, made, elsewhere, { before, moment, reason: null })
    return { activityId: made[0] ?? '', told: { skipped } }
  })
  return { done: { ...done, copyOf: original.id, title, slug } }
}

function isToCome(schedule: Schedule, programEnd: LocalDay | null, now: Date): boolean {
  const today = localDayAt(now.getTime(), warsaw)
  return datesOf(schedule, programEnd).occurrences.some(({ recurrenceId }) => recurrenceId.slice(0, 10) > today)
}

const nothingToCome = (name: string) =>
  new ImpossibleValueError([issue(name, '', 'a time at which at least one date is to come, within the program', 'no-date')])
