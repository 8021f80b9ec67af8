import * as z from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import { deviceHeader } from '#shared/contract/attendance-merge.ts'
import {
  attendanceHistory,
  attendanceInput,
  attendanceSums,
  attendanceView,
  doorLinksAnswer,
  doorView,
  lateAnswer,
  newDoorLink,
} from '#shared/contract/attendance.ts'
import { languages } from '#shared/contract/kinds.ts'
import { attendanceApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'

const tags = ['Attendance']
const json = (schema: z.ZodType) => ({ 'application/json': { schema } })
const query = z.strictObject({ lang: z.enum(languages).optional() })
const header = z.object({ [deviceHeader]: z.string().meta({ description: 'What the device calls itself, by chance.' }) })
const badShape = { '400': { description: 'Something that was sent is unknown or has the wrong shape.' } }
const closed = { '404': { description: 'No such link, or not for this device, or not now: all the same.' } }
const about = {
  ...badShape,
  '401': { description: 'Nobody is signed in.' },
  '403': { description: 'The role may not do this.' },
  '404': { description: 'It is not there, or not yours.' },
}
const atDoor = { path: z.object({ token: z.string() }), header }
const bySession = { path: z.object({ id: z.uuid() }) }

const reads = (summary: string, schema: z.ZodType, requestParams: object = bySession): ZodOpenApiOperationObject => ({
  tags,
  summary,
  requestParams,
  responses: { '200': { description: 'OK', content: json(schema) }, ...about },
})

/** Who is there: by a link to one device, and for staff within reach. */
export const attendancePaths: ZodOpenApiPathsObject = {
  [api.door('{token}')]: {
    get: {
      tags,
      summary: 'What a link to the list at the door is for, without any name',
      requestParams: { path: atDoor.path, query },
      responses: { '200': { description: 'OK', content: json(doorView) }, ...closed },
    },
  },
  [`${api.door('{token}')}/claim`]: {
    post: {
      tags,
      summary: 'Lets a device in, if it is the first one',
      requestParams: atDoor,
      responses: { '204': { description: 'It is' }, ...closed },
    },
  },
  [`${api.door('{token}')}/list`]: {
    get: {
      tags,
      summary: 'Who is expected and who is there',
      requestParams: { ...atDoor, query },
      responses: { '200': { description: 'OK', content: json(attendanceView) }, ...closed },
    },
    post: {
      tags,
      summary: 'Takes taps in; the same ones sent again do no harm',
      requestParams: { ...atDoor, query },
      requestBody: { content: json(attendanceInput) },
      responses: {
        '200': {
          description: 'Taken; what came after the day is taken without showing the list',
          content: json(z.union([attendanceView, lateAnswer])),
        },
        ...badShape,
        ...closed,
      },
    },
  },
  [attendanceApi.list('{id}')]: {
    get: reads('Who is expected at a session and who is there', attendanceView),
    post: {
      tags,
      summary: 'Takes taps in; the same ones sent again do no harm',
      requestParams: { ...bySession, header, query },
      requestBody: { content: json(attendanceInput) },
      responses: {
        '200': { description: 'Taken', content: json(attendanceView) },
        ...about,
        '409': { description: 'Not on this day, or too late (`attendance-closed`).' },
      },
    },
  },
  [attendanceApi.sums('{id}')]: { get: reads('How many were there', attendanceSums) },
  [attendanceApi.history('{id}')]: { get: reads('Every tap, the latest first', attendanceHistory, { ...bySession, query }) },
  [attendanceApi.links('{id}')]: {
    get: reads('Links to the list at the door that still open something', doorLinksAnswer),
    post: {
      tags,
      summary: 'Makes a link for one device; its token is told once',
      requestParams: bySession,
      responses: {
        '201': { description: 'Made', content: json(newDoorLink) },
        ...about,
        '409': { description: 'There is none for this session (`no-door-link`): it is discreet, cancelled or over.' },
      },
    },
  },
  [attendanceApi.link('{id}')]: {
    delete: {
      tags,
      summary: 'Closes a link at once',
      requestParams: bySession,
      responses: { '204': { description: 'Closed' }, ...about },
    },
  },
}
