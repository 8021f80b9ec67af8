import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import type { AuditActView, AuditAnswer, AuditSubject } from '#shared/contract/audit.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import { getJson } from '#client/lib/api.ts'

export type Act = AuditActView

/** What the log is narrowed to; '' is nothing. */
export type LogFilter = {
  readonly object: string
  readonly account: string
  readonly subject: AuditSubject | ''
  readonly from: string
  readonly to: string
}

export const noFilter: LogFilter = { object: '', account: '', subject: '', from: '', to: '' }
export const filterNames = ['object', 'account', 'subject', 'from', 'to'] as const

function addressOf(path: string, filter: LogFilter, language: Language, before: string | null): string {
  const query = new URLSearchParams({ lang: language })
  for (const name of filterNames) if (filter[name] !== '') query.set(name, filter[name])
  if (before !== null) query.set('before', before)
  return `${path}?${query}`
}

export const exportAddress = (filter: LogFilter, language: Language): string => addressOf(api.auditExport, filter, language, null)

const logQuery = (filter: LogFilter, language: Language) =>
  infiniteQueryOptions({
    queryKey: ['panel', 'audit', filter, language],
    queryFn: ({ signal, pageParam }) => getJson<AuditAnswer>(addressOf(api.audit, filter, language, pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

export const useLog = (filter: LogFilter, language: Language) => useInfiniteQuery(logQuery(filter, language))
