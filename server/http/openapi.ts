import * as z from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { citiesAnswer } from '#shared/contract/city.ts'
import { clubView } from '#shared/contract/club.ts'
import { feedsAnswer, savedSelectionAnswer, savedSelectionInput } from '#shared/contract/feed.ts'
import { languages } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import { placeInWhole } from '#shared/contract/place-in-whole.ts'
import { problemType } from '#shared/contract/problem.ts'
import { cancelledStyles, collections, filterNames, filters, limits } from '#shared/contract/selection.ts'
import { seriesView } from '#shared/contract/series.ts'
import { sessionAnswer } from '#shared/contract/session.ts'
import {
  elsewhereView,
  absenceInput,
  exchangeInput,
  linksInput,
  linksInputByLink,
  manageView,
  partyInput,
  renewedLink,
  seatsView,
  signUpAnswer,
  signUpInput,
} from '#shared/contract/sign-up.ts'
import { day, slug } from '#shared/contract/text.ts'
import { venuePageView } from '#shared/contract/venue.ts'
import { accountPaths } from './openapi-accounts.ts'
import { attendancePaths } from './openapi-attendance.ts'
import { auditPaths } from './openapi-audit.ts'
import { callPaths } from './openapi-calls.ts'
import { deskPaths } from './openapi-desk.ts'
import { managePaths } from './openapi-manage.ts'
import { importPaths } from './openapi-import.ts'
import { personalFeedPaths } from './openapi-personal-feeds.ts'
import { planPaths } from './openapi-plan.ts'
import { planningPaths } from './openapi-planning.ts'
import { privacyPaths } from './openapi-privacy.ts'
import { shiftPaths } from './openapi-shifts.ts'

