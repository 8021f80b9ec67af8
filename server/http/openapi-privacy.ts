import * as z from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { privacyApi } from '#shared/contract/paths.ts'
import { copyInput, erasureInput, erasureView } from '#shared/contract/privacy.ts'

const requestParams = { path: z.object({ id: z.uuid() }) }
const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })
const refusals = {
  '400': { description: 'The request has the wrong shape; each issue names its field.' },
  '401': { description: 'Nobody is signed in.' },
  '403': { description: 'You do not answer for all that this person is signed up to.' },
  '404': { description: 'There is nobody at this address, or they are not yours.' },
}
const unsure = { '422': { description: 'Who asks is not sure yet: a wrong code, or children without a document.' } }

/** What people may ask of whoever keeps data about them, for staff. */
export const privacyPaths: ZodOpenApiPathsObject = {
  [privacyApi.copy('{id}')]: {
    post: {
      tags: ['People'],
      summary: 'A copy of all that is kept about somebody',
      requestParams,
      requestBody: json(copyInput),
      responses: { '200': { description: 'Rows by table.', ...json(z.record(z.string(), z.unknown())) }, ...refusals, ...unsure },
    },
  },
  [privacyApi.erasure('{id}')]: {
    get: {
      tags: ['People'],
      summary: 'What erasing somebody would do',
      requestParams,
      responses: { '200': { description: 'OK', ...json(erasureView) }, ...refusals },
    },
    post: {
      tags: ['People'],
      summary: 'Erases somebody',
      requestParams,
      requestBody: json(erasureInput),
      responses: { '200': { description: 'Done.', ...json(erasureView) }, ...refusals, ...unsure },
    },
  },
}
