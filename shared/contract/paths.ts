import type { Language } from './kinds.ts'
import { isCollection, isSlug, parseQuery, queryOf, type Collection, type Selection } from './selection.ts'

export * from './panel-paths.ts'

/** Every address of the product, once: what the server answers, what the client asks for and what a mail or a feed links to. */
export const api = {
  feeds: '/api/feeds',
  cities: '/api/cities',
  session: (id: string) => `/api/sessions/${encodeURIComponent(id)}`,
  seats: (sessionId: string) => `/api/sessions/${encodeURIComponent(sessionId)}/seats`,
  signUps: (sessionId: string) => `/api/sessions/${encodeURIComponent(sessionId)}/sign-ups`,
  /** GET the shifts of a session that volunteers can take; POST to one of them. */
  shifts: (sessionId: string) => `/api/sessions/${encodeURIComponent(sessionId)}/shifts`,
  shiftSignUps: (sessionId: string, shiftId: string) =>
    `/api/sessions/${encodeURIComponent(sessionId)}/shifts/${shiftId}/sign-ups`,
  /** GET where hands are missing; with the link of a sign-up, where they are allowed to help and don't yet. */
  volunteering: '/api/volunteering',
  volunteeringOf: (token: string) => `/api/manage/${token}/volunteering`,
  /** POST to look for somebody who takes one's shift. */
  standIn: (token: string) => `/api/manage/${token}/stand-in`,
  /** A sign-up, for whoever has its link; `/withdraw`, `/undo` and `/party` under it. */
  manage: (token: string) => `/api/manage/${token}`,
  /** The list at the door of one session, for the device that a link was made for; `/claim` and `/list` under it. */
  door: (token: string) => `/api/door/${token}`,
  /** POST a mailbox: the links of its sign-ups are mailed to it. */
  signUpLinks: '/api/sign-up-links',
  series: (slug: string) => `/api/series/${slug}`,
  club: (slug: string) => `/api/clubs/${slug}`,
  venue: (slug: string) => `/api/venues/${slug}`,
  program: (slug: string) => `/api/programs/${slug}`,
  project: (slug: string) => `/api/projects/${slug}`,
  organisation: (slug: string) => `/api/organisations/${slug}`,
  savedSelections: '/api/saved-selections',
  /** Everything under it is for staff who are signed in. */
  panel: '/api/panel',
  /** Who is signed in, and what they may do somewhere. */
  me: '/api/panel/me',
  signOut: '/api/auth/sign-out',
  /** The sessions of some days, as organisers see them, and what they can be filtered by. */
  panelPlan: '/api/panel/sessions',
  panelPlanChoices: '/api/panel/plan-choices',
  panelToDo: '/api/panel/to-do',
  /** Private calendars of what one leads: GET, POST; `rotate` POST, DELETE. */
  hostFeeds: '/api/panel/host-feeds',
  hostFeed: (id: string) => `/api/panel/host-feeds/${id}`,
  rotateHostFeed: (id: string) => `/api/panel/host-feeds/${id}/rotate`,
  panelSearch: '/api/panel/search',
  /** Signing in: for those who aren't yet, or not quite. */
  auth: '/api/auth',
  signInByPassword: '/api/auth/password',
  /** POST an address: a mail with a link and a code goes there, if somebody signs in with it. */
  signInMail: '/api/auth/mail',
  signInByLink: '/api/auth/link',
  signInByCode: '/api/auth/code',
  invitationLook: '/api/auth/invitation',
  invitationAccept: '/api/auth/invitation/accept',
  secondFactor: '/api/auth/second-factor',
  secondFactorBegin: '/api/auth/second-factor/begin',
  secondFactorConfirm: '/api/auth/second-factor/confirm',
  /** The log of changes in sentences, and as a spreadsheet. */
  audit: '/api/panel/audit',
  auditExport: '/api/panel/audit/export',
  /** One's own account: PUT a password; DELETE the second factor, POST new backup codes; GET the sign-ins, DELETE one or all others. */
  myPassword: '/api/panel/me/password',
  mySecondFactor: '/api/panel/me/second-factor',
  myBackupCodes: '/api/panel/me/backup-codes',
  mySignIns: '/api/panel/me/sign-ins',
  mySignIn: (id: string) => `/api/panel/me/sign-ins/${id}`,
  /** Who else has an account, and with which roles: for administrators. */
  staff: '/api/panel/staff',
  staffGrants: (accountId: string) => `/api/panel/staff/${accountId}/grants`,
  staffGrant: (accountId: string, grantId: string) => `/api/panel/staff/${accountId}/grants/${grantId}`,
  staffBlock: (accountId: string) => `/api/panel/staff/${accountId}/block`,
  staffUnblock: (accountId: string) => `/api/panel/staff/${accountId}/unblock`,
  staffSecondFactor: (accountId: string) => `/api/panel/staff/${accountId}/second-factor`,
  invitations: '/api/panel/invitations',
  invitation: (id: string) => `/api/panel/invitations/${id}`,
  invitationResend: (id: string) => `/api/panel/invitations/${id}/resend`,
  /** Where roles may be given, and which. */
  grantScopes: '/api/panel/grant-scopes',
  /** Mails that went out, or stay here. */
  messages: '/api/panel/messages',
  /** Lists of what organisers manage; one thing lies under its list, by id. */
  managed: {
    cities: '/api/panel/cities',
    districts: '/api/panel/districts',
    organisations: '/api/panel/organisations',
    venues: '/api/panel/venues',
    rooms: '/api/panel/rooms',
    closures: '/api/panel/closures',
    projects: '/api/panel/projects',
    programs: '/api/panel/programs',
    clubs: '/api/panel/clubs',
    editions: '/api/panel/editions',
    groups: '/api/panel/groups',
    choices: '/api/panel/choices',
  },
  openapi: '/api/openapi.json',
  docs: '/api/docs',
} as const

