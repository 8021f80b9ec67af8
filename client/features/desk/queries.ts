import { queryOptions, useQuery } from '@tanstack/react-query'
import type {
  CallbackInput,
  CallbacksView,
  CheckInput,
  FoundPeople,
  Offer,
  OffersView,
  PeopleView,
  PersonView,
  RushView,
  StaffSignUpAnswer,
  StaffSignUpInput,
} from '#shared/contract/desk.ts'
import type { AbsenceInput, NeededShifts } from '#shared/contract/public.ts'
import type { StaffShiftAnswer, StaffShiftInput } from '#shared/contract/shift.ts'
import type { Language } from '#shared/contract/kinds.ts'
import type { CopyInput, ErasureView, IdentityInput } from '#shared/contract/privacy.ts'
import { callApi, deskApi, privacyApi } from '#shared/contract/panel-paths.ts'
import { formatClock, formatShortDay, formatSpan } from '#shared/time/format.ts'
import { getJson, postJson } from '#client/lib/api.ts'

/** What is told of people is asked anew each time and forgotten with the page. */
const unkept = { staleTime: 0, gcTime: 0 } as const

export const personsQuery = (q: string) =>
  queryOptions({
    queryKey: ['panel', 'persons', q],
    queryFn: ({ signal }) => getJson<FoundPeople>(`${deskApi.persons}?q=${encodeURIComponent(q)}`, signal),
    ...unkept,
    // Every search is noted and counted on the server: none is made twice by itself.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  })

export const personQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['panel', 'person', id, language],
    queryFn: ({ signal }) => getJson<PersonView>(`${deskApi.person(id)}?lang=${language}`, signal),
    ...unkept,
  })

export const offersQuery = (language: Language) =>
  queryOptions({
    queryKey: ['panel', 'offers', language],
    queryFn: ({ signal }) => getJson<OffersView>(`${deskApi.offers}?lang=${language}`, signal),
    staleTime: 15_000,
  })

export const peopleQuery = (session: string, language: Language) =>
  queryOptions({
    queryKey: ['panel', 'people-of', session, language],
    queryFn: ({ signal }) => getJson<PeopleView>(`${deskApi.people(session)}?lang=${language}`, signal),
    ...unkept,
  })

export const callbacksQuery = queryOptions({
  queryKey: ['panel', 'callbacks'],
  queryFn: ({ signal }) => getJson<CallbacksView>(deskApi.callbacks, signal),
  staleTime: 15_000,
  refetchOnWindowFocus: true,
})

/** Null: somebody new, about whom nothing is kept. */
export const usePerson = (id: string | null, language: Language) =>
  useQuery({ ...personQuery(id ?? '', language), enabled: id !== null })
export const useOffers = (language: Language) => useQuery(offersQuery(language))
export const usePeople = (session: string, language: Language) => useQuery(peopleQuery(session, language))
export const useCallbacks = () => useQuery(callbacksQuery)

export type SigningUp = { readonly session: string; readonly input: StaffSignUpInput }
export const signUp = ({ session, input }: SigningUp, key: string): Promise<StaffSignUpAnswer> =>
  postJson(deskApi.people(session), input, { key })
export const withdraw = (id: string, key: string): Promise<void> => postJson(deskApi.withdraw(id), {}, { key })
export const undo = (id: string, key: string): Promise<void> => postJson(deskApi.undo(id), {}, { key })
export const accept = (id: string, key: string): Promise<void> => postJson(deskApi.accept(id), {}, { key })
export const moveSlot = ({ id, slot }: { readonly id: string; readonly slot: string }, key: string): Promise<void> =>
  postJson(deskApi.slot(id), { slot }, { key })
export const sayAbsence = ({ id, ...absence }: AbsenceInput & { readonly id: string }, key: string): Promise<void> =>
  postJson(deskApi.absence(id), absence, { key })
export const noteFits = ({ id, fits }: { readonly id: string; readonly fits: boolean | null }, key: string): Promise<void> =>
  postJson(deskApi.fits(id), { fits }, { key })
