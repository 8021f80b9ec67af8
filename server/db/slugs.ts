import type { SlugKind } from './generated/client.ts'
import { AlreadyThereError, ImpossibleValueError, SlugTakenError } from '../errors.ts'
import type { Database } from './client.ts'
import { databaseError, type Tx, type Write } from './write.ts'

type Reader = Pick<Database, 'prisma'>['prisma']

/**
 * Finds what an address is about, also under a former name: it goes on answering for ever (mechanics 1).
 *
 * @param find - reads the thing, by its current slug or by its id
 */
export async function findBySlug<T>(
  prisma: Reader,
  kind: SlugKind,
  slug: string,
  find: (where: { slug: string } | { id: string }) => Promise<T | null>,
): Promise<T | null> {
  const current = await find({ slug })
  if (current) return current
  const alias = await prisma.slugAlias.findUnique({ where: { kind_slug: { kind, slug } }, select: { targetId: true } })
  return alias && find({ id: alias.targetId })
}

/**
 * Makes sure that an address isn't the former one of something else. Call it after the thing has its slug: the rows are written
 * under one lock (migration `session_faces`, `note_named`), so nobody can rename something away from it meanwhile.
 *
 * @throws {SlugTakenError}
 */
export async function claimSlug(tx: Tx, kind: SlugKind, slug: string, id: string): Promise<void> {
  await tx.slugAlias.deleteMany({ where: { kind, slug, targetId: id } })
  const former = await tx.slugAlias.findUnique({ where: { kind_slug: { kind, slug } }, select: { slug: true } })
  if (former) throw new SlugTakenError(slug)
}

/** Lets the former address go on answering, and claims the new one. */
export async function moveSlug(
  tx: Tx,
  kind: SlugKind,
  { id, from, to }: { readonly id: string; readonly from: string; readonly to: string },
): Promise<void> {
  await claimSlug(tx, kind, to, id)
  if (from !== to) await tx.slugAlias.create({ data: { kind, slug: from, targetId: id } })
}

/**
 * Writes, and gives what the database refuses the name that a caller understands.
 *
 * @throws {SlugTakenError} when the slug is some other thing's
 * @throws {AlreadyThereError} when another unique thing is there already
 * @throws {ImpossibleValueError} when a CHECK or a reference says no
 */
export async function writeNamed<T>(write: Write, slug: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await write(work)
  } catch (error) {
    throw refusalOf(error, slug) ?? error
  }
}

function refusalOf(error: unknown, slug: string): Error | null {
  const refused = databaseError(error)
  if (!refused) return null
  const { code, constraint = '' } = refused
  if (code === '23505')
    return constraint.endsWith('_slug_key') ? new SlugTakenError(slug) : new AlreadyThereError('one like this')
  if (code === '23514')
    return new ImpossibleValueError([{ name: constraint, value: '', expected: 'what the rule of this name allows' }])
  if (code === '23503') return new ImpossibleValueError([{ name: constraint, value: '', expected: 'something that is there' }])
  return null
}
