import * as z from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import {
  callbackInput,
  callbacksView,
  checkInput,
  fitsInput,
  foundPeople,
  offersView,
  peopleView,
  personQuery,
  personView,
  rushInput,
  rushUndoInput,
  rushView,
  staffSignUpAnswer,
  staffSignUpInput,
} from '#shared/contract/desk.ts'
import { languages } from '#shared/contract/kinds.ts'
import { absenceInput, linksInputByLink, slotInput } from '#shared/contract/sign-up.ts'
import { neededShifts, staffShiftAnswer, staffShiftInput } from '#shared/contract/shift.ts'
import { safeContactInput } from '#shared/contract/safe-contact.ts'
import { doublesView, mergeAnswer, mergeInput, mergeLook } from '#shared/contract/merge.ts'
import { deskApi } from '#shared/contract/panel-paths.ts'

const byId = z.object({ id: z.uuid() })
const ofTwo = z.object({ id: z.uuid(), otherId: z.uuid() })
const ofShift = z.object({ id: z.uuid(), shiftId: z.uuid() })
const ofMerge = z.object({ id: z.uuid(), mergeId: z.uuid() })
const inLanguage = z.strictObject({ lang: z.enum(languages).optional() })
const refusals = {
  '400': { description: 'Something that was sent is unknown or has the wrong shape.' },
  '401': { description: 'Nobody is signed in.' },
  '403': { description: 'The role may not do this, or it is not sure yet who is on the line (`caller-not-checked`).' },
}
const about = { ...refusals, '404': { description: 'It is not there, or not yours.' } }
const changing = { ...about, '409': { description: 'It is not as it was: the code says what changed.' } }
const json = (schema: z.ZodType) => ({ 'application/json': { schema } })
const tags = ['Desk']

const reads = (summary: string, schema: z.ZodType, query?: z.ZodObject): ZodOpenApiOperationObject => ({
  tags,
  summary,
  requestParams: { path: byId, ...(query && { query }) },
  responses: { '200': { description: 'OK', content: json(schema) }, ...about },
})
const acts = (summary: string, schema: z.ZodType = z.strictObject({})): ZodOpenApiOperationObject => ({
  tags,
  summary,
  requestParams: { path: byId },
  requestBody: { content: json(schema) },
  responses: {
    '204': { description: 'Done' },
    ...changing,
    '422': { description: 'Impossible; each issue says what would be right.' },
  },
})
const file = (summary: string, type: string): ZodOpenApiOperationObject => ({
  tags,
  summary,
  requestParams: { path: byId, query: inLanguage },
  responses: { '200': { description: 'OK', content: { [type]: { schema: z.string() } } }, ...about },
})
const lists = (summary: string, schema: z.ZodType, query?: z.ZodObject): ZodOpenApiOperationObject => ({
  tags,
  summary,
  ...(query && { requestParams: { query } }),
  responses: { '200': { description: 'OK', content: json(schema) }, ...refusals },
})

