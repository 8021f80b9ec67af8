import * as z from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { hostFeedsAnswer, newHostFeed } from '#shared/contract/host-feed.ts'
import { activityKinds, languages, slugOf } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import { longestPlanDays, planAnswer, planChoices } from '#shared/contract/plan.ts'
import { searchAnswer, searchQuery } from '#shared/contract/search.ts'
import { day, slug } from '#shared/contract/text.ts'
import { toDoAnswer } from '#shared/contract/to-do.ts'

const json = (schema: z.ZodType) => ({ '200': { description: 'OK', content: { 'application/json': { schema } } } })
const unchanged = { '304': { description: 'Nothing changed since the ETag that was sent.' } }
const notSignedIn = { '401': { description: 'Nobody is signed in.' } }
const wrong = { '400': { description: 'A parameter is unknown or wrong; each issue says what would be right.' } }

const several = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).optional()

/** What organisers read of the plan. Every list holds only what is in reach of who asks. */
export const planPaths: ZodOpenApiPathsObject = {
  [api.panelPlan]: {
    get: {
      tags: ['Plan'],
      summary: 'The sessions of some days, drafts and cancelled ones included',
      requestParams: {
        query: z.strictObject({
          from: day.meta({ description: 'First local day.' }),
          to: day.meta({ description: `Last local day, at most ${longestPlanDays} days with the first.` }),
          lang: z.enum(languages).optional(),
          club: several(slug),
          program: several(slug),
          venue: several(slug),
          room: several(z.uuid()),
          host: several(z.uuid()),
          kind: several(z.enum(activityKinds.map(slugOf))),
          status: z.enum(['planned', 'cancelled']).optional(),
          draft: z.enum(['yes', 'no']).optional(),
        }),
      },
      responses: { ...json(planAnswer), ...unchanged, ...wrong, ...notSignedIn },
    },
  },
  [api.panelPlanChoices]: {
    get: {
      tags: ['Plan'],
      summary: 'What the plan can be filtered by',
      responses: { ...json(planChoices), ...unchanged, ...wrong, ...notSignedIn },
    },
  },
  [api.panelToDo]: {
    get: {
      tags: ['Plan'],
      summary: 'What needs the hand of whoever asks',
      requestParams: { query: z.strictObject({ lang: z.enum(languages).optional() }) },
      responses: { ...json(toDoAnswer), ...unchanged, ...wrong, ...notSignedIn },
    },
  },
  [api.panelSearch]: {
    get: {
      tags: ['Plan'],
      summary:
        'Series, sessions of a day, clubs, programs, venues, and for administrators accounts, by the beginnings of their words',
      requestParams: { query: searchQuery },
      responses: { ...json(searchAnswer), ...unchanged, ...wrong, ...notSignedIn },
    },
  },
  [api.hostFeeds]: {
    get: { tags: ['Plan'], summary: "One's own private calendars", responses: { ...json(hostFeedsAnswer), ...notSignedIn } },
    post: {
      tags: ['Plan'],
      summary: 'Another private calendar of what one leads; its address is told this once',
      requestBody: { content: { 'application/json': { schema: z.strictObject({}) } } },
      responses: {
        '201': { description: 'Made', content: { 'application/json': { schema: newHostFeed } } },
        '409': { description: 'There are as many as there may be.' },
        ...notSignedIn,
      },
    },
  },
  [api.rotateHostFeed('{id}')]: {
    post: {
      tags: ['Plan'],
      summary: 'Another address for a private calendar; the one it had answers nobody any more',
      requestParams: { path: z.object({ id: z.uuid() }) },
      requestBody: { content: { 'application/json': { schema: z.strictObject({}) } } },
      responses: { ...json(newHostFeed), '404': { description: 'There is none of yours.' }, ...notSignedIn },
    },
  },
  [api.hostFeed('{id}')]: {
    delete: {
      tags: ['Plan'],
      summary: 'Takes a private calendar away',
      requestParams: { path: z.object({ id: z.uuid() }) },
      responses: {
        '204': { description: 'It answers nobody any more.' },
        '404': { description: 'There is none of yours.' },
        ...notSignedIn,
      },
    },
  },
}
