import { describe, expect, it } from 'vitest'
import { createApp, createFeeds, featureRoutes } from './app.ts'
import { readConfig } from './config.ts'
import { freshDatabase } from './db/testing/fresh-database.ts'
import { seedAccount, testSecret, type SeedGrant } from './db/testing/seed-account.ts'
import { seedOrganisation } from './db/testing/seed-organisation.ts'
import { createLogger } from './http/log.ts'
import { serve, type Answer } from './http/testing/serve.ts'

/**
 * The authorisation matrix (T02, T03, T05): every route that the server has, asked by everybody about what is theirs and about what another
 * organisation has. A route without a row fails, and so does a row without a route. How to add one: server/README.md.
 */
const database = await freshDatabase()
const { pool } = database
const { logger } = createLogger('error', { write: () => true })
const origin = 'https://kalendarz.example.pl'
const clock = () => new Date()
const config = readConfig({ PUBLIC_URL: origin, TRUST_PROXY: 'loopback' })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const parts = { config, clock, database, feeds, secret: testSecret }
const ask = await serve(createApp({ ...parts, logger, clientFiles: new Map() }))

await pool.query(
  `INSERT INTO "Installation" ("uidDomain", secret, "renderVersion", "publicUrl") VALUES ('test.podworko', $1, 1, $2)`,
  [testSecret, origin],
)
const mine = await seedOrganisation(database, 'a', origin)
const theirs = await seedOrganisation(database, 'b', origin)
type Seed = typeof mine

const inA = { kind: 'organisation', id: mine.organisation } as const
/** Null: not signed in. */
const who: Readonly<Record<string, readonly SeedGrant[] | null>> = {
  nobody: null,
  blocked: [{ role: 'COORDINATOR', scope: inA }],
  expired: [{ role: 'COORDINATOR', scope: inA, endsOn: '2020-01-01' }],
  'administrator of everything': [{ role: 'ADMINISTRATOR', scope: { kind: 'everywhere' } }],
  administrator: [{ role: 'ADMINISTRATOR', scope: inA }],
  coordinator: [{ role: 'COORDINATOR', scope: inA }],
  organiser: [{ role: 'ORGANISER', scope: inA }],
  'organiser of own sessions': [{ role: 'ORGANISER', scope: inA, ownOnly: true }],
  desk: [{ role: 'DESK', scope: inA }],
  auditor: [{ role: 'AUDITOR', scope: { kind: 'project', id: mine.project } }],
}
const people = Object.keys(who)

/**
 * What each class of route answers, in the order of `who`: about one's own organisation, and about another one. `.` goes on (an answer, or a fault of
 * the body), `1` is 401, `3` 403, `4` 404, `2` the 422 that says of what the body names that it isn't there. Who isn't signed in, is blocked or has no role left gets nowhere in the panel.
 */