/** The people of sessions, for staff within reach, and the phone desk. */
export const deskPaths: ZodOpenApiPathsObject = {
  [deskApi.people('{id}')]: {
    get: reads('Who comes to a session or its course, and who waits', peopleView, inLanguage),
    post: {
      tags,
      summary: 'Signs somebody up, by the rules of the public form',
      requestParams: { path: byId },
      requestBody: { content: json(staffSignUpInput) },
      responses: { '201': { description: 'Signed up', content: json(staffSignUpAnswer) }, ...changing },
    },
  },
  [deskApi.peopleCsv('{id}')]: { get: file('The list as a table: CSV, UTF-8 with its mark, semicolons', 'text/csv') },
  [deskApi.peopleXlsx('{id}')]: {
    get: file('The list as a spreadsheet', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  },
  [deskApi.rush('{id}')]: {
    get: reads('A flood of web sign-ups within an hour, if there was one', rushView),
    post: {
      ...acts('Takes out those of a flood whom nobody knows from before', rushInput),
      responses: {
        '200': { description: 'Done', content: json(z.strictObject({ wave: z.uuid(), count: z.int() })) },
        ...changing,
      },
    },
  },
  [deskApi.rushUndo('{id}')]: {
    post: {
      ...acts('Puts them back where they stood', rushUndoInput),
      responses: { '200': { description: 'Done', content: json(z.strictObject({ count: z.int() })) }, ...changing },
    },
  },
  [deskApi.withdraw('{id}')]: { post: acts('Withdraws a sign-up; for a day that can be taken back') },
  [deskApi.undo('{id}')]: { post: acts('Takes a withdrawal back') },
  [deskApi.accept('{id}')]: { post: acts('Takes an offered seat; `offer-over` when it is not offered any more') },
  [deskApi.slot('{id}')]: {
    post: acts('Goes to another free time of the same session; `slot-taken` with those that are free', slotInput),
  },
  [deskApi.absence('{id}')]: {
    post: acts('Notes that somebody won’t come to one meeting of a course or a club, or will', absenceInput),
  },
  [deskApi.fits('{id}')]: { post: acts('Notes whether staff found that somebody may come; never why', fitsInput) },
  [deskApi.renewLink('{id}')]: { post: acts('Another link for a sign-up; the former one opens nothing any more') },
  [deskApi.links('{id}')]: { post: acts('Mails somebody the links of their sign-ups', linksInputByLink) },
  [deskApi.persons]: {
    get: lists('Finds people in reach by name, number or paper code; noted in the log', foundPeople, personQuery),
  },
  [deskApi.person('{id}')]: { get: reads('Somebody who calls, and what may be read out to them', personView, inLanguage) },
  [deskApi.check('{id}')]: { post: acts('Notes how one made sure who is on the line; good for half an hour', checkInput) },
  [deskApi.safeContact('{id}')]: {
    put: acts('Notes how somebody may be reached without harm', safeContactInput),
    delete: acts('Forgets that'),
  },
  [deskApi.doubles('{id}')]: {
    get: reads('Who else may be this person, and who was found to be', doublesView, inLanguage),
  },
  [deskApi.double('{id}', '{otherId}')]: {
    get: { ...reads('Two people side by side', mergeLook), requestParams: { path: ofTwo, query: inLanguage } },
    post: {
      ...acts('They are one: all that is of the other becomes of the first; `cannot-merge` says why not', mergeInput),
      requestParams: { path: ofTwo },
      responses: { '201': { description: 'Merged', content: json(mergeAnswer) }, ...changing },
    },
  },
  [deskApi.undoMerge('{id}', '{mergeId}')]: {
    post: { ...acts('They are two again; `merge-stays` says why not'), requestParams: { path: ofMerge } },
  },
  [deskApi.shiftsFor('{id}')]: {
    get: reads('Shifts that lack hands and that somebody may take; after a caller check', neededShifts, inLanguage),
  },
  [deskApi.giveShift('{id}', '{shiftId}')]: {
    post: {
      ...acts('Gives a shift to somebody known, by the rules of the public form', staffShiftInput),
      requestParams: { path: ofShift },
      responses: { '201': { description: 'Theirs, or it waits', content: json(staffShiftAnswer) }, ...changing },
    },
  },
  [deskApi.offers]: { get: lists('Where one can sign up now', offersView, inLanguage) },
  [deskApi.callbacks]: {
    get: lists('Who is to be called back, and who was within a day', callbacksView),
    post: {
      tags,
      summary: 'Puts down somebody who is to be called back',
      requestBody: { content: json(callbackInput) },
      responses: { '201': { description: 'Put down', content: json(z.strictObject({ id: z.uuid() })) }, ...changing },
    },
  },
  [deskApi.callbackDone('{id}')]: { post: acts('Called back') },
  [deskApi.callbackOpen('{id}')]: { post: acts('Not called back after all') },
}
