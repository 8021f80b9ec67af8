import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '#shared/contract/paths.ts'
import { getJson, postJson } from '#client/lib/api.ts'

/** What somebody may do somewhere; decides what the panel offers, never what the server gives. */
export type Right = 'see' | 'see-sensitive' | 'tell' | 'sign-up' | 'plan' | 'manage' | 'audit' | 'administer'

export type Me = { readonly accountId: string; readonly name: string; readonly email: string; readonly rights: readonly Right[] }

/** Who is signed in. Asked anew whenever the window comes back: a role may have been taken away meanwhile. */
export const meQuery = queryOptions({
  queryKey: ['panel', 'me'],
  queryFn: ({ signal }) => getJson<Me>(api.me, signal),
  staleTime: 60_000,
})

export const useMe = () => useQuery(meQuery)

/** For what stands inside the guard, where somebody is signed in. */
export function useRights(): readonly Right[] {
  return useMe().data?.rights ?? []
}

/** Ends this sign-in, here and on the server. */
export const signOut = (key: string): Promise<unknown> => postJson(api.signOut, {}, { key })
