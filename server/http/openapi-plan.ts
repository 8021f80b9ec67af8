import * as z from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
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
}