/** Plans from elsewhere: what is sent is read and kept for a day, looked at as a plan, then applied. */
export const importApi = {
  /** Everything under it reads its bodies itself: files are larger than other bodies. */
  all: '/api/panel/imports',
  /** POST a file or what was pasted, as it is, with `?name=`. */
  readings: '/api/panel/imports/readings',
  /** POST an address. */
  fetched: '/api/panel/imports/fetched',
  /** POST choices: what applying would do. */
  plan: (readingId: string) => `/api/panel/imports/readings/${readingId}/plan`,
  /** POST the same choices. Takes an `Idempotency-Key`. */
  apply: (readingId: string) => `/api/panel/imports/readings/${readingId}/apply`,
  /** GET what was imported before. */
  sources: '/api/panel/imports/sources',
  /** POST: fetches its address again. */
  checkSource: (id: string) => `/api/panel/imports/sources/${id}/check`,
  /** GET programs and clubs one may plan for. */
  targets: '/api/panel/imports/targets',
} as const

/** Files of what is in reach, filtered as the plan is. */
export const exportApi = {
  csv: '/api/panel/exports/sessions.csv',
  xlsx: '/api/panel/exports/sessions.xlsx',
  /** A line for everybody who was at a session of those days, for whoever plans it. */
  attendanceCsv: '/api/panel/exports/attendance.csv',
  attendanceXlsx: '/api/panel/exports/attendance.xlsx',
} as const

/** The published calendar of a selection, canonical: the address that a phone subscribes to and that the agenda reads. */
export function feedPath(selection: Selection): string {
  return `/feeds/${sliceName(selection.slice)}.ics${queryOf(selection)}`
}

/** `cities/gliwice`, or `all`. */
export const sliceName = (slice: Selection['slice']): string =>
  slice.collection === 'all' ? 'all' : `${slice.collection}/${slice.slug}`

/**
 * The page about a selection, such as "Subscribe" or the week sheet: `/subscribe?slice=cities/gliwice&kind=workshop`.
 * The language isn't in the query: it is the first part of the path.
 */
export function selectionPage(page: string, selection: Selection): string {
  return `${page}?slice=${sliceName(selection.slice)}${queryOf({ ...selection, language: 'pl' }).replace('?', '&')}`
}

/** Reads back the query of such a page; without a slice it is about everything. */
export function selectionOfPage(query: URLSearchParams, language: Language): ReturnType<typeof parseQuery> {
  const rest = new URLSearchParams(query)
  const name = rest.get('slice') ?? 'all'
  rest.delete('slice')
  rest.set('lang', language)
  const [collection = '', slug = '', ...surplus] = name.split('/')
  if (name === 'all') return parseQuery({ collection: 'all' }, rest)
  if (isCollection(collection) && isSlug(collection, slug) && surplus.length === 0) return parseQuery({ collection, slug }, rest)
  return {
    selection: null,
    issues: [{ name: 'slice', value: name.slice(0, 60), expected: '`all`, or a collection and a name as in cities/gliwice' }],
  }
}

export const savedFeedPath = (hash: string): string => `/feeds/s/${hash}.ics`
/** A private calendar; the token opens it, so that no log and no page but the one that made it may hold this address. */
export const personalFeedPath = (token: string): string => `/feeds/personal/${token}.ics`
export const sessionFeedPath = (id: string): string => `/feeds/sessions/${encodeURIComponent(id)}.ics`

/** Pages for people. The language is a path prefix for English and Ukrainian (`/en/…`, `/uk/…`); Polish has none. */
export const pages = {
  front: '/',
  city: (slug: string) => `/${slug}`,
  session: (id: string) => `/sessions/${encodeURIComponent(id)}`,
  of: (collection: Exclude<Collection, 'cities' | 'audiences' | 'kinds'>, slug: string) => `/${collection}/${slug}`,
  /** One sign-up's own page: the token opens it, and nothing else does. */
  manage: (token: string) => `/manage/${token}`,
  /** Where volunteers are needed; after `#` the token of whoever asks, so that no server and no log sees it in an address. */
  volunteering: '/volunteering',
  /** The list at the door: on one device, on the session's day. */
  door: (token: string) => `/door/${token}`,
  /** For whoever has lost the link of a sign-up. */
  lostLink: '/lost-link',
  subscribe: '/subscribe',
  week: '/week',
  accessibility: '/accessibility',
  /** The organisers' area; the addresses below it stand in `panelPages`. */
  panel: '/panel',
} as const

/** What organisers manage under a list of its own. */
export const managedNouns = [
  'programs',
  'clubs',
  'editions',
  'groups',
  'projects',
  'organisations',
  'cities',
  'districts',
  'venues',
] as const
export type ManagedNoun = (typeof managedNouns)[number]
