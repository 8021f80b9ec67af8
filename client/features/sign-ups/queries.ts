import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Language } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import type {
  AbsenceInput,
  ElsewhereView,
  ExchangeInput,
  ManageView,
  PartyInput,
  SeatsView,
  SignUpAnswer,
  SignUpInput,
} from '#shared/contract/public.ts'
import { getJson, postJson } from '#client/lib/api.ts'

const aMoment = 15_000

/** How many seats a session has now; seats go quickly, so a copy is soon old. */
export const seatsQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['seats', id, language],
    queryFn: ({ signal }) => getJson<SeatsView>(`${api.seats(id)}?lang=${language}`, signal),
    staleTime: aMoment,
  })

export const useSeats = (id: string, language: Language) => useQuery(seatsQuery(id, language))

/** A sign-up behind its link, asked anew each time and forgotten with the page. */
export const managedQuery = (token: string, language: Language) =>
  queryOptions({
    queryKey: ['managed', token, language],
    queryFn: ({ signal }) => getJson<ManageView>(`${api.manage(token)}?lang=${language}`, signal),
    staleTime: 0,
    gcTime: 0,
  })

export const sendSignUp = (id: string, input: SignUpInput, key: string): Promise<SignUpAnswer> =>
  postJson(api.signUps(id), input, { key })

export const askForLinks = (contact: string, language: Language): Promise<void> =>
  postJson(api.signUpLinks, { contact, language })
export const mailLinks = (token: string, language: Language): Promise<void> =>
  postJson(`${api.manage(token)}/links`, { language })
export const renewLink = (token: string): Promise<string> =>
  postJson<object, { token: string }>(`${api.manage(token)}/link`, {}).then((answer) => answer.token)

export const withdraw = (token: string): Promise<void> => postJson(`${api.manage(token)}/withdraw`, {})
export const elsewhereQuery = (token: string, language: Language) =>
  queryOptions({
    queryKey: ['elsewhere', token, language],
    queryFn: ({ signal }) => getJson<ElsewhereView>(`${api.manage(token)}/elsewhere?lang=${language}`, signal),
    staleTime: aMoment,
  })

/** An appointment may go to several times of a day: each is a request of its own. */
const exchangeKey = (token: string, { sessionId, slot }: ExchangeInput): string =>
  `exchange-${token.slice(-12)}-${sessionId}-${slot?.slice(0, 16) ?? ''}`

export const exchange = (token: string, input: ExchangeInput): Promise<SignUpAnswer> =>
  postJson(`${api.manage(token)}/exchange`, input, { key: exchangeKey(token, input) })
export const sayAbsence = (token: string, absence: AbsenceInput): Promise<void> =>
  postJson(`${api.manage(token)}/absence`, absence)
export const accept = (token: string): Promise<void> => postJson(`${api.manage(token)}/accept`, {})
export const undoWithdrawal = (token: string): Promise<void> => postJson(`${api.manage(token)}/undo`, {})
export const changeParty = (token: string, party: PartyInput): Promise<void> => postJson(`${api.manage(token)}/party`, party)
