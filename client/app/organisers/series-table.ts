import type { PanelPage } from './panel-table.ts'

/** Pages about series and their sessions. */
export const seriesTable = [
  {
    name: 'all-series',
    path: '/panel/series',
    section: 'plan',
    right: 'see',
    words: [],
    load: () => import('./pages/all-series-page.tsx'),
  },
  {
    name: 'new-series',
    path: '/panel/series/new',
    section: 'plan',
    right: 'plan',
    words: ['places'],
    load: () => import('./pages/new-series-page.tsx'),
  },
  {
    name: 'series',
    path: '/panel/series/:id',
    section: 'plan',
    right: 'see',
    words: ['volunteers', 'log'],
    load: () => import('./pages/series-page.tsx'),
  },
  {
    name: 'edit-series',
    path: '/panel/series/:id/edit',
    section: 'plan',
    right: 'plan',
    words: ['places'],
    load: () => import('./pages/edit-series-page.tsx'),
  },
  {
    name: 'session',
    path: '/panel/sessions/:id',
    section: 'plan',
    right: 'see',
    words: ['places', 'desk', 'attendance', 'volunteers', 'calls', 'log'],
    load: () => import('./pages/session-page.tsx'),
  },
] as const satisfies readonly PanelPage[]
