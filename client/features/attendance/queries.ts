import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Language } from '#shared/contract/kinds.ts'
import type { AttendanceHistory, AttendanceSums, DoorLinkView, NewDoorLink } from '#shared/contract/attendance.ts'
import { attendanceApi } from '#shared/contract/panel-paths.ts'
import { deleteJson, getJson, postJson } from '#client/lib/api.ts'

/** Who was where is asked anew each time and forgotten with the page. */
const unkept = { staleTime: 0, gcTime: 0 } as const

export const useSums = (session: string) =>
  useQuery({
    queryKey: ['panel', 'attendance', session, 'sums'],
    queryFn: ({ signal }) => getJson<AttendanceSums>(attendanceApi.sums(session), signal),
    retry: false,
    ...unkept,
  })

export const useHistory = (session: string, language: Language, enabled: boolean) =>
  useQuery({
    queryKey: ['panel', 'attendance', session, 'history', language],
    queryFn: ({ signal }) => getJson<AttendanceHistory>(`${attendanceApi.history(session)}?lang=${language}`, signal),
    enabled,
    ...unkept,
  })

const linksQuery = (session: string) =>
  queryOptions({
    queryKey: ['panel', 'attendance', session, 'links'],
    queryFn: ({ signal }) => getJson<{ readonly links: readonly DoorLinkView[] }>(attendanceApi.links(session), signal),
    ...unkept,
  })

export const useDoorLinks = (session: string) => useQuery(linksQuery(session))

export function useDoorLinkActs(session: string) {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: linksQuery(session).queryKey })
  const make = useMutation({
    mutationFn: () => postJson<undefined, NewDoorLink>(attendanceApi.links(session), undefined),
    onSuccess,
  })
  const revoke = useMutation({ mutationFn: (id: string) => deleteJson(attendanceApi.link(id), undefined), onSuccess })
  return { make, revoke }
}
