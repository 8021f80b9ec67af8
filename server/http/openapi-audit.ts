import * as z from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { auditAnswer, auditExportQuery, auditQuery } from '#shared/contract/audit.ts'
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
  [api.auditExport]: {
    get: {
      tags: ['Log'],
      summary: 'The same as a spreadsheet, a line for each row that was changed',
      requestParams: { query: auditExportQuery },
      responses: {
        '200': { description: 'CSV, UTF-8 with its mark, semicolons', content: { 'text/csv': { schema: z.string() } } },
        ...refusals,
      },
    },
  },
}
