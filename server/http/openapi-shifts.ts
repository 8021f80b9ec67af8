import * as z from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { languages } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import { openShifts, shiftSignUpAnswer, shiftSignUpInput, standInInput } from '#shared/contract/shift.ts'

const json = (schema: z.ZodType) => ({ 'application/json': { schema } })
const tags = ['Volunteers']
const refusals = {
  '400': { description: 'Something that was sent is unknown or has the wrong shape.' },
  '404': { description: 'There is nothing at this address.' },
}

/** What volunteers ask, without an account. */
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
  [api.standIn('{token}')]: {
    post: {
      tags,
      summary: 'Looks for somebody who takes one’s shift, or no longer',
      requestParams: { path: z.object({ token: z.string() }) },
      requestBody: { content: json(standInInput) },
      responses: { '204': { description: 'Done.' }, ...refusals, '409': { description: '`sign-up-changed`.' } },
    },
  },
}
