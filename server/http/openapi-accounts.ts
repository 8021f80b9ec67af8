import * as z from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import {
  backupCodesAnswer,
  backupCodesInput,
  codeSignInInput,
  grantInput,
  invitationAcceptInput,
  invitationInput,
  invitationLookAnswer,
  invitationLookInput,
  invitationView,
  linkSignInInput,
  mailSentAnswer,
  mailSignInInput,
  meAnswer,
  messagesAnswer,
  passwordInput,
  passwordSignInInput,
  scopesAnswer,
  secondFactorBeginAnswer,
  secondFactorBeginInput,
  secondFactorConfirmInput,
  secondFactorInput,
  signInAnswer,
  signInsAnswer,
  staffAnswer,
} from '#shared/contract/account.ts'
import { api } from '#shared/contract/paths.ts'

type Described = {
  readonly summary: string
  readonly sends?: z.ZodType
  readonly gets?: z.ZodType
  readonly path?: z.ZodObject
  readonly tag?: string
  readonly refusals?: Readonly<Record<string, string>>
  /** Of the answer; 200, or 204 where nothing is answered. */
  readonly status?: '200' | '201'
}

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })

/** Every refusal is a problem document; those that only this route gives are named. */
function operation({
  summary,
  sends,
  gets,
  path,
  tag = 'Accounts',
  refusals = {},
  status = '200',
}: Described): ZodOpenApiOperationObject {
  return {
    tags: [tag],
    summary,
    ...(path && { requestParams: { path } }),
    ...(sends && { requestBody: json(sends) }),
    responses: {
      ...(gets ? { [status]: { description: 'OK', ...json(gets) } } : { '204': { description: 'Done.' } }),
      ...Object.fromEntries(Object.entries(refusals).map(([code, description]) => [code, { description }])),
    },
  }
}

const signIn = 'Signing in'
const over = { '410': 'Used, taken back, too old, or not within the reach of whoever invited any more.' }
const administers = { '403': 'Only for administrators.' }
const notInReach = { '404': 'Not there, or not within what you administer.' }
const id = z.object({ id: z.uuid() })
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
  [api.signInMail]: {
    post: operation({
      tag: signIn,
      summary: 'Have a link and a code sent, if somebody signs in with this address',
      sends: mailSignInInput,
      gets: mailSentAnswer,
      refusals: tooOften,
    }),
  },
  [api.signInByLink]: {
    post: operation({
      tag: signIn,
      summary: 'Sign in with the token of a link; only this uses it up, never a GET',
      sends: linkSignInInput,
      gets: signInAnswer,
      refusals: { '410': 'Used already, or too old.', ...tooOften },
    }),
  },
  [api.signInByCode]: {
    post: operation({
      tag: signIn,
      summary: 'Sign in with the code from the same mail: five tries',
      sends: codeSignInInput,
      gets: signInAnswer,
      refusals: { '401': 'Wrong, used or too old.', ...tooOften },
    }),
  },
  [api.invitationLook]: {
    post: operation({
      tag: signIn,
      summary: 'What an invitation offers',
      sends: invitationLookInput,
      gets: invitationLookAnswer,
      refusals: over,
    }),
  },
  [api.invitationAccept]: {
    post: operation({
      tag: signIn,
      summary: 'Accept it; next says whether one is signed in now',
      sends: invitationAcceptInput,
      gets: z.strictObject({ next: z.enum(['panel', 'second-factor', 'sign-in']) }),
      refusals: { ...over, '422': 'The password is too weak.' },
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
  [api.mySignIns]: {
    get: operation({ summary: 'The devices on which I am signed in', gets: signInsAnswer }),
    delete: operation({ summary: 'Sign out on all others' }),
  },
  [api.mySignIn('{id}')]: { delete: operation({ summary: 'Sign out on one', path: id, refusals: notInReach }) },
  [api.myPassword]: {
    put: operation({
      summary: 'Set a new password; all other sign-ins end',
      sends: passwordInput,
      refusals: { '422': 'The present one is wrong, or the new one too weak.' },
    }),
  },
  [api.mySecondFactor]: {
    delete: operation({
      summary: 'Drop the second factor, for instance for a new telephone',
      sends: backupCodesInput,
      refusals: { '422': 'The password is not the present one.' },
    }),
  },
  [api.myBackupCodes]: {
    post: operation({
      summary: 'New backup codes; the former ones are worthless',
      sends: backupCodesInput,
      gets: backupCodesAnswer,
      refusals: { '422': 'The password is not the present one.' },
    }),
  },
  [api.staff]: { get: operation({ summary: 'People with roles where I administer', gets: staffAnswer, refusals: administers }) },
  [api.grantScopes]: {
    get: operation({ summary: 'Where I may give roles, and which', gets: scopesAnswer, refusals: administers }),
  },
  [api.staffGrants('{id}')]: {
    post: operation({
      summary: 'Give a role',
      path: id,
      sends: grantInput,
      gets: id,
      status: '201',
      refusals: { ...administers, ...notInReach, '409': 'Given already.', '422': 'Not there, or not for this place.' },
    }),
  },
  [api.staffGrant('{id}', '{grantId}')]: {
    delete: operation({
      summary: 'Take a role away; it counts at once',
      path: z.object({ id: z.uuid(), grantId: z.uuid() }),
      refusals: { ...administers, ...notInReach, '409': 'The last administrator of everything.' },
    }),
  },
  [api.staffBlock('{id}')]: {
    post: operation({
      summary: 'Block an account, all of whose roles I administer; its sign-ins end',
      path: id,
      refusals: { ...administers, ...notInReach, '409': 'The last administrator of everything.' },
    }),
  },
  [api.staffUnblock('{id}')]: {
    post: operation({ summary: 'Let an account in again', path: id, refusals: { ...administers, ...notInReach } }),
  },
  [api.staffSecondFactor('{id}')]: {
    delete: operation({
      summary: 'Drop the second factor of somebody who lost it; the next sign-in begins with a new one',
      path: id,
      refusals: { ...administers, ...notInReach },
    }),
  },
  [api.invitations]: {
    post: operation({
      summary: 'Invite somebody; the same answer for a mailbox that has an account',
      sends: invitationInput,
      gets: invitationView,
      status: '201',
      refusals: { ...administers, '422': 'A role that is not to give there.', ...tooOften },
    }),
  },
  [api.invitationResend('{id}')]: {
    post: operation({
      summary: 'Send it again with a new link',
      path: id,
      gets: invitationView,
      refusals: { ...administers, ...notInReach, ...tooOften },
    }),
  },
  [api.invitation('{id}')]: {
    delete: operation({ summary: 'Take an invitation back', path: id, refusals: { ...administers, ...notInReach } }),
  },
  [api.messages]: {
    get: operation({
      summary: 'Mails that went out or wait here; for administrators of everything',
      gets: messagesAnswer,
      refusals: administers,
    }),
  },
}
