import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import type { Answer } from '#shared/contract/answer.ts'
import type { callDone, callInput, callList, reachView } from '#shared/contract/call.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { callApi, mailboxApi } from '#shared/contract/panel-paths.ts'
import type { signUpMails } from '#shared/contract/sign-up-mail.ts'
import { getJson, postJson } from '#client/lib/api.ts'

export type CallView = Answer<typeof callList>['calls'][number]
export type CallInput = z.input<typeof callInput>
export type ReachView = Answer<typeof reachView>

export type MailView = Answer<typeof signUpMails>['mails'][number]

const key = 'calls'
const halfMinuteMs = 30_000
const fewSecondsMs = 5_000

/** Whom to phone; null: about everything in reach. Others call too, so it is asked anew. */
export const callsQuery = (sessionId: string | null, language: Language) =>
  queryOptions({
    queryKey: [key, sessionId, language],
    queryFn: ({ signal }) =>
      getJson<Answer<typeof callList>>(
        `${sessionId === null ? callApi.calls : callApi.sessionCalls(sessionId)}?lang=${language}`,
        signal,
      ),
    refetchInterval: halfMinuteMs,
  })

export const reachQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [key, 'reach', sessionId],
    queryFn: ({ signal }) => getJson<ReachView>(callApi.reach(sessionId), signal),
  })
export const useReach = (sessionId: string) => useQuery(reachQuery(sessionId))

export const noteCall = (input: CallInput, save: string): Promise<Answer<typeof callDone>> =>
  postJson(callApi.calls, input, { key: save })
export const undoCall = (id: string): Promise<void> => postJson(callApi.undoCall(id), {})
export const closeCalls = (sessionId: string, save: string): Promise<ReachView> =>
  postJson(callApi.closeCalls(sessionId), {}, { key: save })
export const reopenCalls = (sessionId: string, save: string): Promise<ReachView> =>
  postJson(callApi.reopenCalls(sessionId), {}, { key: save })

/** After a call the list and the numbers are others. */
export function useRefreshCalls(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: [key] })
}

/** While one is to be written or sent, what became of it is asked again. */
export const mailsQuery = queryOptions({
  queryKey: [key, 'mails'],
  queryFn: ({ signal }) => getJson<Answer<typeof signUpMails>>(mailboxApi.mails, signal),
  refetchInterval: ({ state }) => (state.data?.mails.some((mail) => mail.state === 'PENDING') ? fewSecondsMs : false),
})
