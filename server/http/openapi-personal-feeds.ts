import * as z from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import { deskApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import { mailboxProofHeader, newPersonalFeed, personalFeedInput, personalFeedsAnswer } from '#shared/contract/personal-feed.ts'

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })
const byLink = {
  header: z.object({
    [mailboxProofHeader]: z.string().optional().meta({ description: 'From a mailed link: shows who reads the mailbox.' }),
  }),
  path: z.object({ token: z.string() }),
}
const oneByLink = { ...byLink, path: z.object({ token: z.string(), id: z.uuid() }) }
const atDesk = { path: z.object({ id: z.uuid() }) }
const oneAtDesk = { path: z.object({ id: z.uuid(), feedId: z.uuid() }) }
const refusals = {
  '403': { description: '`mailbox-not-shown`, or at the desk `caller-not-checked`: it is not sure yet who asks.' },
  '404': { description: 'There is nothing at this address, or it is not yours.' },
}

type Parameters = NonNullable<ZodOpenApiOperationObject['requestParams']>

const lists = (requestParams: Parameters): ZodOpenApiOperationObject => ({
  tags: ['Personal calendars'],
  summary: 'The calendars of somebody, without their addresses',
  requestParams,
  responses: { '200': { description: 'OK', ...json(personalFeedsAnswer) }, ...refusals },
})
const makes = (requestParams: Parameters): ZodOpenApiOperationObject => ({
  tags: ['Personal calendars'],
  summary: 'Makes a calendar; its address is told this once',
  requestParams,
  requestBody: json(personalFeedInput),
  responses: {
    '201': { description: 'Made', ...json(newPersonalFeed) },
    '400': { description: 'The request has the wrong shape.' },
    ...refusals,
    '409': { description: '`too-many-feeds`' },
  },
})
const rotates = (requestParams: Parameters): ZodOpenApiOperationObject => ({
  tags: ['Personal calendars'],
  summary: 'Another address for the same calendar; the former one answers nobody',
  requestParams,
  requestBody: json(z.strictObject({})),
  responses: { '200': { description: 'OK', ...json(newPersonalFeed) }, ...refusals },
})
const revokes = (requestParams: Parameters): ZodOpenApiOperationObject => ({
  tags: ['Personal calendars'],
  summary: 'Takes a calendar away',
  requestParams,
  responses: { '204': { description: 'Done' }, ...refusals },
})

/** Calendars of what somebody signed up to. The calendars themselves are at `/feeds/personal/{token}.ics`. */
export const personalFeedPaths: ZodOpenApiPathsObject = {
  [`${api.manage('{token}')}/feeds`]: { get: lists(byLink), post: makes(byLink) },
  [`${api.manage('{token}')}/feeds/{id}/rotate`]: { post: rotates(oneByLink) },
  [`${api.manage('{token}')}/feeds/{id}/revoke`]: { post: revokes(oneByLink) },
  [deskApi.feeds('{id}')]: { get: lists(atDesk), post: makes(atDesk) },
  [deskApi.rotateFeed('{id}', '{feedId}')]: { post: rotates(oneAtDesk) },
  [deskApi.feed('{id}', '{feedId}')]: { delete: revokes(oneAtDesk) },
}
