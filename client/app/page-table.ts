import type { ComponentType } from 'react'

/**
 * Every page that people can open, once. The router makes three routes of each (`/…`, `/en/…`, `/uk/…`) and the browser tests
 * walk the same table. The path is the plain one; `load` brings the page's own chunk.
 */
export type Page = {
  readonly name: string
  readonly path: string
  readonly load: () => Promise<{ readonly default: ComponentType }>
}

export const pageTable = [
  { name: 'front', path: '/', load: () => import('./pages/front-page.tsx') },
  { name: 'city', path: '/:city', load: () => import('./pages/city-page.tsx') },
] as const satisfies readonly Page[]

export type PageName = (typeof pageTable)[number]['name']
