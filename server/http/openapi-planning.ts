import * as z from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import { batchDone, batchUndone, done } from '#shared/contract/impact.ts'
import { planningApi } from '#shared/contract/paths.ts'
import {
  batchView,
  editList,
  hostList,
  plannedSeries,
  schedulePreview,
  seriesListing,
  sessionForPanel,
  templateList,
  templateView,
} from '#shared/contract/planned.ts'
import {
  cancelInput,
  copySeasonInput,
  copySeriesInput,
  detailsInput,
  extraSessionInput,
  newActivityInput,
  newSeriesInput,
  previewInput,
  publishInput,
  rehearsable,
  restoreInput,
  scheduleInput,
  seriesInput,
  sessionInput,
  shiftInput,
  templateInput,
  undoInput,
  versionInput,
} from '#shared/contract/planning.ts'

const json = (schema: z.ZodType, status = '200') => ({
  [status]: { description: 'OK', content: { 'application/json': { schema } } },
})
const refusals = {
  '400': { description: 'The request has the wrong shape; each issue names its field.' },
  '401': { description: 'Nobody is signed in.' },
  '403': { description: 'You see it, and may not change it.' },
  '404': { description: 'There is nothing at this address, or it is not yours.' },
}
const clashes = {
  ...refusals,
  '409': {
    description:
      '`edited-meanwhile` with both versions, `room-taken` and `soft-conflicts` with what stands against it, `session-over`, `undo-conflict`, `too-late`, `part-of-batch`.',
  },
  '422': { description: '`impossible-value`, `impossible-schedule`, `in-the-past`: each issue names its field; `key-reused`.' },
}

const path = z.object({ id: z.uuid() })
const header = z.object({
  'Idempotency-Key': z
    .string()
    .optional()
    .meta({ description: 'A name for this save: sent again, it is done once and answered the same.' }),
})

const reads = (summary: string, schema: z.ZodType, hasId = true): ZodOpenApiOperationObject => ({
  tags: ['Planning'],
  summary,
  ...(hasId && { requestParams: { path } }),
  responses: { ...json(schema), '304': { description: 'Nothing changed since the ETag that was sent.' }, ...refusals },
})

/** What changes something, or says with `?rehearse=yes` what would change. */
const changes = (
  summary: string,
  input: z.ZodType,
  { answers = done as z.ZodType, makes = false, hasId = true } = {},
): ZodOpenApiOperationObject => ({
  tags: ['Planning'],
  summary,
  requestParams: { ...(hasId && { path }), query: rehearsable, header },
  requestBody: { content: { 'application/json': { schema: input } } },
  responses: { ...json(answers), ...(makes && json(answers, '201')), ...clashes },
})

/** Planning, for staff. */
export const planningPaths: ZodOpenApiPathsObject = {
  [planningApi.allSeries]: {
    get: reads('Series in reach', seriesListing, false),
    post: changes('A new series with its first activity', newSeriesInput, { makes: true, hasId: false }),
  },
  [planningApi.series('{id}')]: {
    get: reads('A series for editing', plannedSeries),
    put: changes('Its name and address; the former address goes on answering', seriesInput, { answers: versionInput }),
    delete: changes('Deletes a draft that nobody ever saw', versionInput, { answers: versionInput }),
  },
  [planningApi.archiveSeries('{id}')]: { post: changes('Out of the lists', versionInput, { answers: versionInput }) },
  [planningApi.unarchiveSeries('{id}')]: { post: changes('In the lists again', versionInput, { answers: versionInput }) },
  [planningApi.copySeries('{id}')]: {
    post: changes('The same series at new dates, as a draft', copySeriesInput, { makes: true }),
  },
  [planningApi.copySeason]: {
    post: changes('Many series at new dates, as drafts and as one act', copySeasonInput, {
      answers: batchDone,
      makes: true,
      hasId: false,
    }),
  },
  [planningApi.edits('{id}')]: { get: reads('Who changed what of a series, and when', editList) },
  [planningApi.activities('{id}')]: { post: changes('Another activity of a series', newActivityInput, { makes: true }) },
  [planningApi.activity('{id}')]: {
    patch: changes('What an activity says of itself, for all or from one session on', detailsInput),
  },
  [planningApi.publishActivity('{id}')]: { post: changes('Shows an activity in public', publishInput) },
  [planningApi.schedule('{id}')]: { put: changes('Another schedule, for all or from one session on', scheduleInput) },
  [planningApi.shiftActivity('{id}')]: { post: changes('Everything to come by some days', shiftInput) },
  [planningApi.extraSession('{id}')]: { post: changes('One more date beside the schedule', extraSessionInput, { makes: true }) },
  [planningApi.session('{id}')]: {
    get: reads('A session, with what it stands in', sessionForPanel),
    patch: changes('One session alone', sessionInput),
  },
  [planningApi.cancelSession('{id}')]: { post: changes('Cancels a session in view of everybody', cancelInput) },
  [planningApi.restoreSession('{id}')]: { post: changes('A cancelled session takes place after all', restoreInput) },
  [planningApi.undoEdit('{id}')]: { post: changes('Takes an edit back', undoInput) },
  [planningApi.batch('{id}')]: { get: reads('What an import or a copied season did', batchView) },
  [planningApi.undoBatch('{id}')]: {
    post: changes('Takes an import or a copied season back as one', undoInput, { answers: batchUndone }),
  },
  [planningApi.templates]: {
    get: reads('Activities to begin others with', templateList, false),
    post: changes('Keeps an activity to begin others with', templateInput, { answers: templateView, makes: true, hasId: false }),
  },
  [planningApi.template('{id}')]: {
    delete: {
      tags: ['Planning'],
      summary: 'Takes a template away',
      requestParams: { path, header },
      responses: { ...json(z.strictObject({ id: z.uuid() })), ...refusals },
    },
  },
  [planningApi.hosts]: { get: reads('Who can be named as a host', hostList, false) },
  [planningApi.schedulePreview]: {
    post: {
      tags: ['Planning'],
      summary: 'The dates of a schedule that nobody saved, and what stands against them',
      requestBody: { content: { 'application/json': { schema: previewInput } } },
      responses: { ...json(schedulePreview), ...clashes },
    },
  },
}
