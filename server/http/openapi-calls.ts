import * as z from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { toldDone, callDone, callInput, callList, newsForSignUp, reachView, textsQuery } from '#shared/contract/call.ts'
import { languages } from '#shared/contract/kinds.ts'
import { callApi, mailboxApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import { returnedInput, returnedMail, signUpMails } from '#shared/contract/sign-up-mail.ts'

const json = (schema: z.ZodType, status = '200') => ({
  [status]: { description: 'OK', content: { 'application/json': { schema } } },
})
const refusals = {
  '400': { description: 'The request has the wrong shape; each issue names its field.' },
  '401': { description: 'Nobody is signed in.' },
  '403': { description: 'You see it, and don’t tell people about it.' },
  '404': { description: 'There is nothing at this address, or it is not yours.' },
}
const path = z.object({ id: z.uuid() })
const lang = z.object({ lang: z.enum(languages).optional() })
const nothing = { required: false, content: { 'application/json': { schema: z.strictObject({}) } } }
const tags = ['Telling people']

/** Who knows of a change, and who has to be phoned. */
export const callPaths: ZodOpenApiPathsObject = {
  [mailboxApi.mails]: {
    get: { tags, summary: 'Mails to people who signed up, the latest first', responses: { ...json(signUpMails), ...refusals } },
  },
  [mailboxApi.returned]: {
    post: {
      tags,
      summary: 'A message that says that a mail couldn’t be delivered: who was to read it is on the list of calls then',
      requestBody: { content: { 'application/json': { schema: returnedInput } } },
      responses: {
        ...json(returnedMail),
        ...refusals,
        '422': { description: '`not-returned`, `only-delayed`, or `mail-unknown`: not a mail of yours.' },
      },
    },
  },
  [mailboxApi.page('{id}')]: {
    get: {
      tags,
      summary: 'A kept mail as a page',
      requestParams: { path },
      responses: { '200': { description: 'OK', content: { 'text/html': {} } }, ...refusals },
    },
  },
  [callApi.calls]: {
    get: {
      tags,
      summary: 'Whom to phone, the most urgent first',
      requestParams: { query: lang },
      responses: { ...json(callList), ...refusals },
    },
    post: {
      tags,
      summary: 'How a call ended',
      requestBody: { content: { 'application/json': { schema: callInput } } },
      responses: {
        ...json(callDone, '201'),
        ...refusals,
        '422': { description: '`impossible-value`: a notice that isn’t yours, a moment too far.' },
      },
    },
  },
  [callApi.texts]: {
    get: {
      tags,
      summary: 'Text messages for people who don’t know yet, for the office’s gateway: CSV, UTF-8 with its mark, semicolons',
      requestParams: { query: textsQuery },
      responses: { '200': { description: 'OK', content: { 'text/csv': { schema: z.string() } } }, ...refusals },
    },
  },
  [callApi.undoCall('{id}')]: {
    post: {
      tags,
      summary: 'Take back one’s own call',
      requestParams: { path },
      requestBody: nothing,
      responses: { '204': { description: 'Done' }, ...refusals },
    },
  },
  [callApi.told('{id}')]: {
    post: {
      tags,
      summary: 'Whoever signed up was told all that there is',
      requestParams: { path },
      requestBody: nothing,
      responses: { ...json(toldDone, '201'), ...refusals },
    },
  },
  [callApi.reach('{id}')]: {
    get: {
      tags,
      summary: 'How many know of the last change',
      requestParams: { path },
      responses: { ...json(reachView), ...refusals },
    },
  },
  [callApi.sessionCalls('{id}')]: {
    get: {
      tags,
      summary: 'Whom to phone about one session',
      requestParams: { path, query: lang },
      responses: { ...json(callList), ...refusals },
    },
  },
  [callApi.closeCalls('{id}')]: {
    post: {
      tags,
      summary: 'End the calls, although some don’t know',
      requestParams: { path },
      requestBody: nothing,
      responses: { ...json(reachView), ...refusals },
    },
  },
  [callApi.reopenCalls('{id}')]: {
    post: {
      tags,
      summary: 'Begin the calls again',
      requestParams: { path },
      requestBody: nothing,
      responses: { ...json(reachView), ...refusals },
    },
  },
  [`${api.manage('{token}')}/news`]: {
    get: {
      tags: ['Sign-ups'],
      summary: 'What has changed, as far as nobody said to know it',
      requestParams: { path: z.object({ token: z.string() }), query: lang },
      responses: { ...json(newsForSignUp), '404': refusals['404'] },
    },
  },
  [`${api.manage('{token}')}/known`]: {
    post: {
      tags: ['Sign-ups'],
      summary: 'Says that one knows it',
      requestParams: { path: z.object({ token: z.string() }) },
      requestBody: nothing,
      responses: { '204': { description: 'Done' }, '404': refusals['404'] },
    },
  },
}