const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'Stable: programs may rely on it.' }),
    issues: z.array(z.strictObject({ name: z.string(), value: z.string(), expected: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'A refusal (RFC 9457). The same for what is not there and for what is not yours.' })

const refusal = (description: string) => ({ description, content: { [problemType]: { schema: problem } } })
const badRequest = { '400': refusal('A parameter is unknown or wrong; each issue says what would be right.') }
const notThere = { '404': refusal('There is nothing at this address.') }
const away = { '503': refusal('The database is not there at the moment.') }

const lang = z
  .enum(languages)
  .optional()
  .meta({ description: 'Language of the texts; those that are not there come in Polish and say so.' })

/** The JSON about one thing. */
function about(tag: string, summary: string, schema: z.ZodType): { readonly get: ZodOpenApiOperationObject } {
  return {
    get: {
      tags: [tag],
      summary,
      requestParams: { path: z.object({ slug }), query: z.strictObject({ lang }) },
      responses: {
        '200': {
          description: 'Also for a former name: the answer then holds the current one.',
          content: { 'application/json': { schema } },
        },
        '304': { description: 'Nothing changed since the ETag that was sent.' },
        ...badRequest,
        ...notThere,
        ...away,
      },
    },
  }
}

const json = (schema: z.ZodType) => ({ '200': { description: 'OK', content: { 'application/json': { schema } } } })

const feedQuery = z.strictObject({
  ...Object.fromEntries(
    filterNames.map((name) => [
      name,
      z
        .array(slug)
        .optional()
        .meta({ description: `Any of these ${filters[name]}. At most ${limits.filterValues} values of all filters.` }),
    ]),
  ),
  stepFree: z.literal('yes').optional().meta({ description: 'Only where one gets in without stairs.' }),
  lang,
  cancelled: z
    .enum(cancelledStyles)
    .optional()
    .meta({ description: 'How cancelled sessions are written: with STATUS:CANCELLED, in the title only, or not at all.' }),
  from: day.optional().meta({ description: 'First local day, with `to`.' }),
  to: day.optional().meta({ description: `Last local day, at most ${limits.rangeDays} days from \`from\`.` }),
})

/** A calendar. */
function calendar(
  summary: string,
  path: z.ZodObject | null,
  query: z.ZodObject | null,
): { readonly get: ZodOpenApiOperationObject } {
  return {
    get: {
      tags: ['Feeds'],
      summary,
      requestParams: { ...(path && { path }), ...(query && { query }) },
      responses: {
        '200': { description: 'iCalendar, RFC 5545', content: { 'text/calendar': { schema: z.string() } } },
        '304': { description: 'Nothing changed since the ETag or the time that was sent.' },
        ...badRequest,
        ...notThere,
        ...away,
      },
    },
  }
}

/** A change of a sign-up by whoever has its link. */
/** Like signing up there and withdrawing here, in one transaction. */
function exchanges(): { readonly post: ZodOpenApiOperationObject } {
  const { post } = managed('Goes to another date or group instead; without seats there everything stays as it is', exchangeInput)
  const done = {
    description: 'The new sign-up, with a link of its own.',
    content: { 'application/json': { schema: signUpAnswer } },
  }
  const { '204': _, ...refusals } = post.responses
  return { post: { ...post, responses: { '201': done, ...refusals } } }
}

function managed(summary: string, schema: z.ZodType = z.strictObject({})): { readonly post: ZodOpenApiOperationObject } {
  return {
    post: {
      tags: ['Sign-ups'],
      summary,
      requestParams: { path: z.object({ token: z.string() }) },
      requestBody: { content: { 'application/json': { schema } } },
      responses: {
        '204': { description: 'Done.' },
        ...badRequest,
        ...notThere,
        '409': refusal('`session-started`, `session-cancelled`, `session-full`, `care-full`, `no-care` or `sign-up-changed`.'),
        '422': refusal('A name is none, or nobody comes.'),
        ...away,
      },
    },
  }
}

const paths: ZodOpenApiPathsObject = {
  [api.cities]: {
    get: {
      tags: ['Places'],
      summary: 'The cities, with what can be chosen in each',
      requestParams: { query: z.strictObject({ lang }) },
      responses: { ...json(citiesAnswer), ...badRequest, ...away },
    },
  },
  [`${api.session('')}{id}`]: {
    get: {
      ...about('Calendar', 'A session', sessionAnswer).get,
      requestParams: { path: z.object({ id: z.uuid() }), query: z.strictObject({ lang }) },
    },
  },
  [`${api.session('')}{id}/seats`]: {
    get: {
      tags: ['Sign-ups'],
      summary: 'How many seats there are, and whether one can sign up now',
      requestParams: { path: z.object({ id: z.uuid() }), query: z.strictObject({ lang }) },
      responses: { ...json(seatsView), ...badRequest, ...notThere, ...away },
    },
  },
  [`${api.session('')}{id}/sign-ups`]: {
    post: {
      tags: ['Sign-ups'],
      summary: 'Signs a party up for a session, or for the whole course that it belongs to',
      description:
        'The same `Idempotency-Key` with the same body gets the same answer for a day. A person who is on the list already gets the answer of a new sign-up, which takes no second seat.',
      requestParams: {
        path: z.object({ id: z.uuid() }),
        header: z.object({ 'Idempotency-Key': z.string().min(16).max(100).optional() }),
      },
      requestBody: { content: { 'application/json': { schema: signUpInput } } },
      responses: {
        '201': { description: 'Acknowledged after it was stored.', content: { 'application/json': { schema: signUpAnswer } } },
        ...badRequest,
        ...notThere,
        '409': refusal(
          'It changed meanwhile: `session-started`, `session-cancelled`, `session-moved`, `session-full`, `care-full`, `no-care`, `sign-up-not-open`, `sign-up-closed`, `no-web-sign-up`.',
        ),
        '422': refusal('A name or a contact is none, nobody comes, or the key came with another body.'),
        '429': refusal('Too many sign-ups from one place.'),
        ...away,
      },
    },
  },
  [api.manage('{token}')]: {
    get: {
      tags: ['Sign-ups'],
      summary: 'A sign-up, for whoever has its link',
      requestParams: { path: z.object({ token: z.string() }), query: z.strictObject({ lang }) },
      responses: { ...json(manageView), ...badRequest, ...notThere, ...away },
    },
  },
  [`${api.manage('{token}')}/withdraw`]: managed('Withdraws it; doing that again changes nothing'),
  [`${api.manage('{token}')}/accept`]: managed('Takes an offered seat; `offer-over` when it is not offered any more'),
  [`${api.manage('{token}')}/undo`]: managed(
    'Takes a withdrawal back: the seats if they are still free, else a place in the queue',
  ),
  [`${api.manage('{token}')}/links`]: managed(
    'Mails the links of all sign-ups of its mailbox to that mailbox, three times an hour at most',
    linksInputByLink,
  ),
  [`${api.manage('{token}')}/link`]: {
    post: {
      tags: ['Sign-ups'],
      summary: 'Another link; the former one opens nothing any more',
      requestParams: { path: z.object({ token: z.string() }) },
      requestBody: { content: { 'application/json': { schema: z.strictObject({}) } } },
      responses: { ...json(renewedLink), ...badRequest, ...notThere, ...away },
    },
  },
  [api.signUpLinks]: {
    post: {
      tags: ['Sign-ups'],
      summary: 'Mails the links of all sign-ups of a mailbox to it; the answer is the same where there are none',
      requestBody: { content: { 'application/json': { schema: linksInput } } },
      responses: {
        '204': { description: 'Whatever there is goes out.' },
        ...badRequest,
        '422': refusal('It is no e-mail address.'),
        ...away,
      },
    },
  },
  [`${api.manage('{token}')}/elsewhere`]: {
    get: {
      tags: ['Sign-ups'],
      summary: 'Where else they could go: other dates and groups with seats for all of them',
      requestParams: { path: z.object({ token: z.string() }), query: z.strictObject({ lang }) },
      responses: { ...json(elsewhereView), ...badRequest, ...notThere, ...away },
    },
  },
  [`${api.manage('{token}')}/exchange`]: exchanges(),
  [`${api.manage('{token}')}/absence`]: managed(
    'Says of one meeting of a course or a club that they won’t come, or that they will after all',
    absenceInput,
  ),
  [`${api.manage('{token}')}/party`]: managed(
    'Changes who comes; more people only where there are seats for all of them',
    partyInput,
  ),
  [api.series('{slug}')]: about('Calendar', 'A series: what residents know under one name', seriesView),
  [api.club('{slug}')]: about('Places', 'A club', clubView),
  [api.venue('{slug}')]: about('Places', 'A venue: getting in, opening hours, closures', venuePageView),
  [api.program('{slug}')]: about('Programs', 'A program', placeInWhole),
  [api.project('{slug}')]: about('Programs', 'A project, with its figures as published', placeInWhole),
  [api.organisation('{slug}')]: about('Programs', 'An organisation', placeInWhole),
  [api.feeds]: {
    get: { tags: ['Feeds'], summary: 'Every named calendar', responses: { ...json(feedsAnswer), ...badRequest, ...away } },
  },
  [api.savedSelections]: {
    post: {
      tags: ['Feeds'],
      summary: 'A short address for a selection whose own is too long for some calendar programs',
      requestBody: { content: { 'application/json': { schema: savedSelectionInput } } },
      responses: { ...json(savedSelectionAnswer), ...badRequest, ...notThere, ...away },
    },
  },
  '/feeds/all.ics': calendar('Everything, or a selection of it', null, feedQuery),
  '/feeds/{collection}/{slug}.ics': calendar(
    'The calendar of one thing, or a selection of it',
    z.object({ collection: z.enum(collections), slug }),
    feedQuery,
  ),
  '/feeds/sessions/{id}.ics': calendar('One session', z.object({ id: z.uuid() }), z.strictObject({ lang })),
  '/feeds/s/{hash}.ics': calendar('A saved selection', z.object({ hash: z.string() }), null),
  ...planPaths,
  ...managePaths,
  ...callPaths,
  ...planningPaths,
  ...privacyPaths,
  ...personalFeedPaths,
  ...accountPaths,
  ...auditPaths,
  ...attendancePaths,
  ...deskPaths,
  ...importPaths,
  ...shiftPaths,
  '/healthz': {
    get: { tags: ['Server'], summary: 'The process answers', responses: { '200': { description: 'It does.' } } },
  },
  '/readyz': {
    get: {
      tags: ['Server'],
      summary: 'The process reaches its database',
      responses: { '200': { description: 'It does.' }, '503': { description: "It doesn't; what is in memory is still served." } },
    },
  },
}

/** The description of every route, OpenAPI 3.1, made of the schemas that the tests hold the answers against. */
export function describeApi(publicUrl: string): object {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Podwórko',
      version: '1',
      description: "The calendar of a city's local activity programs. Public answers are about no person.",
    },
    servers: [{ url: publicUrl }],
    paths,
  })
}
