import { keepPreviousData, queryOptions, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import type {
  Choices,
  CityManaged,
  CityRow,
  ClubManaged,
  ClubRow,
  DistrictManaged,
  DistrictRow,
  EditionManaged,
  EditionRow,
  GroupManaged,
  GroupRow,
  MergeView,
  OrganisationManaged,
  OrganisationRow,
  ProgramManaged,
  ProgramRow,
  ProjectManaged,
  ProjectRow,
  VenueManaged,
  VenueRow,
} from '#shared/contract/manage/views.ts'
import { api, type ManagedNoun } from '#shared/contract/paths.ts'
import { deleteJson, getJson, postJson, putJson } from '#client/lib/api.ts'

export type Rows = {
  readonly programs: ProgramRow
  readonly clubs: ClubRow
  readonly editions: EditionRow
  readonly groups: GroupRow
  readonly projects: ProjectRow
  readonly organisations: OrganisationRow
  readonly cities: CityRow
  readonly districts: DistrictRow
  readonly venues: VenueRow
}
export type Managed = {
  readonly programs: ProgramManaged
  readonly clubs: ClubManaged
  readonly editions: EditionManaged
  readonly groups: GroupManaged
  readonly projects: ProjectManaged
  readonly organisations: OrganisationManaged
  readonly cities: CityManaged
  readonly districts: DistrictManaged
  readonly venues: VenueManaged
}

export type ListAsked = { readonly search: string; readonly archived: boolean; readonly city: string }
export type List<Noun extends ManagedNoun> = { readonly rows: readonly Rows[Noun][]; readonly mayCreate: boolean }

const listKey = (noun: ManagedNoun, { search, archived, city }: ListAsked) =>
  ['panel', 'managed', noun, 'list', search, archived, city] as const
const oneKey = (noun: ManagedNoun, id: string) => ['panel', 'managed', noun, 'one', id] as const

export function useList<Noun extends ManagedNoun>(noun: Noun, asked: ListAsked): UseQueryResult<List<Noun>> {
  const query = new URLSearchParams({ archived: asked.archived ? 'yes' : 'no' })
  if (asked.search !== '') query.set('search', asked.search)
  if (asked.city !== '') query.set('city', asked.city)
  return useQuery<List<Noun>>({
    queryKey: listKey(noun, asked),
    queryFn: ({ signal }) => getJson<List<Noun>>(`${api.managed[noun]}?${query.toString()}`, signal),
    placeholderData: keepPreviousData as never, // while the next words are searched
  })
}

export const useOne = <Noun extends ManagedNoun>(noun: Noun, id: string): UseQueryResult<Managed[Noun]> =>
  useQuery<Managed[Noun]>({
    queryKey: oneKey(noun, id),
    queryFn: ({ signal }) => getJson<Managed[Noun]>(oneAddress(noun, id), signal),
  })

/** What forms offer to choose from. */
export const choicesQuery = queryOptions({
  queryKey: ['panel', 'managed', 'choices'],
  queryFn: ({ signal }) => getJson<Choices>(api.managed.choices, signal),
  staleTime: 30_000,
})

const nothing: Choices = { cities: [], organisations: [], venues: [], programs: [], projects: [] }
export const useChoices = (): Choices => useQuery(choicesQuery).data ?? nothing

const oneAddress = (noun: ManagedNoun, id: string): string => `${api.managed[noun]}/${id}`

export const create = (noun: ManagedNoun, input: unknown, key: string) =>
  postJson<unknown, { readonly id: string }>(api.managed[noun], input, { key })
export const change = <Noun extends ManagedNoun>(noun: Noun, id: string, input: unknown, key: string) =>
  putJson<unknown, Managed[Noun]>(oneAddress(noun, id), input, { key })
export const archive = <Noun extends ManagedNoun>(
  noun: Noun,
  id: string,
  version: number,
  verb: 'archive' | 'restore',
  key: string,
) => postJson<unknown, Managed[Noun]>(`${oneAddress(noun, id)}/${verb}`, { version }, { key })
export const merge = (
  noun: ManagedNoun,
  id: string,
  input: { readonly intoId: string; readonly rehearse: boolean },
  key: string,
) => postJson<unknown, MergeView>(`${oneAddress(noun, id)}/merge`, input, input.rehearse ? {} : { key })

export const createRoom = (venueId: string, input: unknown, key: string) =>
  postJson<unknown, { readonly id: string }>(`${oneAddress('venues', venueId)}/rooms`, input, { key })
export const changeRoom = (id: string, input: unknown, key: string) =>
  putJson<unknown, VenueManaged>(`${api.managed.rooms}/${id}`, input, { key })
export const archiveRoom = (id: string, version: number, verb: 'archive' | 'restore', key: string) =>
  postJson<unknown, VenueManaged>(`${api.managed.rooms}/${id}/${verb}`, { version }, { key })
export const createClosure = (venueId: string, input: unknown, key: string) =>
  postJson<unknown, VenueManaged>(`${oneAddress('venues', venueId)}/closures`, input, { key })
export const changeClosure = (id: string, input: unknown, key: string) =>
  putJson<unknown, VenueManaged>(`${api.managed.closures}/${id}`, input, { key })
export const deleteClosure = (id: string, key: string) =>
  deleteJson<undefined, VenueManaged>(`${api.managed.closures}/${id}`, undefined, { key })

/** After a save, lists and choices are asked for anew; what was answered is kept. */
export function useKeep() {
  const client = useQueryClient()
  return async <Noun extends ManagedNoun>(noun: Noun, id: string, answer?: Managed[Noun]): Promise<void> => {
    if (answer) client.setQueryData(oneKey(noun, id), answer)
    await client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[1] === 'managed' && (answer === undefined || queryKey[4] !== id),
    })
  }
}

/** After something went into another: everything else is asked for anew, and what went only when somebody opens it again. */
export function useForget() {
  const client = useQueryClient()
  return async (noun: ManagedNoun, id: string): Promise<void> => {
    await client.invalidateQueries({ queryKey: oneKey(noun, id), refetchType: 'none' })
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'managed' && queryKey[4] !== id })
  }
}
