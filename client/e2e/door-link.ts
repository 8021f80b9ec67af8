import { request } from '@playwright/test'
import type { NewDoorLink } from '#shared/contract/attendance.ts'
import { attendanceApi } from '#shared/contract/panel-paths.ts'
import { meetingIn, planSeries } from './planned.ts'
import { signedInAs } from './staff.ts'

/** A session that begins in half an hour, of a series of its own, with a link to its list at the door. */
export async function sessionWithDoor(
  fields: object = {},
): Promise<{ readonly session: string; readonly start: string; readonly token: string }> {
  const baseURL = process.env['E2E_URL'] ?? ''
  const staff = await request.newContext({ baseURL, storageState: signedInAs('coordinator') })
  const title = `Warsztat przy drzwiach ${Math.random().toString(36).slice(2, 8)}`
  const { sessions } = await planSeries(staff, title, [meetingIn(30)], true, fields)
  const [first] = sessions
  if (!first) throw new Error('nothing was planned')
  const made = await staff.post(attendanceApi.links(first.id), { headers: { origin: baseURL } })
  const { token } = (await made.json()) as NewDoorLink
  await staff.dispose()
  return { session: first.id, start: first.start, token }
}
