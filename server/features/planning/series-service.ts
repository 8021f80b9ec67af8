import type { Database } from '../../db/client.ts'
import { findSlugsLike } from './reading-repository.ts'
import { freeSlug, slugOfTitle } from './series-names.ts'

/** The address that was asked for, or a free one made of the title. */
export async function freeSlugFor(
  database: Pick<Database, 'prisma'>,
  { slug, title }: { readonly slug?: string | undefined; readonly title: { readonly pl: string } },
): Promise<string> {
  if (slug !== undefined) return slug
  const made = slugOfTitle(title.pl)
  return freeSlug(made, await findSlugsLike(database, made))
}
