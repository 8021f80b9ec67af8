import * as z from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import {
  meAnswer,
  passwordSignInInput,
  secondFactorBeginAnswer,
  secondFactorBeginInput,
  secondFactorConfirmInput,
  secondFactorInput,
  signInAnswer,
} from '#shared/contract/account.ts'
import { api } from '#shared/contract/paths.ts'

type Described = {
  readonly summary: string
  readonly sends?: z.ZodType
  readonly gets?: z.ZodType
  readonly path?: z.ZodObject
  readonly tag?: string
  readonly refusals?: Readonly<Record<string, string>>
}

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })

/** Every refusal is a problem document; those that only this route gives are named. */
function operation({ summary, sends, gets, path, tag = 'Accounts', refusals = {} }: Described): ZodOpenApiOperationObject {
  return {
    tags: [tag],
    summary,
    ...(path && { requestParams: { path } }),
    ...(sends && { requestBody: json(sends) }),
    responses: {
      ...(gets ? { '200': { description: 'OK', ...json(gets) } } : { '204': { description: 'Done.' } }),
      ...Object.fromEntries(Object.entries(refusals).map(([status, description]) => [status, { description }])),
    },
  }
}

const signIn = 'Signing in'
const tooOften = { '429': 'Too many tries; Retry-After says for how long.' }

/** Signing in, and the accounts of those who may. The cookie is the key; what changes something must also name our own Origin. */
export const accountPaths: ZodOpenApiPathsObject = {
  [api.signInByPassword]: {
    post: operation({
      tag: signIn,
      summary: 'Sign in with a password',
      sends: passwordSignInInput,
      gets: signInAnswer,
      refusals: { '401': 'Not these two together; the same for an address that nobody has.', ...tooOften },
    }),
  },
  [api.secondFactor]: {
    post: operation({
      tag: signIn,
      summary: 'The second step: a code of the authenticator app, or a backup code',
      sends: secondFactorInput,
      gets: signInAnswer,
      refusals: { '401': 'A wrong or late code.', ...tooOften },
    }),
  },
  [api.secondFactorBegin]: {
    post: operation({
      tag: signIn,
      summary: 'Begin to set up an authenticator app',
      sends: secondFactorBeginInput,
      gets: secondFactorBeginAnswer,
      refusals: { '404': 'Nobody is signed in.', '409': 'There is one already.', '422': 'The password is not the present one.' },
    }),
  },
  [api.secondFactorConfirm]: {
    post: operation({
      tag: signIn,
      summary: 'End it with a first code; all other sign-ins of the account end',
      sends: secondFactorConfirmInput,
      refusals: { '401': 'A wrong code.', '404': 'Nobody is signed in.', ...tooOften },
    }),
  },
  [api.signOut]: { post: operation({ tag: signIn, summary: 'Sign out on this device' }) },
  [api.me]: { get: operation({ summary: 'Who is signed in, with their roles', gets: meAnswer }) },
}
