import * as z from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { languages } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import { volunteerApi } from '#shared/contract/panel-paths.ts'
import { neededShifts, openShifts, shiftSignUpAnswer, shiftSignUpInput, standInInput } from '#shared/contract/shift.ts'
import {
  factInput,
  sessionShifts,
  seriesShifts,
  shiftChange,
  shiftInput,
  shiftRemoval,
  shiftSkip,
  volunteerList,
  volunteerView,
} from '#shared/contract/volunteer.ts'

const json = (schema: z.ZodType) => ({ 'application/json': { schema } })
const tags = ['Volunteers']
const refusals = {
  '400': { description: 'Something that was sent is unknown or has the wrong shape.' },
  '404': { description: 'There is nothing at this address.' },
}

const byId = z.object({ id: z.uuid() })
const inLanguage = z.strictObject({ lang: z.enum(languages).optional() })
const panelRefusals = {
  ...refusals,
  '401': { description: 'Nobody is signed in.' },
  '403': { description: 'The role may not do this.' },
}
const changing = {
  ...panelRefusals,
  '409': { description: '`edited-meanwhile`, `people-there`, `requirements-missing`, `sign-up-changed`.' },
  '422': { description: 'Impossible; each issue says what would be right.' },
}
const reads = (summary: string, schema: z.ZodType, path = byId) => ({
  tags,
  summary,
  requestParams: { path },
  responses: { '200': { description: 'OK', content: json(schema) }, ...panelRefusals },
})
const adds = (summary: string, schema: z.ZodType) => ({
  tags,
  summary,
  requestParams: { path: byId },
  requestBody: { content: json(schema) },
  responses: { '201': { description: 'Added.', content: json(z.strictObject({ id: z.uuid() })) }, ...changing },
})
const acts = (summary: string, schema: z.ZodType = z.strictObject({}), path: z.ZodObject = byId) => ({
  tags,
  summary,
  requestParams: { path },
  requestBody: { content: json(schema) },
  responses: { '204': { description: 'Done.' }, ...changing },
})

/** What volunteers ask, without an account; and what staff plan and note. */
export const shiftPaths: ZodOpenApiPathsObject = {
  [`${api.session('')}{id}/shifts`]: {
    get: {
      tags,
      summary: 'The shifts of a session that volunteers can take, with how many are missing',
      requestParams: { path: z.object({ id: z.uuid() }), query: z.strictObject({ lang: z.enum(languages).optional() }) },
      responses: { '200': { description: 'OK', content: json(openShifts) }, ...refusals },
    },
  },
  [`${api.session('')}{id}/shifts/{shiftId}/sign-ups`]: {
    post: {
      tags,
      summary: 'Takes a shift, or stands in for somebody who looks for that',
      description: 'What the shift asks for is looked at anew in the transaction that gives the place.',
      requestParams: {
        path: z.object({ id: z.uuid(), shiftId: z.uuid() }),
        header: z.object({ 'Idempotency-Key': z.string().min(16).max(100).optional() }),
      },
      requestBody: { content: json(shiftSignUpInput) },
      responses: {
        '201': { description: 'Acknowledged after it was stored.', content: json(shiftSignUpAnswer) },
        ...refusals,
        '409': {
          description:
            '`requirements-missing`, `too-young`, `overlapping`, `already-signed-up`, `session-full`, `session-moved`, `session-cancelled`, `session-started`.',
        },
        '422': { description: 'A name or a contact is none, or the key came with another body.' },
        '429': { description: 'Too many from one place.' },
      },
    },
  },
  [api.volunteering]: {
    get: {
      tags,
      summary: 'Where hands are missing in the coming weeks',
      requestParams: { query: inLanguage },
      responses: { '200': { description: 'OK', content: json(neededShifts) }, ...refusals },
    },
  },
  [api.volunteeringOf('{token}')]: {
    get: {
      tags,
      summary: 'The same for whoever has the link of a sign-up: where they may help and don’t yet',
      requestParams: { path: z.object({ token: z.string() }), query: inLanguage },
      responses: { '200': { description: 'OK', content: json(neededShifts) }, ...refusals },
    },
  },
  [api.standIn('{token}')]: {
    post: {
      tags,
      summary: 'Looks for somebody who takes one’s shift, or no longer',
      requestParams: { path: z.object({ token: z.string() }) },
      requestBody: { content: json(standInInput) },
      responses: { '204': { description: 'Done.' }, ...refusals, '409': { description: '`sign-up-changed`.' } },
    },
  },
  [volunteerApi.sessionShifts('{id}')]: {
    get: reads('The shifts at a session, with who has them', sessionShifts),
    post: adds('A shift at one session', shiftInput),
  },
  [volunteerApi.seriesShifts('{id}')]: {
    get: reads('The shifts that every session of a series has', seriesShifts),
    post: adds('A shift at every session of a series, later ones too', shiftInput),
  },
  [volunteerApi.shift('{id}')]: { put: acts('Changes a shift; who has it is told of new hours', shiftChange) },
  [volunteerApi.removeShift('{id}')]: { post: acts('Takes away a shift that nobody has', shiftRemoval) },
  [volunteerApi.skipShift('{id}', '{shiftId}')]: {
    post: acts('One session does without a shift of its series, or has it again', shiftSkip, byId.extend({ shiftId: z.uuid() })),
  },
  [volunteerApi.approve('{id}')]: { post: acts('Lets a stand-in take over, both in one step') },
  [volunteerApi.volunteers]: {
    get: {
      tags,
      summary: 'The volunteers in reach, with what is not in order',
      requestParams: { query: inLanguage },
      responses: { '200': { description: 'OK', content: json(volunteerList) }, ...panelRefusals },
    },
  },
  [volunteerApi.volunteer('{id}')]: {
    get: { ...reads('A volunteer: papers seen, shifts, hours', volunteerView), requestParams: { path: byId, query: inLanguage } },
  },
  [volunteerApi.facts('{id}')]: { post: adds('Notes that a paper was seen, and for which days', factInput) },
  [volunteerApi.fact('{id}')]: {
    delete: {
      tags,
      summary: 'Takes such a note back',
      requestParams: { path: byId },
      responses: { '204': { description: 'Done.' }, ...panelRefusals },
    },
  },
}