export const addCallback = (input: CallbackInput, key: string): Promise<unknown> => postJson(deskApi.callbacks, input, { key })
export const closeCallback = (id: string, key: string): Promise<void> => postJson(deskApi.callbackDone(id), {}, { key })
export const openCallback = (id: string, key: string): Promise<void> => postJson(deskApi.callbackOpen(id), {}, { key })
export const checkCaller = ({ id, input }: { readonly id: string; readonly input: CheckInput }, key: string): Promise<void> =>
  postJson(deskApi.check(id), input, { key })

export const shiftsQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['panel', 'person', id, 'shifts', language],
    queryFn: ({ signal }) => getJson<NeededShifts>(`${deskApi.shiftsFor(id)}?lang=${language}`, signal),
    ...unkept,
    retry: false,
  })
type GivenShift = { readonly session: string; readonly shift: string; readonly input: StaffShiftInput }
export const giveShift = ({ session, shift, input }: GivenShift, key: string): Promise<StaffShiftAnswer> =>
  postJson(deskApi.giveShift(session, shift), input, { key })

/** They were told all that has changed. Null: they knew already. */
export const told = (id: string, key: string): Promise<{ readonly id: string | null }> => postJson(callApi.told(id), {}, { key })
export const untell = (call: string): Promise<void> => postJson(callApi.undoCall(call), {})
export const renewLink = (id: string, key: string): Promise<void> => postJson(deskApi.renewLink(id), {}, { key })
export const mailLinks = (id: string, language: Language): Promise<void> => postJson(deskApi.links(id), { language })

export const rushQuery = (session: string) =>
  queryOptions({
    queryKey: ['panel', 'people-of', session, 'rush'],
    queryFn: ({ signal }) => getJson<RushView>(deskApi.rush(session), signal),
    ...unkept,
    retry: false,
  })
export type Stretch = { readonly session: string; readonly from: string; readonly to: string }
export const takeOut = ({ session, from, to }: Stretch, key: string): Promise<{ readonly count: number }> =>
  postJson(deskApi.rush(session), { from, to }, { key })
export const putBack = (
  given: { readonly session: string; readonly wave: string },
  key: string,
): Promise<{ readonly count: number }> => postJson(deskApi.rushUndo(given.session), { wave: given.wave }, { key })

/** What is kept about somebody, as it is handed over. */
export const copyOf = ({ id, ...input }: CopyInput & { readonly id: string }): Promise<object> =>
  postJson(privacyApi.copy(id), input)
export const erasureQuery = (id: string) =>
  queryOptions({
    queryKey: ['panel', 'person', id, 'erasure'],
    queryFn: ({ signal }) => getJson<ErasureView>(privacyApi.erasure(id), signal),
    ...unkept,
    retry: false,
  })
export const erase = (given: { readonly id: string; readonly identity: IdentityInput }, key: string): Promise<ErasureView> =>
  postJson(privacyApi.erasure(given.id), { identity: given.identity }, { key })

/** Who is on the line: somebody who was found, or somebody new with what was typed already. */
export type Caller =
  { readonly kind: 'known'; readonly id: string; readonly name: string } | { readonly kind: 'new'; readonly typed: string }
export type Source = StaffSignUpInput['source']
export type { Offer }

/** What somebody was just written down for, as it is said and printed. */
export type Given = {
  readonly answer: Pick<StaffSignUpAnswer, 'outcome' | 'code'>
  readonly offer: Pick<Offer, 'title' | 'start' | 'end' | 'venue' | 'discreet'>
  /** What they do there as a volunteer; null: they come as everybody does. */
  readonly shift: Offer['title'] | null
}

/** "wtorek 24 listopada, 17:00–19:00"; what lasts whole days has starts without an hour. */
export const whenOf = ({ start, end }: { readonly start: string; readonly end: string }, language: Language): string =>
  formatSpan(
    start.length > 10
      ? { kind: 'timed', start, end }
      : { kind: 'all-day', firstDay: start.slice(0, 10), lastDay: end.slice(0, 10) },
    language,
  )

/** "wtorek 24 listopada, 17:00" */
export const beginsAt = (start: string, language: Language): string =>
  [formatShortDay(start.slice(0, 10), language), ...(start.length > 10 ? [formatClock(start)] : [])].join(', ')

/** `K7M 4PXQ`: in two halves, as one reads it out. */
export const readOut = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`
