import type { ComponentType } from 'react'
import type { PanelWordsPart } from '#client/i18n/panel-languages.ts'
import { managedTable } from './managed-table.ts'
import { seriesTable } from './series-table.ts'
import type { Right } from '#client/features/me/queries.ts'

/** Entries of the side navigation, in its order. One appears when a page says `opens: '…'` and the reader has that page's right. */
export const sections = [
  'today',
  'plan',
  'desk',
  'calls',
  'volunteers',
  'programs',
  'places',
  'import',
  'people',
  'log',
  'settings',
] as const
export type Section = (typeof sections)[number]

/**
 * A page of the organisers' area. `path` is the plain one (`/panel/…`), `section` the entry that is lit while it is shown, `right`
 * what one must have somewhere to be offered it (the server decides what is given), `words` the parts it needs beside `panel`.
 */
export type PanelPage = {
  readonly name: string
  readonly path: string
  readonly section?: Section
  /** This page is where the entry of the navigation leads. */
  readonly opens?: Section
  readonly right?: Right
  /** Seen without being signed in, and without the frame. */
  readonly open?: boolean
  readonly words: readonly PanelWordsPart[]
  readonly load: () => Promise<{ readonly default: ComponentType }>
}

export const panelTable = [
  ...seriesTable,
  {
    name: 'today',
    path: '/panel',
    section: 'today',
    opens: 'today',
    right: 'see',
    words: ['today'],
    load: () => import('./pages/today-page.tsx'),
  },
  {
    name: 'plan',
    path: '/panel/plan',
    section: 'plan',
    opens: 'plan',
    right: 'see',
    words: [],
    load: () => import('./pages/plan-page.tsx'),
  },
  {
    name: 'calls',
    path: '/panel/calls',
    section: 'calls',
    opens: 'calls',
    right: 'tell',
    words: ['calls'],
    load: () => import('./pages/calls-page.tsx'),
  },
  {
    name: 'mails',
    path: '/panel/calls/mails',
    section: 'calls',
    right: 'plan',
    words: ['accounts', 'calls'],
    load: () => import('./pages/mails-page.tsx'),
  },
  {
    name: 'desk',
    path: '/panel/desk',
    section: 'desk',
    opens: 'desk',
    right: 'sign-up',
    words: ['desk'],
    load: () => import('./pages/desk-page.tsx'),
  },
  {
    name: 'volunteers',
    path: '/panel/volunteers',
    section: 'volunteers',
    opens: 'volunteers',
    right: 'see-sensitive',
    words: ['volunteers'],
    load: () => import('./pages/volunteers-page.tsx'),
  },
  {
    name: 'volunteer',
    path: '/panel/volunteers/:id',
    section: 'volunteers',
    right: 'see-sensitive',
    words: ['volunteers'],
    load: () => import('./pages/volunteer-page.tsx'),
  },
  {
    name: 'certificate',
    path: '/panel/volunteers/:id/certificate',
    section: 'volunteers',
    right: 'see-sensitive',
    words: ['volunteers'],
    load: () => import('./pages/certificate-page.tsx'),
  },
  {
    name: 'doorList',
    path: '/panel/sessions/:id/list',
    section: 'plan',
    right: 'sign-up',
    words: ['desk'],
    load: () => import('./pages/door-list-page.tsx'),
  },
  {
    name: 'attendance',
    path: '/panel/sessions/:id/attendance',
    section: 'plan',
    right: 'sign-up',
    words: ['attendance'],
    load: () => import('./pages/attendance-page.tsx'),
  },
  {
    name: 'myCalendar',
    path: '/panel/my-calendar',
    section: 'settings',
    right: 'see',
    words: ['share'],
    load: () => import('./pages/my-calendar-page.tsx'),
  },
  {
    name: 'weekPost',
    path: '/panel/post',
    section: 'plan',
    right: 'see',
    words: ['share'],
    load: () => import('./pages/week-post-page.tsx'),
  },
  {
    name: 'post',
    path: '/panel/sessions/:id/post',
    section: 'plan',
    right: 'see',
    words: ['share'],
    load: () => import('./pages/post-page.tsx'),
  },
  {
    name: 'poster',
    path: '/panel/sessions/:id/poster',
    section: 'plan',
    right: 'see',
    words: ['share'],
    load: () => import('./pages/poster-page.tsx'),
  },
  {
    name: 'door-note',
    path: '/panel/sessions/:id/door-note',
    section: 'plan',
    right: 'see',
    words: ['calls', 'share'],
    load: () => import('./pages/door-note-page.tsx'),
  },
  {
    name: 'import',
    path: '/panel/import',
    section: 'import',
    opens: 'import',
    right: 'plan',
    words: ['imports'],
    load: () => import('./pages/import-page.tsx'),
  },
  { name: 'search', path: '/panel/search', right: 'see', words: [], load: () => import('./pages/search-page.tsx') },
  ...managedTable,
  { name: 'sign-in', path: '/panel/sign-in', open: true, words: ['accounts'], load: () => import('./pages/sign-in-page.tsx') },
  {
    name: 'sign-in-link',
    path: '/panel/sign-in/link',
    open: true,
    words: ['accounts'],
    load: () => import('./pages/sign-in-link-page.tsx'),
  },
  {
    name: 'invitation',
    path: '/panel/invitation',
    open: true,
    words: ['accounts'],
    load: () => import('./pages/invitation-page.tsx'),
  },
  {
    name: 'second-factor',
    path: '/panel/second-factor',
    open: true,
    words: ['accounts'],
    load: () => import('./pages/second-factor-page.tsx'),
  },
  { name: 'account', path: '/panel/account', words: ['accounts'], load: () => import('./pages/account-page.tsx') },
  {
    name: 'people',
    path: '/panel/people',
    section: 'people',
    opens: 'people',
    right: 'administer',
    words: ['accounts'],
    load: () => import('./pages/people-page.tsx'),
  },
  {
    name: 'mailbox',
    path: '/panel/mailbox',
    section: 'people',
    right: 'administer',
    words: ['accounts'],
    load: () => import('./pages/mailbox-page.tsx'),
  },
  {
    name: 'log',
    path: '/panel/log',
    section: 'log',
    opens: 'log',
    right: 'audit',
    words: ['log'],
    load: () => import('./pages/log-page.tsx'),
  },
] as const satisfies readonly PanelPage[]

export type PanelPageName = (typeof panelTable)[number]['name']
