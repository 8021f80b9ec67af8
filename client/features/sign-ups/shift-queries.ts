import { queryOptions } from '@tanstack/react-query'
import type { Language } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import type { NeededShifts, OpenShifts, ShiftSignUpAnswer, ShiftSignUpInput } from '#shared/contract/public.ts'
import { getJson, postJson } from '#client/lib/api.ts'

const aMoment = 15_000

export const shiftsQuery = (sessionId: string, language: Language) =>
  queryOptions({
    queryKey: ['shifts', sessionId, language],
    queryFn: ({ signal }) => getJson<OpenShifts>(`${api.shifts(sessionId)}?lang=${language}`, signal),
    staleTime: aMoment,
  })

/** Where hands are missing; with a token, for whoever has that link. */
export const neededQuery = (token: string | null, language: Language) =>
  queryOptions({
    queryKey: ['needed', token, language],
    queryFn: ({ signal }) =>
      getJson<NeededShifts>(`${token === null ? api.volunteering : api.volunteeringOf(token)}?lang=${language}`, signal),
    staleTime: 0,
    gcTime: 0,
  })

export const sendShift = (
  { sessionId, shiftId }: { readonly sessionId: string; readonly shiftId: string },
  input: ShiftSignUpInput,
  key: string,
): Promise<ShiftSignUpAnswer> => postJson(api.shiftSignUps(sessionId, shiftId), input, { key })

export const askStandIn = (token: string, wanted: boolean): Promise<void> => postJson(api.standIn(token), { wanted })
