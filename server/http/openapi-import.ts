import * as z from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import {
  fetchInput,
  importApply,
  importChoices,
  importDone,
  importPlan,
  importReading,
  importSources,
  importTargets,
} from '#shared/contract/import.ts'
import { api, exportApi, importApi } from '#shared/contract/paths.ts'
import { planPaths } from './openapi-plan.ts'

const json = (schema: z.ZodType, status = '200') => ({
  [status]: { description: 'OK', content: { 'application/json': { schema } } },
})
const says = (description: string) => ({ description })
const refusals = {
  '400': says('A parameter or a member of the body is unknown or wrong.'),
  '401': says('Nobody is signed in.'),
  '403': says('The role may not plan anything as a whole.'),
}
const notThere = { '404': says('There is nothing at this address, or it is not yours.') }
const unreadable = {
  '413': says('It is too large: at most 5 MB, of an address 2 MB.'),
  '415': says('It is neither a table (CSV, TSV, XLSX) nor a calendar (ICS).'),
  '422': says('It can not be imported, or its address is not asked or gave nothing; `fault` says which.'),
}
const path = z.object({ id: z.uuid() })
const body = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })

/** Plans from elsewhere, and files of our own. */
export const importPaths: ZodOpenApiPathsObject = {
  [importApi.readings]: {
    post: {
      tags: ['Import'],
      summary: 'A file, or what was pasted, to be imported: read and kept for a day',
      requestParams: { query: z.strictObject({ name: z.string().optional() }) },
      requestBody: { content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } } },
      responses: { ...json(importReading, '201'), ...refusals, ...unreadable },
    },
  },
  [importApi.fetched]: {
    post: {
      tags: ['Import'],
      summary: 'A calendar or a table at a public address, to be imported',
      requestBody: body(fetchInput),
      responses: { ...json(importReading, '201'), ...refusals, ...unreadable },
    },
  },
  [importApi.plan('{id}')]: {
    post: {
      tags: ['Import'],
      summary: 'What applying would do, row by row; nothing is written',
      requestParams: { path },
      requestBody: body(importChoices),
      responses: { ...json(importPlan), ...refusals, ...notThere },
    },
  },
  [importApi.apply('{id}')]: {
    post: {
      tags: ['Import'],
      summary: 'Does what was looked at, all of it or nothing',
      requestParams: { path },
      requestBody: body(importApply),
      responses: { ...json(importDone), ...refusals, ...notThere, '409': says('It would be something else by now: look again.') },
    },
  },
  [importApi.sources]: {
    get: { tags: ['Import'], summary: 'What was imported before', responses: { ...json(importSources), ...refusals } },
  },
  [importApi.checkSource('{id}')]: {
    post: {
      tags: ['Import'],
      summary: 'Fetches the address of a source again',
      requestParams: { path },
      responses: { ...json(importReading, '201'), ...refusals, ...notThere, ...unreadable },
    },
  },
  [importApi.targets]: {
    get: {
      tags: ['Import'],
      summary: 'Programs and clubs that one may plan for',
      responses: { ...json(importTargets), ...refusals },
    },
  },
  [exportApi.csv]: fileOf('The plan of some days as CSV', 'text/csv'),
  [exportApi.xlsx]: fileOf(
    'The plan of some days as a spreadsheet',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ),
  [exportApi.attendanceCsv]: fileOf('Who was at the sessions of some days, as CSV, for whoever plans them', 'text/csv'),
  [exportApi.attendanceXlsx]: fileOf(
    'Who was at the sessions of some days, as a spreadsheet, for whoever plans them',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ),
}

/** Takes what the plan is filtered by. */
function fileOf(summary: string, type: string) {
  const requestParams = planPaths[api.panelPlan]?.get?.requestParams
  return {
    get: {
      tags: ['Plan'],
      summary,
      ...(requestParams ? { requestParams } : {}),
      responses: {
        '200': { description: 'OK', content: { [type]: { schema: z.string() } } },
        '400': says('A parameter is unknown or wrong; each issue says what would be right.'),
        '401': says('Nobody is signed in.'),
      },
    },
  }
}
