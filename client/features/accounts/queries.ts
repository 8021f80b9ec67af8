import { queryOptions, useQuery } from '@tanstack/react-query'
import type * as z from 'zod'
import type { Answer } from '#shared/contract/answer.ts'
import type {
  grantInput,
  grantView,
  invitationInput,
  invitationLookAnswer,
  invitationView,
  meAnswer,
  messagesAnswer,
  personView,
  scopeOption,
  scopesAnswer,
  secondFactorBeginAnswer,
  signInAnswer,
  signInsAnswer,
  staffAnswer,
} from '#shared/contract/account.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import { deleteJson, getJson, postJson, putJson } from '#client/lib/api.ts'

export type SignedIn = Answer<typeof signInAnswer>
export type WholeMe = Answer<typeof meAnswer>
export type GrantView = Answer<typeof grantView>
export type Person = Answer<typeof personView>
export type InvitationView = Answer<typeof invitationView>
export type Offer = Answer<typeof invitationLookAnswer>
export type ScopeOption = Answer<typeof scopeOption>
export type SetUp = Answer<typeof secondFactorBeginAnswer>
export type Messages = Answer<typeof messagesAnswer>
export type SignIn = Answer<typeof signInsAnswer>['signIns'][number]
export type GrantInput = z.input<typeof grantInput>
export type InvitationInput = z.input<typeof invitationInput>

const key = 'panel'

export const wholeMeQuery = queryOptions({
  queryKey: [key, 'me', 'whole'],
  queryFn: ({ signal }) => getJson<WholeMe>(api.me, signal),
})
export const signInsQuery = queryOptions({
  queryKey: [key, 'sign-ins'],
  queryFn: ({ signal }) => getJson<Answer<typeof signInsAnswer>>(api.mySignIns, signal),
})
export const staffQuery = queryOptions({
  queryKey: [key, 'staff'],
  queryFn: ({ signal }) => getJson<Answer<typeof staffAnswer>>(api.staff, signal),
})
export const scopesQuery = queryOptions({
  queryKey: [key, 'grant-scopes'],
  queryFn: ({ signal }) => getJson<Answer<typeof scopesAnswer>>(api.grantScopes, signal),
})
export const messagesQuery = queryOptions({
  queryKey: [key, 'messages'],
  queryFn: ({ signal }) => getJson<Messages>(api.messages, signal),
})
export const useWholeMe = () => useQuery(wholeMeQuery)

export const signInByPassword = (input: { email: string; password: string }): Promise<SignedIn> =>
  postJson(api.signInByPassword, input)
export const askForMail = (input: { email: string; language: Language }): Promise<{ minutes: number }> =>
  postJson(api.signInMail, input)
export const signInByLink = (token: string): Promise<SignedIn> => postJson(api.signInByLink, { token })
export const signInByCode = (input: { email: string; code: string }): Promise<SignedIn> => postJson(api.signInByCode, input)
export const giveSecondFactor = (factor: { code: string } | { backupCode: string }): Promise<SignedIn> =>
  postJson(api.secondFactor, factor)
export const beginSetUp = (password: string): Promise<SetUp> =>
  postJson(api.secondFactorBegin, password === '' ? {} : { password })
export const confirmSetUp = (code: string): Promise<undefined> => postJson(api.secondFactorConfirm, { code })

export const lookAtInvitation = (token: string): Promise<Offer> => postJson(api.invitationLook, { token })
export const acceptInvitation = (input: {
  token: string
  name?: string
  password?: string
}): Promise<{ next: 'panel' | 'second-factor' | 'sign-in' }> => postJson(api.invitationAccept, input)

export const changePassword = (
  input: { current?: string; next: string; language: Language },
  saveKey: string,
): Promise<undefined> => putJson(api.myPassword, input, { key: saveKey })
export const dropSecondFactor = (password: string): Promise<undefined> =>
  deleteJson(api.mySecondFactor, password === '' ? {} : { password })
export const newBackupCodes = (password: string): Promise<{ readonly backupCodes: readonly string[] }> =>
  postJson(api.myBackupCodes, password === '' ? {} : { password })
export const endSignIn = (id: string): Promise<undefined> => deleteJson(api.mySignIn(id), undefined)
export const endOtherSignIns = (): Promise<undefined> => deleteJson(api.mySignIns, undefined)

export const invite = (input: InvitationInput, saveKey: string): Promise<InvitationView> =>
  postJson(api.invitations, input, { key: saveKey })
export const resendInvitation = (id: string, saveKey: string): Promise<InvitationView> =>
  postJson(api.invitationResend(id), {}, { key: saveKey })
export const revokeInvitation = (id: string, saveKey: string): Promise<undefined> =>
  deleteJson(api.invitation(id), undefined, { key: saveKey })
export const giveRole = ({ id, grant }: { id: string; grant: GrantInput }, saveKey: string): Promise<unknown> =>
  postJson(api.staffGrants(id), grant, { key: saveKey })
export const takeRole = ({ id, grantId }: { id: string; grantId: string }, saveKey: string): Promise<undefined> =>
  deleteJson(api.staffGrant(id, grantId), undefined, { key: saveKey })
export const blockAccount = (id: string, saveKey: string): Promise<undefined> =>
  postJson(api.staffBlock(id), {}, { key: saveKey })
export const unblockAccount = (id: string, saveKey: string): Promise<undefined> =>
  postJson(api.staffUnblock(id), {}, { key: saveKey })
export const dropTheirSecondFactor = (id: string, saveKey: string): Promise<undefined> =>
  deleteJson(api.staffSecondFactor(id), undefined, { key: saveKey })
