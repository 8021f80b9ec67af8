import * as z from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import { choicesAnswer } from '#shared/contract/manage/choices.ts'
import {
  clubInput,
  clubManaged,
  clubRow,
  editionInput,
  editionManaged,
  editionRow,
  groupInput,
  groupManaged,
  groupRow,
} from '#shared/contract/manage/club.ts'
import { archiveInput, madeAnswer, managedQuery, mergeAnswer, mergeInput, version } from '#shared/contract/manage/fields.ts'
import {
  cityInput,
  cityManaged,
  cityRow,
  districtInput,
  districtManaged,
  districtRow,
  organisationInput,
  organisationManaged,
  organisationRow,
} from '#shared/contract/manage/organisation.ts'
import { programInput, programManaged, programRow } from '#shared/contract/manage/program.ts'
import { projectInput, projectManaged, projectRow } from '#shared/contract/manage/project.ts'
import { closureChangeInput, closureInput, roomInput, venueInput, venueManaged, venueRow } from '#shared/contract/manage/venue.ts'
import { numbersView } from '#shared/contract/numbers.ts'
import { numbersApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import { languages } from '#shared/contract/kinds.ts'
import { day } from '#shared/contract/text.ts'

const json = (schema: z.ZodType, status = '200') => ({
  [status]: { description: 'OK', content: { 'application/json': { schema } } },
})
const said = (description: string) => ({ description })
const refusals = {
  '400': said('The shape is wrong; each issue says where and what would be right.'),
  '401': said('Nobody is signed in.'),
  '403': said("It is seen, but the role doesn't reach it."),
  '404': said('There is nothing at this address.'),
}
const writeRefusals = {
  ...refusals,
  '409': said('Edited meanwhile (with both versions), taken, or sessions to come stand in the way (with the first of them).'),
  '422': said('Well-formed and impossible; also a reference to what is not there or not yours.'),
}
const byId = z.object({ id: z.uuid() })
const body = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })

const write = (summary: string, input: z.ZodType | null, answer: z.ZodType, status?: string): ZodOpenApiOperationObject => ({
  tags: ['Manage'],
  summary,
  requestParams: { path: byId },
  ...(input && { requestBody: body(input) }),
  responses: { ...json(answer, status), ...writeRefusals },
})

type Noun = {
  readonly address: string
  readonly one: string
  readonly many: string
  readonly input: z.ZodObject
  readonly managed: z.ZodType
  readonly row: z.ZodType
  readonly merges?: boolean
}

/** The routes that `addManaged` makes of a noun. */
function managedPaths({ address, one, many, input, managed, row, merges = false }: Noun): ZodOpenApiPathsObject {
  return {
    [address]: {
      get: {
        tags: ['Manage'],
        summary: `The ${many} in reach`,
        requestParams: { query: managedQuery },
        responses: { ...json(z.strictObject({ rows: z.array(row), mayCreate: z.boolean() })), ...refusals },
      },
      post: {
        tags: ['Manage'],
        summary: `A new ${one}`,
        requestBody: body(input),
        responses: { ...json(madeAnswer, '201'), ...writeRefusals },
      },
    },
    [`${address}/{id}`]: {
      get: {
        tags: ['Manage'],
        summary: `A ${one}, for editing`,
        requestParams: { path: byId },
        responses: { ...json(managed), ...refusals },
      },
      put: write(`Everything of a ${one} becomes what is sent`, z.strictObject({ version, ...input.shape }), managed),
    },
    [`${address}/{id}/archive`]: {
      post: write(`Archives a ${one}; not while it has sessions to come`, archiveInput, managed),
    },
    [`${address}/{id}/restore`]: { post: write(`Takes a ${one} out of the archive`, archiveInput, managed) },
    ...(merges && {
      [`${address}/{id}/merge`]: { post: write(`Two entries are one ${one}: rehearsed, or done`, mergeInput, mergeAnswer) },
    }),
  }
}

const { managed: manage } = api

