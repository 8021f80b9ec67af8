import type { ComponentType } from 'react'
import type { WordsPart } from '#client/i18n/languages.ts'

/**
 * Every page that people can open, once. The router makes three routes of each (`/…`, `/en/…`, `/uk/…`) and the browser tests
 * walk the same table. The path is the plain one; `load` brings the page's own chunk, `words` names those it needs beside the first.
 */
export type Page = {
  readonly name: string
  readonly path: string
  readonly words: readonly WordsPart[]
  readonly load: () => Promise<{ readonly default: ComponentType }>
}

export const pageTable = [
  { name: 'front', path: '/', words: [], load: () => import('./pages/front-page.tsx') },
  { name: 'city', path: '/:city', words: [], load: () => import('./pages/city-page.tsx') },
  { name: 'session', path: '/sessions/:id', words: ['places'], load: () => import('./pages/session-page.tsx') },
  { name: 'series', path: '/series/:slug', words: ['places'], load: () => import('./pages/series-page.tsx') },
  { name: 'club', path: '/clubs/:slug', words: ['places'], load: () => import('./pages/club-page.tsx') },
  { name: 'venue', path: '/venues/:slug', words: ['places'], load: () => import('./pages/venue-page.tsx') },
  { name: 'district', path: '/districts/:slug', words: ['places'], load: () => import('./pages/district-page.tsx') },
  { name: 'program', path: '/programs/:slug', words: ['places'], load: () => import('./pages/program-page.tsx') },
  { name: 'project', path: '/projects/:slug', words: ['places'], load: () => import('./pages/project-page.tsx') },
  { name: 'organisation', path: '/organisations/:slug', words: ['places'], load: () => import('./pages/organisation-page.tsx') },
  { name: 'manage', path: '/manage/:token', words: ['joining'], load: () => import('./pages/manage-page.tsx') },
  { name: 'volunteering', path: '/volunteering', words: ['joining'], load: () => import('./pages/volunteering-page.tsx') },
  { name: 'lost-link', path: '/lost-link', words: ['joining'], load: () => import('./pages/lost-link-page.tsx') },
  { name: 'door', path: '/door/:token', words: ['attendance'], load: () => import('./pages/door-page.tsx') },
  { name: 'subscribe', path: '/subscribe', words: ['taking'], load: () => import('./pages/subscribe-page.tsx') },
  { name: 'week', path: '/week', words: ['taking'], load: () => import('./pages/week-page.tsx') },
  { name: 'accessibility', path: '/accessibility', words: ['statement'], load: () => import('./pages/accessibility-page.tsx') },
] as const satisfies readonly Page[]

export type PageName = (typeof pageTable)[number]['name']
