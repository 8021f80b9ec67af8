import type { SlugKind } from './generated/client.ts'
import type { Database } from './client.ts'

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
