import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { isSlug, type Collection } from '#shared/contract/selection.ts'
import { NotFound } from '../not-found.tsx'

type SlugPageProps = { readonly collection: Collection; readonly children: (slug: string) => ReactNode }

/** A page whose address ends in a slug: what can't be one isn't even asked for. */
export function SlugPage({ collection, children }: SlugPageProps) {
  const { slug = '' } = useParams()
  return isSlug(collection, slug) ? children(slug) : <NotFound />
}
