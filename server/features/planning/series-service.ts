import type { PrismaClient } from '../../db/generated/client.ts'
import { moveSlug, writeNamed } from '../../db/slugs.ts'
import type { By, Tx, Write } from '../../db/write.ts'
import { AppError, EditedMeanwhileError, NotFoundError, SlugTakenError } from '../../errors.ts'
import type { Text } from './field-columns.ts'
import { deleteSeriesRows, findSlugsLike } from './repository.ts'
import type { Version } from './rules.ts'
import { freeSlug, slugOfTitle } from './series-names.ts'

/** What somebody saw, or has people, is archived, never deleted. */
export class NotADraftError extends AppError {
  readonly code = 'not-a-draft'
  readonly status = 409
  constructor() {
    super('only a draft that nobody ever saw can be deleted: archive it instead')
  }
}

const mostTries = 20

/**
 * Makes something under the address that was asked for, or under a free one made of its title: when somebody takes that at the same moment,
 * under the next.
 *
 * @throws {SlugTakenError} when the address that was asked for isn't free
 */
export async function underFreeSlug<Made>(
  { prisma }: { readonly prisma: Pick<PrismaClient, 'series' | 'slugAlias'> },
  { slug, title }: { readonly slug?: string | undefined; readonly title: { readonly pl: string } },
  make: (slug: string) => Promise<Made>,
): Promise<Made> {
  if (slug !== undefined) return make(slug)
  const plain = slugOfTitle(title.pl)
  for (let tries = 1; ; tries++)
    try {
      return await make(freeSlug(plain, await findSlugsLike(prisma, plain)))
    } catch (error) {
      if (!(error instanceof SlugTakenError) || tries === mostTries) throw error
    }
}

type Names = { readonly title: Text; readonly slug: string }

/** What residents know a series under; its former address goes on answering. @throws {AppError} 404, 409 edited-meanwhile, slug-taken */
export function renameSeries(write: Write, id: string, version: number, { title, slug }: Names, by?: By): Promise<Versioned> {
  return writeNamed(
    (work) => write(work, by),
    slug,
    async (tx) => {
      const before = await currentSeries(tx, id, { version, title, slug })
      await tx.series.update({ where: { id }, data: { slug, title, version: { increment: 1 } }, select: { id: true } })
      await moveSlug(tx, 'SERIES', { id, from: before.slug, to: slug })
      return { version: version + 1 }
    },
  )
}

/** Out of every list of the panel; what residents know stays. */
export function archiveSeries(write: Write, id: string, version: number, archivedAt: Date | null, by?: By): Promise<Versioned> {
  return write(async (tx) => {
    await currentSeries(tx, id, { version, archived: archivedAt !== null })
    await tx.series.update({ where: { id }, data: { archivedAt, version: { increment: 1 } }, select: { id: true } })
    return { version: version + 1 }
  }, by)
}

/** @throws {NotADraftError} when anybody could have seen it */
export function deleteSeries(write: Write, id: string, version: number, by?: By): Promise<Versioned> {
  return write(async (tx) => {
    await currentSeries(tx, id, { version })
    const wasSeen = { OR: [{ publishedAt: { not: null } }, { peopleCount: { gt: 0 } }] }
    const seen = await tx.activity.findFirst({
      where: { seriesId: id, OR: [{ status: 'PUBLISHED' }, { sessions: { some: wasSeen } }] },
      select: { id: true },
    })
    if (seen) throw new NotADraftError()
    await deleteSeriesRows(tx, id)
    return { version }
  }, by)
}

export type Versioned = { readonly version: number }

async function currentSeries(tx: Tx, id: string, yours: Version) {
  await tx.$executeRaw`SELECT 1 FROM "Series" WHERE id = ${id}::uuid FOR UPDATE`
  const found = await tx.series.findUnique({
    where: { id },
    select: { version: true, slug: true, title: true, archivedAt: true },
  })
  if (!found) throw new NotFoundError()
  const { version, slug, title, archivedAt } = found
  if (version !== yours.version) throw new EditedMeanwhileError(yours, { version, slug, title, archived: archivedAt !== null })
  return found
}
