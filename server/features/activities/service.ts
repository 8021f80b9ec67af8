import type { StoredText } from '../../db/columns.ts'
import { claimSlug, moveSlug, writeNamed } from '../../db/slugs.ts'
import type { Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { issueOf, refuse, slugIssue, wordsIssue } from '../organisations/rules.ts'
import type { Made } from '../organisations/service.ts'

export type SeriesInput = {
  readonly slug: string
  readonly title: StoredText
  readonly programId: string
  readonly clubId: string | null
  readonly editionId: string | null
  readonly groupId: string | null
}

/** What residents will know under one name; its activities and their sessions are planning's. Of the program's own club, edition or group. */
export async function createSeries(write: Write, input: SeriesInput): Promise<Made> {
  const { slug, title, programId, clubId, editionId, groupId } = input
  refuse([slugIssue(slug), wordsIssue('title', title)])
  return writeNamed(write, slug, async (tx) => {
    const program = await tx.program.findUnique({
      where: { id: programId },
      select: {
        clubs: { select: { id: true }, where: { id: clubId ?? programId } },
        editions: { select: { id: true }, where: { id: editionId ?? programId } },
        groups: { select: { id: true }, where: { id: groupId ?? programId } },
      },
    })
    if (!program) throw new NotFoundError()
    refuse([
      ownIssue('clubId', clubId, program.clubs),
      ownIssue('editionId', editionId, program.editions),
      ownIssue('groupId', groupId, program.groups),
    ])
    const made = await tx.series.create({ data: { slug, title, programId, clubId, editionId, groupId }, select: { id: true } })
    await claimSlug(tx, 'SERIES', slug, made.id)
    return made
  })
}

const ownIssue = (field: string, id: string | null, own: readonly Made[]) =>
  id === null || own.some((one) => one.id === id) ? null : issueOf(field, id, 'one of the same program')

/** A new name; its subscribers lose nothing, as the former address goes on answering. */
export async function renameSeries(
  write: Write,
  id: string,
  { slug, title }: Pick<SeriesInput, 'slug' | 'title'>,
): Promise<void> {
  refuse([slugIssue(slug), wordsIssue('title', title)])
  return writeNamed(write, slug, async (tx) => {
    const before = await tx.series.findUnique({ where: { id }, select: { slug: true } })
    if (!before) throw new NotFoundError()
    await tx.series.update({ where: { id }, data: { slug, title }, select: { id: true } })
    await moveSlug(tx, 'SERIES', { id, from: before.slug, to: slug })
  })
}
