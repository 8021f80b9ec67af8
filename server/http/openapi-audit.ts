import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { auditAnswer, auditQuery } from '#shared/contract/audit.ts'
import { api } from '#shared/contract/paths.ts'

const refusals = {
  '400': { description: 'A parameter is unknown or wrong; each issue says what would be right.' },
  '401': { description: 'Nobody is signed in.' },
  '403': { description: 'The role may read no log.' },
}

/** Who changed what, for those who may read it. */
export const auditPaths: ZodOpenApiPathsObject = {
  [api.audit]: {
    get: {
      tags: ['Log'],
      summary: 'What was changed, by whom and when, in sentences, newest first; only what is in reach',
      requestParams: { query: auditQuery },
      responses: { '200': { description: 'OK', content: { 'application/json': { schema: auditAnswer } } }, ...refusals },
    },
  },
}
