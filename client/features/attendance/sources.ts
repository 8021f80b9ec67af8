import { deviceHeader } from '#shared/contract/attendance-merge.ts'
import type { AttendanceChange, AttendanceView } from '#shared/contract/attendance.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { attendanceApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import { OfflineError, ProblemError } from '#client/lib/api.ts'
import { deviceName } from './storage.ts'
import type { ListSource } from './use-attendance.ts'

/** Asks as this device. @throws {OfflineError} when nobody answers @throws {ProblemError} when the answer is no */
export async function askAsDevice(path: string, method: 'GET' | 'POST', body?: object, signal?: AbortSignal): Promise<unknown> {
  const headers = new Headers({ accept: 'application/json', [deviceHeader]: deviceName() })
  if (body) headers.set('content-type', 'application/json')
  const init: RequestInit = {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
    signal: signal ?? AbortSignal.timeout(15_000),
  }
  const response = await fetch(path, init).catch((error: unknown) => {
    throw new OfflineError(path, error)
  })
  const text = await response.text()
  if (response.ok) return text === '' ? null : (JSON.parse(text) as unknown)
  throw new ProblemError({ type: 'about:blank', code: '', title: response.statusText, status: response.status }, path)
}

const sourceAt = (list: string, path: string, language: Language): ListSource => ({
  list,
  read: async (signal) => (await askAsDevice(`${path}?lang=${language}`, 'GET', undefined, signal)) as AttendanceView,
  send: async (changes: readonly AttendanceChange[]) => {
    const answer = (await askAsDevice(`${path}?lang=${language}`, 'POST', { changes })) as AttendanceView | { taken: number }
    return 'people' in answer ? answer : null
  },
})

export const doorSource = (token: string, language: Language): ListSource =>
  sourceAt(`door ${token}`, `${api.door(token)}/list`, language)
export const panelSource = (session: string, language: Language): ListSource =>
  sourceAt(`panel ${session}`, attendanceApi.list(session), language)