/** What organisers manage. Every list holds only what is in reach of who asks. */
const numbersParams = {
  path: z.object({ id: z.uuid() }),
  query: z.strictObject({ from: day, to: day, lang: z.enum(languages).optional() }),
}
const table = { '200': { description: 'OK', content: { 'text/csv': { schema: z.string() } } } }

/** How much it did, and for how many, without a name of anybody. */
const numbersPaths = (noun: 'programs' | 'projects', one: string): ZodOpenApiPathsObject => ({
  [numbersApi.json(noun, '{id}')]: {
    get: {
      tags: ['Manage'],
      summary: `What a ${one} did on some days, and for how many`,
      requestParams: numbersParams,
      responses: { ...json(numbersView), ...refusals },
    },
  },
  [numbersApi.csv(noun, '{id}')]: {
    get: {
      tags: ['Manage'],
      summary: `The same of a ${one} as a table`,
      requestParams: numbersParams,
      responses: { ...table, ...refusals },
    },
  },
})

export const managePaths: ZodOpenApiPathsObject = {
  ...numbersPaths('programs', 'program'),
  ...numbersPaths('projects', 'project'),
  ...managedPaths({ address: manage.cities, one: 'city', many: 'cities', input: cityInput, managed: cityManaged, row: cityRow }),
  ...managedPaths({
    address: manage.districts,
    one: 'district',
    many: 'districts',
    input: districtInput,
    managed: districtManaged,
    row: districtRow,
    merges: true,
  }),
  ...managedPaths({
    address: manage.organisations,
    one: 'organisation',
    many: 'organisations',
    input: organisationInput,
    managed: organisationManaged,
    row: organisationRow,
    merges: true,
  }),
  ...managedPaths({
    address: manage.venues,
    one: 'venue',
    many: 'venues',
    input: venueInput,
    managed: venueManaged,
    row: venueRow,
    merges: true,
  }),
  [`${manage.venues}/{id}/rooms`]: { post: write('A new room of a venue', roomInput, madeAnswer, '201') },
  [`${manage.rooms}/{id}`]: {
    put: write(
      'Everything of a room becomes what is sent; other times around sessions are derived anew. Answers with its venue',
      z.strictObject({ version, ...roomInput.shape }),
      venueManaged,
    ),
  },
  [`${manage.rooms}/{id}/archive`]: { post: write('Archives a room', archiveInput, venueManaged) },
  [`${manage.rooms}/{id}/restore`]: { post: write('Takes a room out of the archive', archiveInput, venueManaged) },
  [`${manage.venues}/{id}/closures`]: {
    post: write('Closes a venue or a room for a time. Answers with the venue', closureInput, venueManaged, '201'),
  },
  [`${manage.closures}/{id}`]: {
    put: write('Changes when, where or why it is closed. Answers with the venue', closureChangeInput, venueManaged),
    delete: write('Takes a closure out. Answers with the venue', null, venueManaged),
  },
  ...managedPaths({
    address: manage.projects,
    one: 'project',
    many: 'projects',
    input: projectInput,
    managed: projectManaged,
    row: projectRow,
  }),
  ...managedPaths({
    address: manage.programs,
    one: 'program',
    many: 'programs',
    input: programInput,
    managed: programManaged,
    row: programRow,
  }),
  ...managedPaths({
    address: manage.clubs,
    one: 'club',
    many: 'clubs',
    input: clubInput,
    managed: clubManaged,
    row: clubRow,
    merges: true,
  }),
  ...managedPaths({
    address: manage.editions,
    one: 'edition',
    many: 'editions',
    input: editionInput,
    managed: editionManaged,
    row: editionRow,
  }),
  ...managedPaths({
    address: manage.groups,
    one: 'group',
    many: 'groups',
    input: groupInput,
    managed: groupManaged,
    row: groupRow,
  }),
  [manage.choices]: {
    get: {
      tags: ['Manage'],
      summary: 'What forms offer to choose from',
      responses: { ...json(choicesAnswer), ...refusals },
    },
  },
}