const classes = {
  public: ['..........', '..........'],
  'for a token that nobody has': ['4444444444', '4444444444'],
  'half signed in': ['44........', '44........'],
  'half signed in, wrong code': ['441..11111', '441..11111'],
  everybody: ['113.......', '113.......'],
  "somebody else's": ['1134444444', '1134444444'],
  administer: ['113..33333', '113..33333'],
  invite: ['113..33333', '113.233333'],
  'administer somebody': ['113..33333', '113.433333'],
  'everything only': ['113.333333', '113.333333'],
  'see a place': ['113....4.4', '113.444444'],
  'manage a place': ['113...3434', '113.444444'],
  'merge organisations': ['113.333434', '113.444444'],
  see: ['113....4..', '113.444444'],
  // numbers of people without a name: not for the desk
  numbers: ['113....43.', '113.444444'],
  manage: ['113...3433', '113.444444'],
  'manage, new': ['113...3333', '113...3333'],
  plan: ['113....433', '113.444444'],
  'plan, new': ['113....222', '113.222222'],
  // who comes and who calls: not for auditors; for who leads only own sessions, only theirs
  'sign somebody up': ['113....4.3', '113.444444'],
  'change a sign-up': ['113....433', '113.444444'],
  'a person': ['113....4.4', '113.444444'],
  // the desk only for whom it made sure of
  "somebody's safe contact": ['113....434', '113.444444'],
  // the desk may know the volunteer, and not what was seen of their papers
  "a volunteer's papers": ['113....434', '113.444444'],
  // the desk may see whom it is about, and takes back nothing
  'take a merge back that is not there': ['1134444434', '1134444444'],
  'at the desk': ['113......3', '113......3'],
  "somebody else's import": ['1134444333', '1134444333'],
  import: ['113....333', '113....333'],
  'import again': ['113....333', '113.444333'],
  template: ['113....344', '113.444444'],
  audit: ['113...333.', '113...333.'],
  tell: ['113....4.3', '113.444444'],
  'tell, list': ['113......3', '113......3'],
  'plan, list': ['113.....33', '113.....33'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>
type Class = keyof typeof classes

/** The routes of a noun that is managed (`server/http/managed.ts`). */
const managed = (noun: string, see: Class, change: Class, merge?: Class): readonly (readonly [Class, string])[] => {
  const [all, one] = [`/api/panel/${noun}`, `/api/panel/${noun}/:id`]
  return [
    ['everybody', `GET ${all}`],
    [change === 'everything only' || noun === 'organisations' ? 'everything only' : 'manage, new', `POST ${all}`],
    [see, `GET ${one}`],
    [change, `PUT ${one}`],
    [change, `POST ${one}/archive`],
    [change, `POST ${one}/restore`],
    ...(merge ? ([[merge, `POST ${one}/merge`]] as const) : []),
  ]
}

const rows: readonly (readonly [Class, string])[] = [
  ['public', 'GET /healthz'],
  ['public', 'GET /readyz'],
  ['public', 'GET /api/openapi.json'],
  ['public', 'GET /api/docs'],
  ['public', 'GET /api/docs/start.js'],
  ['public', 'GET /api/docs/swagger-ui.css'],
  ['public', 'GET /api/docs/swagger-ui-bundle.js'],
  ['public', 'GET /api/cities'],
  ['public', 'GET /api/organisations/:slug'],
  ['public', 'GET /api/venues/:slug'],
  ['public', 'GET /api/projects/:slug'],
  ['public', 'GET /api/programs/:slug'],
  ['public', 'GET /api/clubs/:slug'],
  ['public', 'GET /api/series/:slug'],
  ['public', 'GET /api/sessions/:id'],
  ['public', 'GET /api/sessions/:id/seats'],
  ['public', 'POST /api/sessions/:id/sign-ups'],
  ['for a token that nobody has', 'GET /api/manage/:token'],
  ['for a token that nobody has', 'POST /api/manage/:token/withdraw'],
  ['for a token that nobody has', 'POST /api/manage/:token/undo'],
  ['for a token that nobody has', 'POST /api/manage/:token/accept'],
  ['public', 'POST /api/manage/:token/party'],
  ['for a token that nobody has', 'GET /api/manage/:token/elsewhere'],
  ['public', 'POST /api/manage/:token/exchange'],
  ['public', 'POST /api/manage/:token/absence'],
  ['public', 'GET /api/sessions/:id/shifts'],
  ['public', 'POST /api/sessions/:id/shifts/:shiftId/sign-ups'],
  ['public', 'GET /api/volunteering'],
  ['for a token that nobody has', 'GET /api/manage/:token/volunteering'],
  ['public', 'POST /api/manage/:token/stand-in'],
  ['public', 'POST /api/manage/:token/links'],
  ['for a token that nobody has', 'POST /api/manage/:token/link'],
  ['public', 'POST /api/sign-up-links'],
  ['for a token that nobody has', 'GET /api/manage/:token/news'],
  ['for a token that nobody has', 'POST /api/manage/:token/known'],
  ['for a token that nobody has', 'GET /api/manage/:token/feeds'],
  ['for a token that nobody has', 'POST /api/manage/:token/feeds'],
  ['for a token that nobody has', 'POST /api/manage/:token/feeds/:id/rotate'],
  ['for a token that nobody has', 'POST /api/manage/:token/feeds/:id/revoke'],
  ['for a token that nobody has', 'GET /api/door/:token'],
  ['for a token that nobody has', 'GET /api/door/:token/list'],
  ['for a token that nobody has', 'POST /api/door/:token/list'],
  ['for a token that nobody has', 'POST /api/door/:token/claim'],
  ['public', 'GET /api/feeds'],
  ['public', 'POST /api/saved-selections'],

  ['public', 'POST /api/auth/mail'],
  ['public', 'POST /api/auth/link'],
  ['public', 'POST /api/auth/code'],
  ['public', 'POST /api/auth/password'],
  ['public', 'POST /api/auth/second-factor'],
  ['half signed in', 'POST /api/auth/second-factor/begin'],
  ['half signed in, wrong code', 'POST /api/auth/second-factor/confirm'],
  ['public', 'POST /api/auth/sign-out'],
  ['public', 'POST /api/auth/invitation'],
  ['public', 'POST /api/auth/invitation/accept'],

  ['everybody', 'GET /api/panel/me'],
  ['everybody', 'GET /api/panel/me/sign-ins'],
  ['everybody', 'DELETE /api/panel/me/sign-ins'],
  ["somebody else's", 'DELETE /api/panel/me/sign-ins/:id'],
  ['everybody', 'PUT /api/panel/me/password'],
  ['everybody', 'DELETE /api/panel/me/second-factor'],
  ['everybody', 'POST /api/panel/me/backup-codes'],
  ['administer', 'GET /api/panel/staff'],
  ['administer', 'GET /api/panel/grant-scopes'],
  ['administer somebody', 'POST /api/panel/staff/:id/grants'],
  ['administer somebody', 'DELETE /api/panel/staff/:id/grants/:grantId'],
  ['administer somebody', 'POST /api/panel/staff/:id/block'],
  ['administer somebody', 'POST /api/panel/staff/:id/unblock'],
  ['administer somebody', 'DELETE /api/panel/staff/:id/second-factor'],
  ['invite', 'POST /api/panel/invitations'],
  ['administer somebody', 'POST /api/panel/invitations/:id/resend'],
  ['administer somebody', 'DELETE /api/panel/invitations/:id'],
  ['everything only', 'GET /api/panel/messages'],

  ['manage', 'POST /api/panel/persons/:id/copy'],
  ['manage', 'GET /api/panel/persons/:id/erasure'],
  ['manage', 'POST /api/panel/persons/:id/erasure'],
  ...managed('cities', 'everybody', 'everything only'),
  ...managed('districts', 'everybody', 'everything only', 'everything only'),
  ...managed('organisations', 'see a place', 'manage a place', 'merge organisations'),
  ...managed('venues', 'see a place', 'manage a place', 'manage a place'),
  ['manage a place', 'POST /api/panel/venues/:id/rooms'],
  ['manage a place', 'PUT /api/panel/rooms/:id'],
  ['manage a place', 'POST /api/panel/rooms/:id/archive'],
  ['manage a place', 'POST /api/panel/rooms/:id/restore'],
  ['manage a place', 'POST /api/panel/venues/:id/closures'],
  ['manage a place', 'PUT /api/panel/closures/:id'],
  ['manage a place', 'DELETE /api/panel/closures/:id'],
  ...managed('projects', 'see', 'manage'),
  ...managed('programs', 'see', 'manage'),
  ...managed('clubs', 'see', 'manage', 'manage'),
  ...managed('editions', 'see', 'manage'),
  ...managed('groups', 'see', 'manage'),
  ['everybody', 'GET /api/panel/choices'],
  ['numbers', 'GET /api/panel/programs/:id/numbers'],
  ['numbers', 'GET /api/panel/programs/:id/numbers.csv'],
  ['numbers', 'GET /api/panel/projects/:id/numbers'],
  ['numbers', 'GET /api/panel/projects/:id/numbers.csv'],

  ['everybody', 'GET /api/panel/sessions'],
  ['everybody', 'GET /api/panel/plan-choices'],
  ['everybody', 'GET /api/panel/to-do'],
  ['everybody', 'GET /api/panel/search'],
  ['everybody', 'GET /api/panel/hosts'],
  ['everybody', 'GET /api/panel/series'],
  ['plan, new', 'POST /api/panel/series'],
  ['see', 'GET /api/panel/series/:id'],
  ['plan', 'PUT /api/panel/series/:id'],
  ['plan', 'DELETE /api/panel/series/:id'],
  ['plan', 'POST /api/panel/series/:id/archive'],
  ['plan', 'POST /api/panel/series/:id/unarchive'],
  ['plan', 'POST /api/panel/series/:id/copy'],
  ['everybody', 'POST /api/panel/season-copies'],
  ['see', 'GET /api/panel/series/:id/edits'],
  ['plan', 'POST /api/panel/series/:id/activities'],
  ['plan', 'POST /api/panel/activities/:id/publish'],
  ['plan', 'PUT /api/panel/activities/:id/schedule'],
  ['plan', 'PATCH /api/panel/activities/:id'],
  ['plan', 'POST /api/panel/activities/:id/shift'],
  ['plan', 'POST /api/panel/activities/:id/sessions'],
  ['see', 'GET /api/panel/sessions/:id'],
  ['plan', 'PATCH /api/panel/sessions/:id'],
  ['plan', 'POST /api/panel/sessions/:id/cancel'],
  ['plan', 'POST /api/panel/sessions/:id/restore'],
  ['plan', 'POST /api/panel/edits/:id/undo'],
  ['see', 'GET /api/panel/batches/:id'],
  ['plan', 'POST /api/panel/batches/:id/undo'],
  ['everybody', 'POST /api/panel/schedule-preview'],
  ['everybody', 'GET /api/panel/templates'],
  ['everybody', 'POST /api/panel/templates'],
  ['template', 'DELETE /api/panel/templates/:id'],
  ['audit', 'GET /api/panel/audit'],
  ['audit', 'GET /api/panel/audit/export'],

  ['plan, list', 'GET /api/panel/sign-up-mails'],
  ['plan, list', 'POST /api/panel/sign-up-mails/returned'],
  ["somebody else's", 'GET /api/panel/sign-up-mails/:id/page'],
  ['tell, list', 'GET /api/panel/calls'],
  ['tell, list', 'GET /api/panel/calls/texts.csv'],
  ['tell, list', 'POST /api/panel/calls'],
  ["somebody else's", 'POST /api/panel/calls/:id/undo'],
  ['a person', 'POST /api/panel/sign-ups/:id/told'],
  ['tell', 'GET /api/panel/sessions/:id/reach'],
  ['tell', 'GET /api/panel/sessions/:id/calls'],
  ['tell', 'POST /api/panel/sessions/:id/calls/close'],
  ['tell', 'POST /api/panel/sessions/:id/calls/reopen'],

  ['import', 'POST /api/panel/imports/readings'],
  ['import', 'POST /api/panel/imports/fetched'],
  ["somebody else's", 'POST /api/panel/imports/readings/:id/plan'],
  ["somebody else's import", 'POST /api/panel/imports/readings/:id/apply'],
  ['import', 'GET /api/panel/imports/sources'],
  ['import again', 'POST /api/panel/imports/sources/:id/check'],
  ['import', 'GET /api/panel/imports/targets'],
  ['everybody', 'GET /api/panel/exports/sessions.csv'],
  ['everybody', 'GET /api/panel/exports/sessions.xlsx'],
  ['plan, list', 'GET /api/panel/exports/attendance.csv'],
  ['plan, list', 'GET /api/panel/exports/attendance.xlsx'],

  ['sign somebody up', 'GET /api/panel/sessions/:id/people'],
  ['sign somebody up', 'POST /api/panel/sessions/:id/people'],
  ['change a sign-up', 'GET /api/panel/sessions/:id/rush'],
  ['change a sign-up', 'POST /api/panel/sessions/:id/rush'],
  ['change a sign-up', 'POST /api/panel/sessions/:id/rush/undo'],
  ['change a sign-up', 'GET /api/panel/sessions/:id/people.csv'],
  ['change a sign-up', 'GET /api/panel/sessions/:id/people.xlsx'],
  ['sign somebody up', 'GET /api/panel/sessions/:id/attendance'],
  ['sign somebody up', 'POST /api/panel/sessions/:id/attendance'],
  ['sign somebody up', 'GET /api/panel/sessions/:id/attendance/sums'],
  ['sign somebody up', 'GET /api/panel/sessions/:id/attendance/history'],
  ['sign somebody up', 'GET /api/panel/sessions/:id/door-links'],
  ['sign somebody up', 'POST /api/panel/sessions/:id/door-links'],
  ['sign somebody up', 'DELETE /api/panel/door-links/:id'],
  ['change a sign-up', 'POST /api/panel/sign-ups/:id/withdraw'],
  ['change a sign-up', 'POST /api/panel/sign-ups/:id/undo'],
  ['change a sign-up', 'POST /api/panel/sign-ups/:id/accept'],
  ['change a sign-up', 'POST /api/panel/sign-ups/:id/fits'],
  ['change a sign-up', 'POST /api/panel/sign-ups/:id/link'],
  ['change a sign-up', 'POST /api/panel/sign-ups/:id/absence'],
  ['change a sign-up', 'POST /api/panel/sign-ups/:id/slot'],
  ['a person', 'POST /api/panel/persons/:id/links'],
  ['at the desk', 'GET /api/panel/persons'],
  ['a person', 'GET /api/panel/persons/:id'],
  ['a person', 'POST /api/panel/persons/:id/check'],
  ["somebody's safe contact", 'PUT /api/panel/persons/:id/safe-contact'],
  ["somebody's safe contact", 'DELETE /api/panel/persons/:id/safe-contact'],
  ['a person', 'GET /api/panel/persons/:id/feeds'],
  ['a person', 'POST /api/panel/persons/:id/feeds'],
  ["somebody else's", 'POST /api/panel/persons/:id/feeds/:feedId/rotate'],
  ["somebody else's", 'DELETE /api/panel/persons/:id/feeds/:feedId'],
  ['a person', 'GET /api/panel/persons/:id/doubles'],
  ["somebody's safe contact", 'GET /api/panel/persons/:id/doubles/:otherId'],
  ["somebody's safe contact", 'POST /api/panel/persons/:id/doubles/:otherId'],
  ['take a merge back that is not there', 'POST /api/panel/persons/:id/merges/:mergeId/undo'],
  ['at the desk', 'GET /api/panel/offers'],
  ['at the desk', 'GET /api/panel/callbacks'],
  ['at the desk', 'POST /api/panel/callbacks'],
  ['a person', 'POST /api/panel/callbacks/:id/done'],
  ['a person', 'POST /api/panel/callbacks/:id/open'],

  ["somebody's safe contact", 'GET /api/panel/persons/:id/shifts'],
  ['sign somebody up', 'POST /api/panel/sessions/:id/shifts/:shiftId/people'],
  ['see', 'GET /api/panel/sessions/:id/shifts'],
  ['plan', 'POST /api/panel/sessions/:id/shifts'],
  ['see', 'GET /api/panel/series/:id/shifts'],
  ['plan', 'POST /api/panel/series/:id/shifts'],
  ['plan', 'PUT /api/panel/shifts/:id'],
  ['plan', 'POST /api/panel/shifts/:id/remove'],
  ['plan', 'POST /api/panel/sessions/:id/shifts/:shiftId/skip'],
  ['change a sign-up', 'POST /api/panel/sign-ups/:id/approve'],
  ['plan, list', 'GET /api/panel/volunteers'],
  ["a volunteer's papers", 'GET /api/panel/volunteers/:id'],
  ["a volunteer's papers", 'POST /api/panel/volunteers/:id/facts'],
  ["a volunteer's papers", 'DELETE /api/panel/volunteer-facts/:id'],
  ['everybody', 'GET /api/panel/host-feeds'],
  ['everybody', 'POST /api/panel/host-feeds'],
  ["somebody else's", 'POST /api/panel/host-feeds/:id/rotate'],
  ["somebody else's", 'DELETE /api/panel/host-feeds/:id'],
]

/** What a route is asked about: the seed's object of the noun in its address, unless it is said here. */
const nouns: Readonly<Record<string, keyof Seed>> = {
  cities: 'city',
  districts: 'district',
  organisations: 'organisation',
  venues: 'venue',
  rooms: 'room',
  projects: 'project',
  programs: 'program',
  clubs: 'club',
  editions: 'edition',
  groups: 'group',
  series: 'series',
  activities: 'activity',
  sessions: 'session',
  edits: 'edit',
  batches: 'batch',
  staff: 'member',
  me: 'login',
  'host-feeds': 'hostFeed',
  'sign-ups': 'signUp',
  persons: 'person',
  callbacks: 'callback',
  shifts: 'shift',
  volunteers: 'volunteer',
  'imports/readings': 'reading',
  'imports/sources': 'source',
}
const slugs: Readonly<Record<string, string>> = {
  organisations: 'o-',
  venues: 'v-',
  projects: 'p-',
  programs: 'g-',
  clubs: 'k-',
  series: 's-',
}
/** What an allowed request takes away is made anew for each. */
const fresh: Readonly<Record<string, (seed: Seed) => Promise<string>>> = {
  closures: (seed) => seed.addClosure(),
  'door-links': (seed) => seed.addDoorLink(),
  invitations: (seed) => seed.addInvitation(),
  templates: (seed) => seed.addTemplate(),
  'volunteer-facts': (seed) => seed.addFact(),
}
/** Requests that end a sign-in or change an account are sent by a new one each. */
const byNewcomers = [
  'POST /api/auth/sign-out',
  'POST /api/auth/second-factor/begin',
  'DELETE /api/panel/me/sign-ins',
  'DELETE /api/panel/me/second-factor',
]
/**
 * Bodies, where a wrong one is refused before anybody asks who sends it; {} otherwise, which is wrong, so that nothing is changed. A text is sent as a
 * file.
 */
const bodies: Readonly<Record<string, (seed: Seed) => object | string>> = {
  'POST /api/auth/second-factor/confirm': () => ({ code: '000000' }),
  'POST /api/panel/staff/:id/grants': ({ club }) => ({ role: 'DESK', scope: { kind: 'club', id: club } }),
  'POST /api/panel/invitations': ({ program }) => ({
    email: `${Math.random()}@example.pl`,
    name: 'Ktoś',
    grants: [{ role: 'DESK', scope: { kind: 'program', id: program } }],
  }),
  'POST /api/panel/imports/readings': () => 'tytuł;data\n',
  'POST /api/panel/imports/fetched': () => ({ url: 'http://127.0.0.1/a.ics' }),
  'POST /api/panel/imports/readings/:id/plan': () => ({ name: 'plan' }),
  'POST /api/panel/imports/readings/:id/apply': () => ({ name: 'plan', token: 'token' }),
  'POST /api/panel/persons/:id/links': () => ({ language: 'pl' }),
  'POST /api/panel/series': ({ program }) => ({
    series: { title: { pl: 'Rowery' }, programId: program },
    activity: { title: { pl: 'Rowery' }, kind: 'WORKSHOP', enrolment: 'OPEN' },
    schedule: { kind: 'picked', spans: [{ kind: 'timed', start: '2020-01-01T10:00:00', end: '2020-01-01T11:00:00' }] },
    publish: false,
  }),
}

const routes = featureRoutes(parts).flatMap(({ stack }) =>
  stack.flatMap(({ route }) =>
    route ? [...new Set(route.stack.map(({ method }) => `${method.toUpperCase()} ${route.path}`))] : [],
  ),
)
const rowOf = new Map(rows.map(([name, route]) => [route, name]))

const headersOf = async (person: string): Promise<Readonly<Record<string, string>>> => {
  const grants = who[person]
  if (!grants) return {}
  return (await seedAccount(pool, { grants, blocked: person === 'blocked', publicUrl: origin })).headers
}
const kept = new Map(await Promise.all(people.map(async (person) => [person, await headersOf(person)] as const)))

async function addressOf(route: string, seed: Seed): Promise<string> {
  const [, pattern = ''] = route.split(' ')
  const noun = /^\/api\/(?:panel\/)?((?:imports\/)?[a-z-]+)/.exec(pattern)?.[1] ?? ''
  const object = nouns[noun]
  const id = (await fresh[noun]?.(seed)) ?? (object ? String(seed[object]) : nowhere)
  const mark = seed === mine ? 'a' : 'b'
  return pattern
    .replace(':slug', `${slugs[noun]}${mark}`)
    .replace(':token', 'x'.repeat(40))
    .replace(':grantId', pattern.includes(':grantId') ? await seed.addGrant() : '')
    .replace(':shiftId', seed.shift)
    .replace(':otherId', seed.volunteer)
    .replace(':id', id)
}
const nowhere = '00000000-0000-4000-8000-000000000000'

let sent = 0
async function send(person: string, route: string, path: string, seed: Seed) {
  const [method = ''] = route.split(' ')
  const sending = bodies[route]?.(seed) ?? {}
  const isFile = typeof sending === 'string'
  const text = isFile ? sending : JSON.stringify(sending)
  const body = method !== 'GET' && {
    body: text,
    headers: {
      'content-type': isFile ? 'application/octet-stream' : 'application/json',
      'content-length': String(Buffer.byteLength(text)),
    },
  }
  sent += 1
  const from = { host: 'kalendarz.example.pl', 'x-forwarded-for': `198.51.${Math.floor(sent / 250) % 250}.${sent % 250}` }
  const signedIn = byNewcomers.includes(route) ? await headersOf(person) : kept.get(person)
  return ask(path, { method, ...body, headers: { ...from, ...signedIn, ...(body && body.headers) } })
}

function signOf({ status, body }: Answer): string {
  if (status === 422 && body.includes('"code":"unknown"')) return '2'
  return { 401: '1', 403: '3', 404: '4' }[status] ?? (status < 500 ? '.' : String(status))
}

describe('the authorisation matrix', () => {
  it('has a row for every route, and a route for every row', () => {
    expect([...rowOf.keys()].toSorted()).toEqual(routes.toSorted())
    expect(rows).toHaveLength(rowOf.size)
  })

  it.each(routes)('%s answers everybody as its row says', { timeout: 60_000 }, async (route) => {
    const expected = classes[rowOf.get(route) ?? 'public']
    const found = { mine: '', theirs: '' }
    const signFor = async (person: string, seed: Seed) => signOf(await send(person, route, await addressOf(route, seed), seed))
    for (const [name, seed] of [['mine', mine] as const, ['theirs', theirs] as const]) {
      if (route.startsWith('GET ')) found[name] = (await Promise.all(people.map((person) => signFor(person, seed)))).join('')
      else for (const person of people) found[name] += await signFor(person, seed)
    }
    expect(found).toEqual({ mine: expected[0], theirs: expected[1] })
  })

  it.each(routes.filter((route) => /\/panel\/.*:id/.test(route) && isHidden(route)))(
    'T02: %s tells nobody whether the other organisation has such a thing',
    async (route) => {
      const path = await addressOf(route, theirs)
      for (const person of ['coordinator', 'desk']) {
        const unknown = await send(person, route, path.replace(/[0-9a-f-]{36}/, nowhere), theirs)
        const { status, body } = await send(person, route, path, theirs)
        expect([person, status, body]).toEqual([person, unknown.status, unknown.body])
      }
    },
  )

  it.each(routes.filter((route) => route.startsWith('GET /api/panel/') && !route.includes(':')))(
    'T05: %s lists nothing of the other organisation',
    async (route) => {
      const answers = await Promise.all(people.slice(4).map((person) => send(person, route, route.slice('GET '.length), mine)))
      expect(answers.filter(({ body }) => body.includes('tylko-b'))).toEqual([])
    },
  )
})

/** Cities and districts are nobody's: everybody sees them. */
const isHidden = (route: string): boolean => classes[rowOf.get(route) ?? 'public'][1][people.indexOf('coordinator')] === '4'
